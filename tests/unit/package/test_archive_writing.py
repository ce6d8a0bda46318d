"""Equal packages are equal bytes wherever they are built; else no one can tell what an update changes."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest

from cpom_scorm.package.archive.zip_writer import content_digest, zip_bytes
from tests.builders import base_files


def _opened(files: dict[str, bytes]) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(zip_bytes(files)))


def test_bld_10_the_manifest_comes_first_and_the_rest_by_name() -> None:
    names = [
        entry.filename for entry in _opened({"b.js": b"", "imsmanifest.xml": b"", "a/z.js": b""}).infolist()
    ]
    assert ["imsmanifest.xml", "a/z.js", "b.js"] == names


def test_bld_10_the_order_of_the_files_does_not_change_the_bytes() -> None:
    files = base_files()
    assert zip_bytes(files) == zip_bytes(dict(reversed(files.items())))


def test_bld_10_time_mode_flags_and_extra_fields_are_fixed() -> None:
    seen = {
        (entry.date_time, entry.external_attr >> 16, entry.flag_bits, entry.extra, entry.create_version)
        for entry in _opened(base_files()).infolist()
    }
    assert {((1980, 1, 1, 0, 0, 0), 0o100644, 0, b"", 20)} == seen


def test_bld_10_entries_are_stored_or_deflated_whichever_is_smaller() -> None:
    archive = _opened({"long.txt": b"a" * 500, "short.txt": b"ab"})
    methods = {entry.filename: entry.compress_type for entry in archive.infolist()}
    assert {"long.txt": zipfile.ZIP_DEFLATED, "short.txt": zipfile.ZIP_STORED} == methods


def test_another_reader_gets_back_what_was_packed() -> None:
    files = base_files()
    archive = _opened(files)
    assert archive.testzip() is None
    assert files == {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    "names",
    [("a.html", "A.html"), ("/etc/passwd",), ("../up.html",), ("\u00fcbung.html",), ("a\nb.html",)],
    ids=["names that merge", "absolute", "climbing", "not ASCII", "control character"],
)
def test_bld_08_names_that_another_host_would_change_are_refused(names: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="name"):
        zip_bytes(dict.fromkeys(names, b""))


def test_the_content_digest_is_what_sha256sum_would_give() -> None:
    listing = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in (("a", b"1"), ("b", b"2"))
    )
    assert hashlib.sha256(listing.encode()).hexdigest() == content_digest({"b": b"2", "a": b"1"})
