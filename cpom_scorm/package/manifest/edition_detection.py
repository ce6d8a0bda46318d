"""Which edition a manifest is written for: decided by its namespace and `schemaversion` together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.editions import EDITIONS, Edition
from cpom_scorm.package.manifest.detection_rules import (
    MIXED_GENERATIONS,
    ROOT_NAME,
    ROOT_NAMESPACE,
    SCHEMAVERSION,
)
from cpom_scorm.package.quoting import any_of, quoted
from cpom_scorm.package.xml.source import local_name, namespace
from cpom_scorm.package.xml.values import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from cpom_scorm.package.xml.source import XmlDocument

_PACKAGING_PREFIX = ""
_TYPES_PREFIX = "adlcp"
_RELATIVES = {
    "http://www.imsglobal.org/xsd/imsccv1p0/imscp_v1p1": "an IMS Common Cartridge",
    "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1": "an IMS Common Cartridge",
    "http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1": "an IMS Common Cartridge",
    "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1": "an IMS Common Cartridge",
    "http://www.imsglobal.org/xsd/imsqti_v2p1": "an IMS QTI test",
    "http://ltsc.ieee.org/xsd/LOM": "learning object metadata",
    "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd": "a cmi5 course structure",
    "http://projecttincan.com/tincan.xsd": "an xAPI package",
}


@dataclass(frozen=True, slots=True)
class Detection:
    """The edition of a manifest, and what is wrong with the way it is named."""

    edition: Edition | None
    """None when it is not SCORM; a best guess when the manifest names none or a wrong one."""
    diagnostics: tuple[Diagnostic, ...]


def address(edition: Edition, prefix: str) -> str | None:
    """Give the namespace that an edition writes with this prefix, or None when it has none."""
    return next((space.uri for space in edition.manifest.namespaces if space.prefix == prefix), None)


def detect(document: XmlDocument) -> Detection:
    """Decide for which edition a manifest is written (MAN-001, 002, 010, 011)."""
    root = document.root
    if local_name(root) != "manifest":
        message = f'the root element is {quoted(local_name(root))}, expected "manifest"'
        return Detection(None, (Diagnostic(ROOT_NAME, message, document.span(root)),))
    space = namespace(root)
    candidates = tuple(edition for edition in EDITIONS if address(edition, _PACKAGING_PREFIX) == space)
    if not candidates:
        return Detection(None, (_unknown_namespace(document, space),))
    versions = list(_own_metadata(root, "schemaversion"))
    if not versions:
        return Detection(candidates[-1], tuple(_mixed(document, candidates[-1])))
    edition, found = _by_version(document, versions[0], candidates)
    if edition is None:
        return Detection(None, found)
    return Detection(edition, (*found, *_mixed(document, edition)))


def _own_metadata(root: etree._Element, name: str) -> Iterator[etree._Element]:
    for metadata in root.iterchildren("{*}metadata"):
        yield from metadata.iterchildren(f"{{*}}{name}")


def _unknown_namespace(document: XmlDocument, space: str) -> Diagnostic:
    known = dict.fromkeys(address(edition, _PACKAGING_PREFIX) or "" for edition in EDITIONS)
    if space in _RELATIVES:
        message = f"this is {_RELATIVES[space]}, not SCORM"
    elif space:
        message = f"the root element is in the namespace {quoted(space)}, expected {any_of(known)}"
    else:
        message = f"the root element is in no namespace, expected {any_of(known)}"
    remedy = "" if space in _RELATIVES else "give the namespace of SCORM's content packaging in xmlns"
    return Diagnostic(ROOT_NAMESPACE, message, document.attribute_span(document.root, "xmlns"), remedy)


def _by_version(
    document: XmlDocument, element: etree._Element, candidates: Sequence[Edition]
) -> tuple[Edition | None, tuple[Diagnostic, ...]]:
    text = text_of(element).strip()
    for edition in candidates:
        if edition.manifest.schemaversion == text:
            return edition, ()
    place = document.span(element)
    other = next((edition for edition in EDITIONS if edition.manifest.schemaversion == text), None)
    if other:
        message = (
            f'the schemaversion "{text}" is that of {other.title}, '
            f"but the namespace of the manifest is that of {_titles(candidates)}"
        )
        remedy = "use the schemaversion and the namespaces of one edition"
        return candidates[-1], (Diagnostic(MIXED_GENERATIONS, message, place, remedy),)
    if _is_plain_packaging(document):
        message = "this is an IMS content package without any SCORM element, not SCORM"
        remedy = f"write the schemaversion of SCORM if it is meant to be: {_texts(candidates)}"
        return None, (Diagnostic(SCHEMAVERSION, message, place, remedy),)
    return _mistaken(document, element, text, candidates)


def _mistaken(
    document: XmlDocument, element: etree._Element, text: str, candidates: Sequence[Edition]
) -> tuple[Edition, tuple[Diagnostic, ...]]:
    message = f"the schemaversion is {quoted(text)}, expected {_texts(candidates)}"
    meant = next((edition for edition in candidates if _means(text, edition)), None)
    remedy = f'write "{meant.manifest.schemaversion}", which stands for {meant.title}' if meant else ""
    found = Diagnostic(SCHEMAVERSION, message, document.span(element), remedy)
    return meant or candidates[-1], (found,)


def _means(text: str, edition: Edition) -> bool:
    spellings = (edition.manifest.schemaversion, *edition.manifest.mistaken_schemaversions)
    return _loose(text) in {_loose(spelling) for spelling in spellings}


def _loose(text: str) -> str:
    return " ".join(text.casefold().split())


def _titles(editions: Sequence[Edition]) -> str:
    return editions[0].title if len(editions) == 1 else f"{editions[0].title} or later"


def _texts(editions: Sequence[Edition]) -> str:
    return any_of(edition.manifest.schemaversion for edition in editions)


def _is_plain_packaging(document: XmlDocument) -> bool:
    """Whether a manifest uses nothing of SCORM: no namespace of ADL, another `schema`."""
    schemas = [text_of(found).strip() for found in _own_metadata(document.root, "schema")]
    names_scorm = any("SCORM" in schema.upper() for schema in schemas)
    return not names_scorm and not any("adlnet.org" in used for used, _, _ in _used(document))


def _used(document: XmlDocument) -> Iterator[tuple[str, etree._Element, str | None]]:
    """Give each namespace at each use: the element, and the attribute if it is one that uses it."""
    for element in document.elements:
        yield namespace(element), element, None
        for name in element.attrib:
            if str(name).startswith("{"):
                yield str(name)[1:].partition("}")[0], element, str(name)


def _mixed(document: XmlDocument, edition: Edition) -> Iterator[Diagnostic]:
    """Find packaging or ADL names of another generation than the edition's (MAN-011)."""
    expected = {prefix: address(edition, prefix) for prefix in (_PACKAGING_PREFIX, _TYPES_PREFIX)}
    strangers = {
        address(other, prefix): (other, prefix)
        for other in EDITIONS
        for prefix in expected
        if address(other, prefix) != expected[prefix]
    }
    for space, element, attribute in _used(document):
        if space not in strangers:
            continue
        other, prefix = strangers.pop(space)
        message = f'the namespace "{space}" belongs to {other.title}, but the manifest is {edition.title}'
        remedy = f'use the namespace "{expected[prefix]}"'
        place = document.attribute_span(element, attribute) if attribute else document.span(element)
        yield Diagnostic(MIXED_GENERATIONS, message, place, remedy)
