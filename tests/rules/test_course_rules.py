"""Each course rule finds its fault, at the place an author has to change, and leaves the near miss alone.

A false alarm teaches authors to ignore the tool; a missed fault reaches learners.
Set CPOM_UPDATE_EXPECTED=1 to rewrite `expected.txt` from what is found, and read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cpom_scorm.check import check_course
from cpom_scorm.rules.course_rules import COURSE_RULES
from tests.rules.course_fixtures import BASE, CourseFixture, course_fixtures
from tests.rules.overlay import as_line

FIXTURES = course_fixtures()
CHECKED_FAMILIES = ("YML", "CRS", "QUE", "A11")
"""What `check` alone can find; locks and templates have tests of their own."""


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_a_fixture_gives_exactly_the_findings_that_it_expects(
    fixture: CourseFixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fixture.write(tmp_path / "course")
    monkeypatch.chdir(tmp_path)
    report = check_course(Path("course"), strict=fixture.is_strict)
    found = "".join(f"{as_line(one)}\n" for one in report)
    if os.environ.get("CPOM_UPDATE_EXPECTED") and not fixture.is_valid:
        (fixture.path / "expected.txt").write_text(found, "utf-8")
    assert fixture.expected == found


@pytest.mark.parametrize("fixture", [one for one in FIXTURES if not one.is_valid], ids=lambda one: one.name)
def test_a_fixture_shows_the_rule_that_it_is_named_after(fixture: CourseFixture) -> None:
    assert fixture.rule_id in {line.split(" ")[0] for line in fixture.expected.splitlines()}


@pytest.mark.parametrize(
    "rule_id", [rule.id for rule in COURSE_RULES if rule.id.startswith(CHECKED_FAMILIES)]
)
def test_a_rule_has_a_fixture_and_a_near_miss(rule_id: str) -> None:
    names = {fixture.name for fixture in FIXTURES}
    assert [] == [name for name in (rule_id, f"{rule_id}-valid") if name not in names]


def test_fixtures_are_named_after_rules_that_exist() -> None:
    known = {rule.id for rule in COURSE_RULES}
    assert [] == [fixture.name for fixture in FIXTURES if fixture.rule_id not in known]


def test_the_base_course_is_without_findings() -> None:
    assert [] == [as_line(found) for found in check_course(BASE, strict=True)]
