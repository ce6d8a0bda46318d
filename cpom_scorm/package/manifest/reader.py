"""From the bytes of a manifest, ours or anybody's, to what it says, with the edition it is written for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.manifest.edition_detection import address, detect
from cpom_scorm.package.manifest.model import (
    Dependency,
    File,
    Item,
    Manifest,
    Metadata,
    Organization,
    Resource,
)
from cpom_scorm.package.manifest.sequencing_reader import (
    read_completion_threshold,
    read_hidden_controls,
    read_sequencing,
)
from cpom_scorm.package.xml.source import local_name, namespace, parse_xml
from cpom_scorm.package.xml.values import boolean_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from cpom_scorm.diagnostics import Diagnostic
    from cpom_scorm.editions import Edition
    from cpom_scorm.package.xml.source import XmlDocument

_XML = "{http://www.w3.org/XML/1998/namespace}"
_SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"


@dataclass(frozen=True, slots=True)
class ManifestResult:
    """What reading a manifest gave."""

    manifest: Manifest | None
    """None when the file is not XML or its root is no manifest."""
    document: XmlDocument | None
    edition: Edition | None
    """None when it is not SCORM; the closest one when the manifest names none or a wrong one."""
    diagnostics: tuple[Diagnostic, ...]
    """What XML and detection found; the grammar is checked apart."""


def read_manifest(data: bytes, file: str) -> ManifestResult:
    """Read the bytes of a manifest; `file` is the path shown to people. Never raises on any input."""
    parsed = parse_xml(data, file)
    if parsed.document is None:
        return ManifestResult(None, None, None, parsed.diagnostics)
    document = parsed.document
    detection = detect(document)
    manifest = None
    if local_name(document.root) == "manifest":
        manifest = _Reader(document, detection.edition or EDITIONS[-1]).manifest(document.root)
    found = (*parsed.diagnostics, *detection.diagnostics)
    return ManifestResult(manifest, document, detection.edition, found)


class _Reader:
    """Reads elements by name, in whatever place they stand; wrong places are the checker's to find."""

    def __init__(self, document: XmlDocument, edition: Edition) -> None:
        self._document = document
        self._form = edition.manifest
        self._packaging = namespace(document.root)
        self._types = address(edition, "adlcp")
        self._sequencing = address(edition, "adlseq")

    def manifest(self, element: etree._Element) -> Manifest:
        organizations = tuple(self._own(element, "organizations"))
        resources = tuple(self._own(element, "resources"))
        metadata = next(self._own(element, "metadata"), None)
        return Manifest(
            element.get("identifier", ""),
            None if metadata is None else self._metadata(metadata),
            tuple(
                self._organization(one) for every in organizations for one in self._own(every, "organization")
            ),
            organizations[0].get("default") if organizations else None,
            tuple(self._resource(one) for every in resources for one in self._own(every, "resource")),
            version=element.get("version"),
            base=element.get(f"{_XML}base", ""),
            resources_base=resources[0].get(f"{_XML}base", "") if resources else "",
            schema_locations=_pairs(element.get(_SCHEMA_LOCATION, "")),
            manifests=tuple(map(self.manifest, self._own(element, "manifest"))),
            node=self._document.number(element),
        )

    def _metadata(self, element: etree._Element) -> Metadata:
        return Metadata(
            self._text(element, "schema"),
            self._text(element, "schemaversion"),
            tuple(text_of(found) for found in self._typed(element, "location")),
            node=self._document.number(element),
        )

    def _organization(self, element: etree._Element) -> Organization:
        return Organization(
            element.get("identifier", ""),
            self._text(element, "title"),
            tuple(map(self._item, self._own(element, "item"))),
            structure=element.get("structure"),
            sequencing=read_sequencing(self._document, element),
            objectives_global_to_system=boolean_of(
                element.get(f"{{{self._sequencing}}}objectivesGlobalToSystem")
            ),
            shared_data_global_to_system=boolean_of(
                element.get(f"{{{self._types}}}sharedDataGlobalToSystem")
            ),
            node=self._document.number(element),
        )

    def _item(self, element: etree._Element) -> Item:
        return Item(
            element.get("identifier", ""),
            self._text(element, "title"),
            element.get("identifierref"),
            boolean_of(element.get("isvisible")) is not False,
            element.get("parameters"),
            tuple(map(self._item, self._own(element, "item"))),
            prerequisites=self._setting(element, "prerequisites"),
            max_time_allowed=self._setting(element, "max_time_allowed"),
            time_limit_action=self._setting(element, "time_limit_action"),
            launch_data=self._setting(element, "launch_data"),
            mastery_score=self._setting(element, "mastery_score"),
            completion_threshold=read_completion_threshold(self._document, self._types, element),
            sequencing=read_sequencing(self._document, element),
            hidden_controls=read_hidden_controls(element),
            node=self._document.number(element),
        )

    def _resource(self, element: etree._Element) -> Resource:
        return Resource(
            element.get("identifier", ""),
            element.get("href"),
            element.get("type"),
            element.get(f"{{{self._types}}}{self._form.scorm_type_attribute}"),
            element.get(f"{_XML}base", ""),
            tuple(
                File(found.get("href", ""), node=self._document.number(found))
                for found in self._own(element, "file")
            ),
            tuple(
                Dependency(found.get("identifierref", ""), node=self._document.number(found))
                for found in self._own(element, "dependency")
            ),
            node=self._document.number(element),
        )

    def _own(self, parent: etree._Element, name: str) -> Iterator[etree._Element]:
        """Give the children with this name in the namespace of the manifest's root."""
        return parent.iterchildren(f"{{{self._packaging}}}{name}")

    def _typed(self, parent: etree._Element, name: str) -> Iterator[etree._Element]:
        return parent.iterchildren(f"{{{self._types}}}{name}")

    def _text(self, parent: etree._Element, name: str) -> str | None:
        found = next(self._own(parent, name), None)
        return None if found is None else text_of(found)

    def _setting(self, item: etree._Element, ours: str) -> str | None:
        name = self._form.parameter_elements.get(ours)
        found = next(self._typed(item, name), None) if name else None
        return None if found is None else text_of(found)


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    tokens = text.split()
    return tuple(zip(tokens[::2], tokens[1::2], strict=False))
