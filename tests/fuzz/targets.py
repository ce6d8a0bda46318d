"""What is attacked: each target takes any bytes and must neither raise nor hang."""

from __future__ import annotations

import itertools
import os
import struct
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from cpom_scorm.editions import EDITIONS
from cpom_scorm.inspect import inspect_package
from cpom_scorm.package.metadata.check import check_metadata
from cpom_scorm.package.model import Package
from cpom_scorm.package.xml.source import parse_xml
from cpom_scorm.validate import validate_package, verify
from tests.builders import base_files
from tests.raw_zip import RawEntry, RawZip

if TYPE_CHECKING:
    from collections.abc import Callable

_FOLDER = Path(tempfile.gettempdir()) / f"cpom-fuzz-{os.getpid()}"
_FILES = {edition.id: base_files(edition) for edition in EDITIONS}
_NAMES = (b"imsmanifest.xml", b"index.html", b"../x", b"/x", b"a\\b", b"", b"a/", b"\xff", b"CON", b"a" * 300)


def archive(data: bytes) -> None:
    """Open the bytes as a zip."""
    _FOLDER.mkdir(exist_ok=True)
    path = _FOLDER / "package.zip"
    path.write_bytes(data)
    verdict = validate_package(path, strict=bool(len(data) % 2))
    assert verdict.valid is not verdict.report.has_errors
    inspect_package(path)
    assert [path] == list(_FOLDER.iterdir())
    path.unlink()
    _FOLDER.rmdir()


def entries(data: bytes) -> None:
    """Build a zip whose every field may lie as the bytes say: deeper than random bytes reach."""
    files = _FILES[EDITIONS[len(data) % len(EDITIONS)].id]
    made = [RawEntry(name.encode(), content) for name, content in files.items()]
    rows = [data[start : start + 16] for start in range(0, min(len(data) - 15, 16 * 12), 16)]
    for row in rows:
        which, what, method, flags, crc, size, mode = struct.unpack("<BBHHLLH", row)
        base = made[which % len(made)] if what & 1 else RawEntry(_NAMES[which % len(_NAMES)], row * 3)
        made.append(
            RawEntry(
                base.name,
                base.data,
                method if what & 2 else 8,
                flags if what & 4 else 0,
                mode if what & 8 else 0o100644,
                crc=crc if what & 16 else None,
                size=size if what & 32 else None,
                local_name=_NAMES[flags % len(_NAMES)] if what & 64 else None,
                extra=row if what & 128 else b"",
            )
        )
    rest = data[len(rows) * 16 :]
    archive(RawZip(tuple(made), after=rest[:40], comment=rest[40:80]).to_bytes())


def xml(data: bytes) -> None:
    """Read the bytes as XML and ask for the place of everything in it."""
    result = parse_xml(data, "file.xml")
    assert result.document is not None or any(found.severity == "error" for found in result.diagnostics)
    if result.document is not None:
        for element in itertools.islice(result.document.elements, 200):
            result.document.span(element)
            for name in element.attrib:
                result.document.attribute_span(element, str(name))


def metadata(data: bytes) -> None:
    """Read the bytes as metadata: as a file of their own, and named by a manifest."""
    document = parse_xml(data, "file.xml").document
    if document is not None:
        for problem in check_metadata(document):
            assert problem.message


def rules(data: bytes) -> None:
    """Let the whole rule set judge the bytes as the manifest of a package that is right otherwise."""
    files = _FILES[EDITIONS[len(data) % len(EDITIONS)].id]
    for found in verify(Package.from_files({**files, "imsmanifest.xml": data}), strict=True):
        assert found.message


def pages(data: bytes) -> None:
    """Let the bytes be the page, the style sheet and the script of a package that is right otherwise."""
    files = {**_FILES[EDITIONS[-1].id], "index.html": data, "styles.css": data, "player.js": data}
    for found in verify(Package.from_files(files), strict=True):
        assert found.message


TARGETS: dict[str, Callable[[bytes], None]] = {
    "archive": archive,
    "entries": entries,
    "xml": xml,
    "metadata": metadata,
    "rules": rules,
    "pages": pages,
}
