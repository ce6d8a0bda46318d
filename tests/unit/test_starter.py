"""A course id is for ever: the one that `new` derives from a title must be one that every edition accepts."""

from __future__ import annotations

import json
import re
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpom_scorm.course.starter import starter_files
from cpom_scorm.schema import COURSE_ID_PATTERN


def id_of(title: str) -> str:
    """Give the id of the starter course with this title."""
    lines = starter_files(title, "en")["course.yaml"].decode("utf-8", "replace").splitlines()
    return next(json.loads(line.removeprefix("id: ")) for line in lines if line.startswith("id: "))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Hand hygiene in ten minutes", "hand-hygiene-in-ten-minutes"),
        ("Módulo 1: ¿Qué?", "modulo-1-que"),
        ("2024 safety update", "safety-update"),
        ("薬局", "my-course"),
        ("A", "my-course"),
        ("  --  ", "my-course"),
        ("x" * 60, "x" * 40),
        ("a" * 39 + " b", "a" * 39),
    ],
)
def test_the_id_is_made_of_the_titles_letters_and_digits(title: str, expected: str) -> None:
    assert expected == id_of(title)


@given(st.text(st.characters(codec="utf-8")))
def test_every_title_gives_an_id_that_a_course_may_have(title: str) -> None:
    assert re.fullmatch(COURSE_ID_PATTERN, id_of(title))


def test_the_files_are_those_of_the_starter_with_three_lines_changed() -> None:
    files = starter_files('A "new" one', "no")
    original = (resources.files("cpom_scorm") / "starter" / "course.yaml").read_bytes().decode("utf-8")
    before, after = original.splitlines(), files["course.yaml"].decode("utf-8").splitlines()
    changed = [line for old, line in zip(before, after, strict=True) if old != line]
    assert ['id: "a-new-one"', 'title: "A \\"new\\" one"', 'language: "no"'] == changed
    assert {"course.yaml", "media/parts.svg"} < set(files)
    assert not [name for name in files if name.endswith(".lock.yaml")]
