"""Every rule has a page in the documentation and a family, or people search for an id in vain.

Set CPOM_UPDATE_EXPECTED=1 to write the pages anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cpom_scorm.rules import RULES
from cpom_scorm.rules.families import FAMILIES, family_of
from tests.rule_pages import page_files

ROOT = Path(__file__).parents[2]
PAGES = page_files(ROOT)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_says_what_the_rules_say(path: Path) -> None:
    if os.environ.get("CPOM_UPDATE_EXPECTED"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(PAGES[path], "utf-8")
    assert PAGES[path] == path.read_text("utf-8")


def test_no_page_is_left_of_a_family_that_is_gone() -> None:
    assert set() == set((ROOT / "docs" / "rules").glob("*.md")) - set(PAGES)


def test_every_rule_belongs_to_a_family_that_is_listed_once() -> None:
    ids = [family.id for family in FAMILIES]
    assert len(set(ids)) == len(ids)
    assert {family_of(rule).id for rule in RULES} <= set(ids)
