"""The first minute with the product: `new` gives a course that is right, and touches nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.course.load import load_course
from cpom_scorm.editions import EDITIONS
from tests.command_line import cpom, everything_below

if TYPE_CHECKING:
    from pathlib import Path

TITLES = [
    "Hand hygiene",
    "It's: a \"quoted\" #title, with - 'all' {kinds} [of] %signs & |more| > >",
    "薬局の運営",
    "Größe 🧪 of doses",
    "no",
    "1:30",
    "2024",
    r"back\slash \n \u0041",
    "{{ 7 * 7 }} {% raw %}",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_course_with_any_title_checks_strictly(tmp_path: Path, title: str) -> None:
    assert cpom("new", tmp_path / "mine", "--title", title).code == 0
    course = load_course(tmp_path / "mine").course
    assert course is not None
    assert title == course.title
    done = cpom("check", tmp_path / "mine", "--strict", "--fail-on", "warning")
    assert (0, f"{tmp_path / 'mine'}: no findings\n") == (done.code, done.out)


def test_a_new_course_builds_strictly_in_every_edition(tmp_path: Path) -> None:
    cpom("new", tmp_path / "mine", "--title", TITLES[1])
    done = cpom("build", tmp_path / "mine", "--strict", "--fail-on", "warning", "--output", tmp_path / "out")
    assert done.code == 0, done.err
    packages = list((tmp_path / "out").iterdir())
    assert len(EDITIONS) == len(packages)
    assert cpom("validate", *packages, "--strict", "--fail-on", "warning").code == 0


@pytest.mark.parametrize("language", ["en", "es-MX", "no", "zh-Hant-TW", "ar"])
def test_the_language_becomes_that_of_the_course(tmp_path: Path, language: str) -> None:
    assert cpom("new", tmp_path / "mine", "--language", language).code == 0
    course = load_course(tmp_path / "mine").course
    assert course is not None
    assert language == course.language


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--title", "  "), "the title is blank"),
        (("--title", "a\x1b[2Jb"), "control character"),
        (("--title", "The <b>new</b> role"), 'the title holds the markup "<b>"'),
        (("--title", "x" * 300), "the title has 300 characters"),
        (("--language", "english please"), "language tag"),
        (("--language", ""), "language"),
    ],
)
def test_a_title_or_language_that_no_course_may_have_is_refused(
    tmp_path: Path, options: tuple[str, ...], says: str
) -> None:
    done = cpom("new", tmp_path / "mine", *options)
    assert (2, "") == (done.code, done.out)
    assert says in done.err
    assert done.err.count("\n") == 1
    assert [] == list(tmp_path.iterdir())


def test_white_space_in_a_title_becomes_single_spaces(tmp_path: Path) -> None:
    cpom("new", tmp_path / "mine", "--title", " Hand\n\thygiene\u2028 ")
    course = load_course(tmp_path / "mine").course
    assert course is not None
    assert course.title == "Hand hygiene"


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("mine")
    done = cpom("new", tmp_path)
    assert done.code == 2
    assert f'"{tmp_path}" is not empty' in done.err
    assert {".hidden": b"mine"} == everything_below(tmp_path)


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for folder in ("file", "file/below"):
        assert cpom("new", tmp_path / folder).code == 2
    assert {"file": b"mine"} == everything_below(tmp_path)


def test_an_empty_folder_and_the_current_one_are_welcome(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    assert cpom("new", tmp_path / "empty").code == 0
    monkeypatch.chdir(tmp_path / "empty")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert cpom("new", ".").code == 0
    assert everything_below(tmp_path / "empty") == everything_below(tmp_path / "here")


def test_the_next_step_can_be_pasted_into_a_shell(tmp_path: Path) -> None:
    folder = tmp_path / "my course"
    assert f"cpom-scorm preview '{folder}'" in cpom("new", folder).out
