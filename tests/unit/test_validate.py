"""The verdict on a package is right and complete. An administrator accepts or refuses courses by it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cpom_scorm.editions import EDITIONS, Edition
from cpom_scorm.package.archive.zip_writer import zip_bytes
from cpom_scorm.package.manifest.model import File
from cpom_scorm.package.model import Package
from cpom_scorm.validate import MOST_FINDINGS, Verdict, validate_package, verify
from tests.builders import base_asset, base_files, base_manifest, base_sco
from tests.rules.fixtures import as_line

ROOT = Path(__file__).parents[2]


def verdict_on(folder: Path, files: dict[str, bytes], *, strict: bool = False) -> Verdict:
    path = folder / "course.zip"
    path.write_bytes(zip_bytes(files))
    return validate_package(path, strict=strict)


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
def test_a_right_package_of_each_edition_is_valid(edition: Edition, tmp_path: Path) -> None:
    verdict = verdict_on(tmp_path, base_files(edition))
    assert (str(tmp_path / "course.zip"), edition, True) == (verdict.path, verdict.edition, verdict.valid)


def test_warnings_leave_a_package_valid(tmp_path: Path) -> None:
    verdict = verdict_on(tmp_path, {**base_files(), "draft.txt": b"text"})
    assert (["PKG-030"], True) == ([found.rule.id for found in verdict.report], verdict.valid)


def test_strict_turns_on_the_stricter_severities(tmp_path: Path) -> None:
    files = base_files()
    del files["xml.xsd"], files["imsss_v1p0.xsd"]
    valid = [verdict_on(tmp_path, files, strict=strict).valid for strict in (False, True)]
    assert [True, False] == valid


def test_what_is_no_scorm_is_told_so_once(tmp_path: Path) -> None:
    manifest = b'<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"><resources/></manifest>'
    verdict = verdict_on(tmp_path, {"imsmanifest.xml": manifest})
    assert (["MAN-001"], None) == ([found.rule.id for found in verdict.report], verdict.edition)


def test_a_broken_manifest_hides_no_fault_of_the_archive(tmp_path: Path) -> None:
    verdict = verdict_on(tmp_path, {"imsmanifest.xml": b"<manifest", "con.html": b""})
    assert {"XML-001", "PKG-020"} == {found.rule.id for found in verdict.report}


def test_our_own_package_is_judged_as_its_zip_is(tmp_path: Path) -> None:
    files = {**base_files(), "draft.txt": b"text", "Index.html": b"text"}
    del files["player.js"]
    in_memory = [as_line(found) for found in verify(Package.from_files(files), strict=False)]
    path = tmp_path / "course.zip"
    path.write_bytes(zip_bytes({name: data for name, data in files.items() if name != "Index.html"}))
    on_disk = [as_line(found) for found in validate_package(path).report]
    assert [line for line in in_memory if "Index.html" not in line] == on_disk


def test_findings_come_in_the_order_of_their_places_whatever_the_order_of_the_files() -> None:
    files = {**base_files(), "what?.txt": b"", "draft.txt": b"", "con.html": b""}
    reports = [
        [as_line(found) for found in verify(Package.from_files(ordered), strict=False)]
        for ordered in (files, dict(reversed(files.items())))
    ]
    assert reports[0] == reports[1]
    assert reports[0] == sorted(reports[0], key=lambda line: line.split(" ")[2])


def test_a_thousand_findings_of_one_rule_are_shown_as_a_few_and_counted() -> None:
    asset = replace(base_asset(), files=tuple(File(f"gone-{number:04}.html") for number in range(1000)))
    manifest = replace(base_manifest(), resources=(replace(base_sco(), dependencies=()), asset))
    files = {name: data for name, data in base_files(manifest=manifest).items() if "/" not in name}
    missing = [
        found for found in verify(Package.from_files(files), strict=False) if found.rule.id == "RES-005"
    ]
    left_out = f"{1000 - MOST_FINDINGS} more findings of this kind are left out"
    assert (MOST_FINDINGS + 1, left_out) == (len(missing), missing[0].message)


def test_validating_needs_none_of_the_author_s_libraries() -> None:
    """Whoever only validates starts fast, and the package side stays apart from the course side."""
    names = ("pydantic", "jinja2", "yaml", "click", "markdown_it")
    code = f"import sys, cpom_scorm.validate\nprint([name for name in {names} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "[]" == done.stdout.strip()
