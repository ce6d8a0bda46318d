"""From a manifest's values to bytes, in the one form that all LMSs we know of can read.

Default namespace without prefix, the prefixes that Moodle looks for, no xml:base, no sub-manifests,
no objective maps, `schemaversion` on one line (BLD-01 to BLD-04, BLD-11).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.package.manifest.sequencing_writer import write_presentation, write_sequencing
from cpom_scorm.package.xml.lines import XmlLines
from cpom_scorm.package.xml.values import word_of

if TYPE_CHECKING:
    from cpom_scorm.editions import Edition
    from cpom_scorm.package.manifest.model import CompletionThreshold, Item, Manifest, Organization, Resource

_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_SETTINGS = (
    "prerequisites",
    "max_time_allowed",
    "time_limit_action",
    "launch_data",
    "mastery_score",
)
_ATTRIBUTES = {"prerequisites": {"type": "aicc_script"}}
"""Attributes that a setting always has."""


def manifest_bytes(manifest: Manifest, edition: Edition) -> bytes:
    """Write a manifest for an edition: UTF-8 without byte order mark, line feeds, the same bytes every time.

    The first SCO's resource is written first: some LMSs launch the first resource they find (LMS-005).
    Raises ValueError for what the edition cannot say or LMSs cannot read: those never come from a course.
    """
    _refuse_unwritable(manifest)
    return _Writer(edition).write(manifest)


def _refuse_unwritable(manifest: Manifest) -> None:
    bases = (manifest.base, manifest.resources_base, *(resource.base for resource in manifest.resources))
    if any(bases):
        raise ValueError("xml:base is never written: Moodle and Open edX ignore it")
    if manifest.manifests:
        raise ValueError("manifests inside a manifest are never written: LMSs ignore them")


class _Writer:
    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._form = edition.manifest
        self._lines = XmlLines()

    def write(self, manifest: Manifest) -> bytes:
        lines = self._lines
        lines.start("manifest", self._root_attributes(manifest), breaks=True)
        if manifest.metadata is not None:
            lines.start("metadata", {})
            for name in ("schema", "schemaversion"):
                text = getattr(manifest.metadata, name)
                if text is not None:
                    lines.text(name, text)
            for location in manifest.metadata.locations:
                lines.text("adlcp:location", location)
            lines.end()
        lines.start("organizations", {"default": manifest.default_organization})
        for organization in manifest.organizations:
            self._organization(organization)
        lines.end()
        lines.start("resources", {})
        for resource in sorted(
            manifest.resources, key=lambda resource: not (resource.is_sco and resource.href)
        ):
            self._resource(resource)
        lines.end(2)
        return lines.data()

    def _root_attributes(self, manifest: Manifest) -> dict[str, str | None]:
        spaces = {
            f"xmlns:{space.prefix}" if space.prefix else "xmlns": space.uri for space in self._form.namespaces
        }
        pairs = " ".join(part for pair in manifest.schema_locations for part in pair)
        located = {"xmlns:xsi": _INSTANCE, "xsi:schemaLocation": pairs} if pairs else {}
        return {"identifier": manifest.identifier, "version": manifest.version, **spaces, **located}

    def _organization(self, organization: Organization) -> None:
        objectives, data = organization.objectives_global_to_system, organization.shared_data_global_to_system
        self._need("objectivesGlobalToSystem", objectives, allowed=self._form.has_sequencing)
        self._need("sharedDataGlobalToSystem", data, allowed=self._form.has_threshold_attributes)
        attributes = {
            "identifier": organization.identifier,
            "structure": organization.structure,
            "adlseq:objectivesGlobalToSystem": word_of(objectives),
            "adlcp:sharedDataGlobalToSystem": word_of(data),
        }
        self._lines.start("organization", attributes)
        self._title(organization.title)
        for item in organization.items:
            self._item(item)
        self._sequencing(organization)
        self._lines.end()

    def _item(self, item: Item) -> None:
        attributes = {
            "identifier": item.identifier,
            "identifierref": item.resource_id,
            "isvisible": word_of(item.is_visible),
            "parameters": item.parameters,
        }
        self._lines.start("item", attributes)
        self._title(item.title)
        for inner in item.items:
            self._item(inner)
        for ours in _SETTINGS:
            value = getattr(item, ours)
            self._need(ours, value, allowed=ours in self._form.parameter_elements)
            if value is not None:
                name = f"adlcp:{self._form.parameter_elements[ours]}"
                self._lines.text(name, value, _ATTRIBUTES.get(ours))
        self._threshold(item.completion_threshold)
        self._sequencing(item)
        self._need("hideLMSUI", item.hidden_controls or None, allowed=self._form.has_navigation)
        write_presentation(self._lines, item.hidden_controls)
        self._lines.end()

    def _sequencing(self, activity: Item | Organization) -> None:
        self._need("sequencing", activity.sequencing, allowed=self._form.has_sequencing)
        if activity.sequencing is not None:
            write_sequencing(self._lines, activity.sequencing)

    def _threshold(self, threshold: CompletionThreshold | None) -> None:
        name = self._form.parameter_elements.get("completion_threshold")
        self._need("completion_threshold", threshold, allowed=name is not None)
        if threshold is None:
            return
        if self._form.has_threshold_attributes:
            attributes = {
                "completedByMeasure": word_of(threshold.by_measure),
                "minProgressMeasure": threshold.minimum,
                "progressWeight": threshold.weight,
            }
            self._lines.empty(f"adlcp:{name}", attributes)
            return
        self._need("completedByMeasure", threshold.by_measure, allowed=False)
        self._need("progressWeight", threshold.weight, allowed=False)
        self._lines.text(f"adlcp:{name}", threshold.minimum or "")

    def _resource(self, resource: Resource) -> None:
        attributes = {
            "identifier": resource.identifier,
            "type": resource.type,
            f"adlcp:{self._form.scorm_type_attribute}": resource.scorm_type,
            "href": resource.href,
        }
        self._lines.start("resource", attributes)
        for file in resource.files:
            self._lines.empty("file", {"href": file.href})
        for dependency in resource.dependencies:
            self._lines.empty("dependency", {"identifierref": dependency.resource_id})
        self._lines.end()

    def _title(self, title: str | None) -> None:
        if title is not None:
            self._lines.text("title", title)

    def _need(self, name: str, value: object, *, allowed: bool) -> None:
        """Refuse a value that the edition has no place for, instead of losing it."""
        if value is not None and not allowed:
            raise ValueError(f"{self._edition.title} has no place for {name}")
