"""Files that hold metadata of a manifest or of anything in it: `adlcp:location`, wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.package.hrefs import target_of, within
from cpom_scorm.package.xml.source import local_name, namespace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from cpom_scorm.package.hrefs import Target
    from cpom_scorm.package.xml.source import XmlDocument
    from cpom_scorm.source import Span

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


def _is_in_place(element: etree._Element) -> bool:
    """Elsewhere it names no metadata; that is MD-005."""
    parent = element.getparent()
    return parent is not None and local_name(parent) == "metadata"


def _base(element: etree._Element) -> str:
    base = ""
    for outer in reversed([element, *element.iterancestors()]):
        base = within(base, str(outer.get(_BASE, "")))
    return base
