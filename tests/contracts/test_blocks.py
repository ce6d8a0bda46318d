"""Every kind of block is complete: model, example, what everybody can rely on, template, behavior.

Were one part missing, a course with such a block would build and then fail in front of a learner.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from cpom_scorm.blocks import BLOCKS, Block, KeptBlock
from tests.written_blocks import kinds_written

ROOT = Path(__file__).parents[2]
PLAYER = ROOT / "cpom_scorm" / "player"
TEMPLATES = ROOT / "templates"
KINDS = [pytest.param(kind, id=kind.name()) for kind in BLOCKS]
IN_FULL_COURSE = ("text", "callout", "figure", "table", "quote", "steps")
"""Kinds that `tests/full_course.py` writes by itself."""


def behaviors() -> list[str]:
    table = (PLAYER / "blocks" / "kinds.js").read_text("utf-8").partition("export const BLOCKS")[2]
    return re.findall(r"^  (\w+)", table, re.MULTILINE)


@pytest.mark.parametrize("kind", KINDS)
def test_the_module_is_called_like_the_kind(kind: type[Block]) -> None:
    assert kind.__module__ == f"cpom_scorm.blocks.{kind.name()}"
    assert (TEMPLATES / "blocks" / f"{kind.name()}.html").is_file()


@pytest.mark.parametrize("kind", KINDS)
def test_the_docstring_says_what_everybody_can_rely_on_and_its_example_holds(kind: type[Block]) -> None:
    told = kind.described()
    assert len(told["Accessibility"].split()) >= 8
    (entry,) = yaml.safe_load(kind.example())
    assert kind.name() == kind.model_validate(entry).kind


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_starts_the_behavior_that_its_kind_has(kind: type[Block]) -> None:
    template = (TEMPLATES / "blocks" / f"{kind.name()}.html").read_text("utf-8")
    begins = f'data-block="{kind.name()}"' in template
    assert begins == (kind.name() in behaviors())
    assert ("data-kept=" in template) == issubclass(kind, KeptBlock)


def test_every_behavior_belongs_to_a_kind() -> None:
    kinds = [kind.name() for kind in BLOCKS]
    assert [] == [name for name in behaviors() if name not in kinds]


def test_every_style_sheet_belongs_to_a_kind() -> None:
    kinds = {kind.name() for kind in BLOCKS}
    assert set() == {path.stem for path in (TEMPLATES / "assets" / "blocks").glob("*.css")} - kinds


def test_python_and_the_player_know_alike_what_nobody_is_told_of() -> None:
    text = (PLAYER / "record_layout.js").read_text("utf-8")
    listed = re.search(r"export const UNREPORTED = \[(.*?)\];", text, re.DOTALL)
    assert listed
    unreported = {kind.name() for kind in BLOCKS if issubclass(kind, KeptBlock) and not kind.is_reported}
    assert unreported == set(re.findall(r'"(\w+)"', listed[1]))


def test_the_course_of_the_browser_tests_holds_every_kind() -> None:
    assert [] == [kind.name() for kind in BLOCKS if kind.name() not in (*kinds_written(), *IN_FULL_COURSE)]
