"""What a corpus is made of: packages as plain files, and defects that are put into a right one."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

MANIFEST = "imsmanifest.xml"
Files = dict[str, bytes]
"""Archive name → bytes."""
Expected = Literal["refuse", "warn", "note"]
"""At least an error, a warning or a note more than the right package has."""
FIRST, SECOND, THIRD, FOURTH = "12", "2", "3", "4"
"""SCORM 1.2 and the editions of SCORM 2004, as the catalogue's column "Ed" names them."""
ALL = (FIRST, SECOND, THIRD, FOURTH)
LATER = (SECOND, THIRD, FOURTH)


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing that is wrong, in each edition that it is wrong in."""

    rule: str
    """The catalogue's id of it."""
    name: str
    expected: Expected
    edit: Callable[[Files], Files | bytes] = field(repr=False)
    editions: tuple[str, ...] = ALL
    base: str = "plain"
    """Which right package it is put into: a key of `BASES`."""


@dataclass(frozen=True, slots=True)
class Good:
    """A package without a fault, as some tool would write it."""

    tool: str
    name: str
    edition: str
    files: Files | bytes = field(repr=False)


def zipped(files: Files | bytes) -> bytes:
    """Give a zip's bytes; the same files give the same bytes."""
    if isinstance(files, bytes):
        return files
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
