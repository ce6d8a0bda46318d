"""Administrators replace packages that learners are in the middle of: they must know what that does."""

from __future__ import annotations

import json
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.lms import REPLACING
from cpom_scorm.package.archive.zip_writer import zip_bytes
from tests.builders import base_files
from tests.command_line import change, cpom, write_starter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Give the starter course as it is, with a changed key and a page title, and under another id."""
    folder = tmp_path_factory.mktemp("diff")
    course = write_starter(folder / "course")
    built = {}

    def build(name: str, edition: str, *more: str) -> None:
        done = cpom("build", course, "--output", folder / name, "--edition", edition, *more)
        assert done.code == 0, done.err
        (built[name],) = (folder / name).glob("*.zip")

    build("old", "scorm12")
    build("later_edition", "scorm2004-4th")
    change(course / "sections/1-pages.yaml", "correct: false", "correct: true")
    change(course / "sections/1-pages.yaml", "title: Blocks on a page", "title: Blocks of a page")
    build("new", "scorm12")
    text = (course / "course.yaml").read_text("utf-8")
    (course / "course.yaml").write_text(re.sub(r"(?m)^id: .*", "id: another-course", text), "utf-8")
    build("other_id", "scorm12", "--new-identity")
    return built


def test_what_changed_is_told_with_what_it_means_for_each_lms(packages: dict[str, Path]) -> None:
    done = cpom("diff", packages["old"], packages["new"])
    assert (0, "") == (done.code, done.err)
    lines = " ".join(done.out.split())
    assert "1 page renamed, 1 question changed." in lines
    assert 'the answer to "check_ids" is lost: its key changed' in lines
    assert "Learners in the middle lose 1 answer and keep everything else." in lines
    assert all(f"{lms.title} safe" in lines for lms in REPLACING)
    data = json.loads(cpom("diff", packages["old"], packages["new"], "--format", "json").out)
    assert (1, True, True) == (data["schema_version"], data["safe"], data["records_read"])
    assert [change["id"] for change in data["changes"] if change["loses"]] == ["check_ids"]


def test_equal_packages_differ_in_nothing(packages: dict[str, Path]) -> None:
    done = cpom("diff", packages["new"], packages["new"])
    assert done.code == 0
    assert "the same pages, quizzes and questions" in done.out
    assert "Learners in the middle keep all of their progress." in done.out


def test_an_older_package_reads_no_newer_records(packages: dict[str, Path]) -> None:
    """Going back is no way out: the generation of the newer records is unknown to the older player."""
    done = cpom("diff", packages["new"], packages["old"])
    assert done.code == 1
    assert "Learners in the middle start again." in done.out


def test_another_edition_or_identity_is_not_safe_where_the_lms_goes_by_it(packages: dict[str, Path]) -> None:
    """BLD-05."""
    assert cpom("diff", packages["old"], packages["later_edition"]).code == 1
    data = json.loads(cpom("diff", packages["new"], packages["other_id"], "--format", "json").out)
    safe = {verdict["profile"]: verdict["safe"] for verdict in data["verdicts"]}
    assert safe == {**dict.fromkeys(safe, False), "openedx": True}
    assert cpom("diff", packages["new"], packages["other_id"], "--profile", "openedx").code == 0


def test_every_row_about_an_lms_has_its_evidence() -> None:
    assert all(lms.replacing and lms.replacing.why and lms.replacing.evidence for lms in REPLACING)


def repacked(package: Path, target: Path, edit: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(package) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    edit(files)
    target.write_bytes(zip_bytes(files))
    return target


DATA = "course-data.js"


@pytest.mark.parametrize(
    "data",
    [
        b"alert(1)",
        b"(globalThis.cpomScorm ||= {}).course=" + b"[" * 200_000 + b";\n",
        b"(globalThis.cpomScorm ||= {}).course={};\n",
        b'(globalThis.cpomScorm ||= {}).course={"version":99};\n',
        b"(globalThis.cpomScorm ||= {}).course=\xff\xfe;\n",
        b'(globalThis.cpomScorm ||= {}).course={"version":1,"record":[],"pages":3};\n',
    ],
    ids=["a script", "deep", "empty", "a later version", "no text", "other forms"],
)
def test_a_package_with_other_data_is_refused_in_words(
    packages: dict[str, Path], tmp_path: Path, data: bytes
) -> None:
    """SEC-01: nothing that stands in a package is run, and nothing in it makes the command fail."""
    hostile = repacked(packages["old"], tmp_path / "hostile.zip", lambda files: files.update({DATA: data}))
    done = cpom("diff", packages["old"], hostile)
    assert (2, "") == (done.code, done.out)
    assert "it was not built by cpom-scorm, or was altered" in " ".join(done.err.split())


def test_packages_of_other_tools_and_what_is_no_package_are_refused_in_words(
    packages: dict[str, Path], tmp_path: Path
) -> None:
    foreign, notes = tmp_path / "foreign.zip", tmp_path / "notes.zip"
    foreign.write_bytes(zip_bytes(base_files()))
    notes.write_text("no zip")
    for path, told in ((foreign, f'it has no "{DATA}"'), (notes, "PKG-001")):
        done = cpom("diff", path, packages["old"])
        assert (2, "") == (done.code, done.out)
        assert told in " ".join(done.err.split())
    assert cpom("diff", tmp_path / "nothing.zip", packages["old"]).code == 2


@pytest.mark.parametrize("columns", ["44", "80"])
def test_the_result_fits_the_terminal(
    packages: dict[str, Path], columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = cpom("diff", packages["new"], packages["other_id"]).out.splitlines()
    assert max(map(len, lines)) <= int(columns)
