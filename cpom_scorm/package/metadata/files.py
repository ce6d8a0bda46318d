"""Files that hold metadata of a manifest or of anything in it: `adlcp:location`, wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.hrefs import target_of, within
from cpom_scorm.package.xml.rules import BEYOND_LIMITS
from cpom_scorm.package.xml.source import XmlResult, local_name, namespace, parse_xml
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from cpom_scorm.package.hrefs import Target
    from cpom_scorm.package.model import Entry
    from cpom_scorm.package.xml.source import XmlDocument

MOST_FILE_BYTES = 2 * 1024 * 1024
MOST_BYTES = 4 * 1024 * 1024
"""Of all files together. Records of metadata have some kilobytes."""
_BASE = "{http://www.w3.org/XML/1998/namespace}base"


@dataclass(frozen=True, slots=True)
class MetadataFile:
    """One `adlcp:location`."""

    written: str
    target: Target
    span: Span


def metadata_files(document: XmlDocument) -> Iterator[MetadataFile]:
    """Give the files in document order; base addresses around each element apply."""
    for element in document.named("location"):
        written = (element.text or "").strip()
        if "adlcp" in namespace(element) and written and _is_in_place(element):
            yield MetadataFile(written, target_of(written, _base(element)), document.span(element))


def read_metadata_files(document: XmlDocument, files: Mapping[str, Entry]) -> dict[str, XmlResult]:
    """Read the files of metadata that are there, by name, as long as they are not absurdly large."""
    read: dict[str, XmlResult] = {}
    left = MOST_BYTES
    for name in sorted({found.target.path or "" for found in metadata_files(document)} & files.keys()):
        entry = files[name]
        if entry.size > min(left, MOST_FILE_BYTES):
            message = f"the file has {entry.size:,} bytes; metadata of a package have {MOST_BYTES:,} at most"
            read[name] = XmlResult(None, (Diagnostic(BEYOND_LIMITS, message, Span(name)),))
            continue
        left -= entry.size
        data = entry.read()
        if len(data) == entry.size:
            read[name] = parse_xml(data, name)
    return read


def _is_in_place(element: etree._Element) -> bool:
    """Elsewhere it names no metadata; that is MD-005."""
    parent = element.getparent()
    return parent is not None and local_name(parent) == "metadata"


def _base(element: etree._Element) -> str:
    base = ""
    for outer in reversed([element, *element.iterancestors()]):
        base = within(base, str(outer.get(_BASE, "")))
    return base
