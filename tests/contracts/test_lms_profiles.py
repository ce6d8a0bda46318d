"""What is said about LMSs has evidence, and the page about it shows all of it and nothing else.

Set CPOM_UPDATE_EXPECTED=1 to rewrite the tables of the page.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.editions import EDITIONS
from cpom_scorm.lms import GENERIC, LMSS, UNASKED, Lms
from cpom_scorm.package.model import Package
from cpom_scorm.rule import Severity
from cpom_scorm.rules.package_rules import LMS_RULES, PACKAGE_RULES
from cpom_scorm.validate import verify
from tests.builders import base_files
from tests.rules.fixtures import as_line

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.editions import Edition
    from cpom_scorm.lms import Behaviour

START, END = "<!-- profiles -->\n", "<!-- end of profiles -->"
TABLE = """\
| Rule | What is found | Weight | Editions | What the LMS does | Known from |
|---|---|---|---|---|---|
"""
RULES = {rule.id: rule for rule in PACKAGE_RULES}


def where(behaviour: Behaviour) -> str:
    if behaviour.editions == EDITIONS:
        return "all"
    if behaviour.editions == EDITIONS[1:]:
        return "2004"
    return ", ".join(
        edition.title.removeprefix("SCORM ").removesuffix(" Edition") for edition in behaviour.editions
    )


def section(lms: Lms) -> str:
    head = f"### `{lms.name}`: {lms.title}\n\n{lms.known}\n"
    if not lms.behaviours:
        return head + "\nNothing is known that a package could be judged by.\n"
    rows = [
        f"| {one.rule} | {RULES[one.rule].name.replace('-', ' ')} | {one.severity} | {where(one)} "
        f"| {one.does} | {one.evidence} |\n"
        for one in lms.behaviours
    ]
    return f"{head}\n{TABLE}{''.join(rows)}"


def sections() -> str:
    return "\n" + "\n".join(map(section, LMSS)) + "\n"


def test_the_page_lists_every_fact(root: Path) -> None:
    """BLD-16."""
    page = root / "docs" / "lms-profiles.md"
    before, rest = page.read_text("utf-8").split(START)
    shown, after = rest.split(END)
    if os.environ.get("CPOM_UPDATE_EXPECTED"):
        page.write_text(f"{before}{START}{sections()}{END}{after}", "utf-8")
        shown = sections()
    assert sections() == shown


def test_the_page_names_the_rules_that_hold_without_a_profile(root: Path) -> None:
    page = (root / "docs" / "lms-profiles.md").read_text("utf-8")
    found = re.search(r"Without `--profile`[^.:]*:\s+([^.]*)\.", page)
    assert found
    assert sorted(UNASKED) == re.findall(r"LMS-\d{3}", found[1])


@pytest.mark.parametrize("lms", LMSS, ids=lambda lms: lms.name)
def test_bld_17_every_fact_about_an_lms_has_a_rule_and_evidence(lms: Lms) -> None:
    assert lms.known.endswith(".")
    assert lms.behaviours or lms.replacing
    for one in lms.behaviours:
        assert one.rule in RULES
        assert one.does[:1]
        assert len(one.evidence) > 10


def test_every_rule_about_lmss_is_known_of_some_lms() -> None:
    known = {one.rule for lms in LMSS for one in lms.behaviours}
    assert [] == [rule.id for rule in LMS_RULES if rule.id not in known]
    assert {one.rule for one in GENERIC.behaviours} >= UNASKED


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
@pytest.mark.parametrize("lms", LMSS, ids=lambda lms: lms.name)
def test_a_right_package_is_told_nothing_but_the_editions_of_an_lms(lms: Lms, edition: Edition) -> None:
    report = verify(Package.from_files(base_files(edition)), strict=True, profiles=(lms,))
    assert [] == [as_line(found) for found in report if found.rule.id != "LMS-012"]
    unplayed = [one for one in lms.behaviours if one.rule == "LMS-012" and edition in one.editions]
    assert [one.severity for one in unplayed] == [found.severity for found in report]


def test_one_fault_is_one_finding_that_names_every_lms_and_weighs_what_the_hardest_says() -> None:
    files = base_files() | {"upload.php": b""}
    lmss = tuple(lms for lms in LMSS if lms.name in ("moodleapp", "talentlms", "cornerstone"))
    found = [
        one
        for one in verify(Package.from_files(files), strict=False, profiles=lmss)
        if one.rule.id == "LMS-012"
    ]
    assert [Severity.ERROR] == [one.severity for one in found]
    assert all(title in found[0].message for title in ("Moodle app", "TalentLMS", "Cornerstone"))
    assert all(source in found[0].help for source in ("moodlehq/moodleapp", "help.talentlms.com", "csod.dev"))


def test_what_an_lms_makes_of_a_fault_is_told_with_the_fault() -> None:
    files = base_files(EDITIONS[0])
    manifest = files["imsmanifest.xml"].replace(b'identifierref="base-sco"', b'identifierref="nothing"')
    package = Package.from_files(files | {"imsmanifest.xml": manifest})
    cloud = tuple(lms for lms in LMSS if lms.name == "scormcloud")
    (found,) = (one for one in verify(package, strict=False, profiles=cloud) if one.rule.id == "ITM-001")
    assert found.message.endswith("; SCORM Cloud calls it an error")
    assert "known from support.scorm.com" in found.help
