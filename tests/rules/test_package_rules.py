"""Each package rule finds its fault, in one place and in one sentence, and leaves the near miss alone.

A false alarm makes an administrator refuse a good course; a missed fault reaches learners.
Set CPOM_UPDATE_EXPECTED=1 to rewrite `expected.txt` from what is found, and read the diff.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.editions import EDITIONS, Edition
from cpom_scorm.package.archive.zip_writer import zip_bytes
from cpom_scorm.package.model import Package
from cpom_scorm.rules.package_rules import PACKAGE_RULES
from cpom_scorm.validate import validate_package, verify
from tests import hostile_zips
from tests.builders import base_files
from tests.rules.fixtures import Fixture, all_fixtures, as_line

if TYPE_CHECKING:
    from pathlib import Path

FIXTURES = all_fixtures()


def found_in(fixture: Fixture, folder: Path) -> str:
    """Judge a fixture: from memory, or from disk where only a real archive can show the fault."""
    if fixture.archive_builder is None:
        package = Package.from_files(fixture.files(), "package.zip")
        report = verify(package, strict=fixture.is_strict, profiles=fixture.profiles)
    else:
        path = folder / "package.zip"
        hostile_zips.BUILDERS[fixture.archive_builder](path)
        report = validate_package(path, strict=fixture.is_strict).report
    lines = [as_line(found).replace(folder.as_posix() + "/", "") for found in report]
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_a_fixture_gives_exactly_the_findings_that_it_expects(fixture: Fixture, tmp_path: Path) -> None:
    found = found_in(fixture, tmp_path)
    if os.environ.get("CPOM_UPDATE_EXPECTED") and not fixture.is_valid:
        (fixture.path / "expected.txt").write_text(found, "utf-8")
    assert fixture.expected == found


@pytest.mark.parametrize("fixture", [one for one in FIXTURES if not one.is_valid], ids=lambda one: one.name)
def test_a_fixture_shows_the_rule_that_it_is_named_after(fixture: Fixture) -> None:
    assert fixture.rule_id in {line.split(" ")[0] for line in fixture.expected.splitlines()}


@pytest.mark.parametrize("rule_id", [rule.id for rule in PACKAGE_RULES])
def test_a_rule_has_a_fixture_and_a_near_miss(rule_id: str) -> None:
    names = {fixture.name for fixture in FIXTURES}
    assert [] == [name for name in (rule_id, f"{rule_id}-valid") if name not in names]


def test_fixtures_are_named_after_rules_that_exist() -> None:
    known = {rule.id for rule in PACKAGE_RULES}
    assert [] == [fixture.name for fixture in FIXTURES if fixture.rule_id not in known]


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
def test_the_base_package_is_without_findings(edition: Edition, tmp_path: Path) -> None:
    files = base_files(edition)
    assert [] == [as_line(found) for found in verify(Package.from_files(files), strict=True)]
    path = tmp_path / "base.zip"
    path.write_bytes(zip_bytes(files))
    verdict = validate_package(path, strict=True)
    assert (edition, []) == (verdict.edition, [as_line(found) for found in verdict.report])
