"""Each course rule finds its fault, at the place an author has to change, and leaves the near miss alone.

A false alarm teaches authors to ignore the tool; a missed fault reaches learners.
Set CPOM_UPDATE_EXPECTED=1 to rewrite `expected.txt` from what is found, and read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cpom_scorm.check import check_course
from cpom_scorm.rule import Severity
from cpom_scorm.rules.course_rules import COURSE_RULES
from tests.rules.course_fixtures import BASE, CourseFixture, base_course, course_fixtures
from tests.rules.overlay import as_line

FIXTURES = course_fixtures()
THEME_RULES = ("TPL-004", "TPL-005", "TPL-006", "TPL-007", "TPL-008")
CHECKED = ("YML", "CRS", "QUE", "A11", "LCK-008", *THEME_RULES)
"""How the ids of rules begin that `check` alone can find; other locks and templates have their own tests."""

REQUIREMENTS = {
    "A11Y-09 alt": "A11-001",
    "A11Y-09 heading order": "A11-003",
    "A11Y-09 link text": "A11-004",
    "A11Y-09 theme contrast": "TPL-005",
    "BLD-05 permanent course id": "CRS-015",
    "BLD-09 server-executable names": "CRS-042",
    "BLD-15 no http": "CRS-052",
    "RUN-53 at most 36 options": "QUE-008",
    "RUN-62 progress fits": "LCK-008",
    "SEC-06 link schemes": "CRS-053",
    "SEC-06 raw HTML": "CRS-056",
    "SEC-08 silent types": "YML-003",
    "SEC-08 duplicate keys": "YML-002",
    "SEC-08 alias bomb": "YML-009",
    "SEC-09 paths inside the folder": "CRS-003",
    "SEC-09 themes inside the folder": "TPL-008",
    "SEC-12 plain titles": "CRS-051",
}
"""Requirement → the rule that enforces it."""


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


@pytest.mark.parametrize("rule_id", [rule.id for rule in COURSE_RULES if rule.id.startswith(CHECKED)])
def test_a_rule_has_a_fixture_and_a_near_miss(rule_id: str) -> None:
    names = {fixture.name for fixture in FIXTURES}
    assert [] == [name for name in (rule_id, f"{rule_id}-valid") if name not in names]


def test_fixtures_are_named_after_rules_that_exist() -> None:
    known = {rule.id for rule in COURSE_RULES}
    assert [] == [fixture.name for fixture in FIXTURES if fixture.rule_id not in known]


def test_the_base_course_is_without_findings() -> None:
    assert [] == [as_line(found) for found in check_course(BASE, strict=True)]


@pytest.mark.parametrize(("requirement", "rule_id"), REQUIREMENTS.items(), ids=REQUIREMENTS.keys())
def test_a_requirement_is_enforced_by_an_error_or_warning_that_has_a_fixture(
    requirement: str, rule_id: str
) -> None:
    (judged,) = [rule for rule in COURSE_RULES if rule.id == rule_id]
    assert judged.severity is not Severity.NOTE
    assert rule_id in {fixture.name for fixture in FIXTURES}


@pytest.mark.parametrize(
    "name",
    [
        *("a.php", "a.php5.png", "a.phtml", "a.phar", "a.asp", "a.aspx", "a.ashx", "a.jsp", "a.cgi", "a.pl"),
        *("a.py", "a.rb", "a.sh", "a.shtml", "a.cfm", "a.exe", "a.dll", ".htaccess", "A.PHP", "a.PhP.svg"),
    ],
)
def test_bld_09_a_name_that_servers_run_is_refused(name: str, tmp_path: Path) -> None:
    files = base_course()
    section = files["sections/one.yaml"].replace(b"media/dot.svg", f"media/{name}".encode())
    for file, data in {**files, "sections/one.yaml": section, f"media/{name}": b"<svg/>"}.items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_bytes(data)
    assert ["CRS-042"] == [found.rule.id for found in check_course(tmp_path, strict=True)]
