"""Any zip or folder opens as a package. An LMS administrator checks what vendors send, whatever it is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from cpom_scorm.package.archive.limits import Limits
from cpom_scorm.package.archive.opening import OpenedPackage, open_package
from cpom_scorm.package.archive.zip_writer import zip_bytes
from tests.builders import base_files
from tests.raw_zip import RawZip, changed
from tests.rules.fixtures import as_line
from tests.unusual_zips import UNUSUAL


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The base package, unpacked."""
    for name, data in base_files().items():
        path = tmp_path / "course" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "course"


def contents(opened: OpenedPackage) -> dict[str, bytes]:
    assert opened.package is not None
    return {name: entry.read() for name, entry in opened.package.files.items()}


def findings(opened: OpenedPackage) -> list[str]:
    return [as_line(found) for found in opened.diagnostics]


def test_a_zip_gives_its_files_manifest_and_edition(tmp_path: Path) -> None:
    path = tmp_path / "course.zip"
    path.write_bytes(zip_bytes(base_files()))
    opened = open_package(path, "course.zip")
    assert base_files() == contents(opened)
    assert opened.package is not None
    assert opened.package.manifest is not None
    assert ("course.zip", "base-course", []) == (
        opened.package.origin,
        opened.package.manifest.identifier,
        findings(opened),
    )


def test_a_folder_gives_the_same_as_its_zip(folder: Path) -> None:
    opened = open_package(folder, "course")
    assert (base_files(), []) == (contents(opened), findings(opened))


def test_what_python_packs_opens_without_findings(folder: Path, tmp_path: Path) -> None:
    path = Path(shutil.make_archive(str(tmp_path / "packed"), "zip", folder))
    opened = open_package(path, "packed.zip")
    assert (base_files(), []) == (contents(opened), findings(opened))


@pytest.mark.parametrize("name", UNUSUAL)
def test_an_odd_but_right_zip_opens_without_findings(name: str, tmp_path: Path) -> None:
    path = tmp_path / "course.zip"
    path.write_bytes(UNUSUAL[name]())
    opened = open_package(path, "course.zip")
    assert [] == findings(opened)
    assert {name: len(data) for name, data in contents(opened).items()} == {
        name: entry.size for name, entry in opened.package.files.items() if opened.package
    }


def test_a_path_that_does_not_exist_is_a_finding(tmp_path: Path) -> None:
    opened = open_package(tmp_path / "gone.zip", "gone.zip")
    expected = ['PKG-001 error gone.zip "gone.zip" cannot be read: no such file or directory']
    assert (None, expected) == (opened.package, findings(opened))


def test_sec_01_links_and_pipes_in_a_folder_are_named_and_never_followed(folder: Path) -> None:
    (folder / "link.html").symlink_to("/etc/passwd")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    opened = open_package(folder, "course")
    assert [
        'PKG-018 error link.html "link.html" is a symbolic link',
        'PKG-018 error loop "loop" is a symbolic link',
        'PKG-018 error pipe "pipe" is a pipe',
    ] == findings(opened)
    assert (b"", b"", b"") == tuple(contents(opened)[name] for name in ("link.html", "loop", "pipe"))


def test_a_folder_too_deep_for_any_lms_is_read_without_end_of_stack(folder: Path) -> None:
    deep = folder / "/".join(["d"] * 400)
    deep.mkdir(parents=True)
    (deep / "page.html").write_text("text", "utf-8")
    assert open_package(folder, "course").package is not None


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (Limits(entries=3), "3"),
        (Limits(total=5000), "5,000 bytes"),
        (Limits(single=3000), "3,000 bytes"),
        (Limits(manifest=100), "the manifest is larger than 100 bytes"),
    ],
    ids=["entries", "total", "single", "manifest"],
)
@pytest.mark.parametrize("form", ["zip", "folder"])
def test_sec_02_limits_hold_for_zips_and_folders(
    limits: Limits, message: str, form: str, folder: Path, tmp_path: Path
) -> None:
    path = folder
    if form == "zip":
        path = tmp_path / "course.zip"
        path.write_bytes(zip_bytes(base_files()))
    opened = open_package(path, "course", limits)
    assert (None, "PKG-017") == (opened.package, opened.diagnostics[0].rule.id)
    assert message in opened.diagnostics[0].message


def test_an_entry_that_cannot_be_trusted_reads_as_empty(tmp_path: Path) -> None:
    path = tmp_path / "course.zip"
    path.write_bytes(RawZip(changed(base_files(), "styles.css", crc=1)).to_bytes())
    assert b"" == contents(open_package(path, "course.zip"))["styles.css"]


def test_a_file_that_vanishes_after_opening_reads_as_empty(tmp_path: Path) -> None:
    path = tmp_path / "course.zip"
    path.write_bytes(zip_bytes(base_files()))
    opened = open_package(path, "course.zip")
    path.unlink()
    assert {b""} == set(contents(opened).values())
