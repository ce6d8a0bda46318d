"""From a manifest to activity trees: follows references to the collection and fills in defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.package.activities.model import Activity, ActivityTree, Launch
from cpom_scorm.package.activities.sequencing_parts import PARTS, SequencingParts
from cpom_scorm.package.hrefs import all_resources
from cpom_scorm.package.manifest.model import Placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from cpom_scorm.package.manifest.model import Item, Manifest, Organization
    from cpom_scorm.package.xml.source import XmlDocument

_SEQUENCING = "{*}sequencing"


def read_activity_trees(manifest: Manifest, document: XmlDocument) -> Iterator[ActivityTree]:
    """Give the tree of each organization. Values that no schema allows count as if they were absent."""
    reader = _Reader(manifest, document)
    for organization in manifest.organizations:
        yield ActivityTree(reader.tree(organization), organization.objectives_global_to_system)


class _Reader:
    def __init__(self, manifest: Manifest, document: XmlDocument) -> None:
        self._document = document
        self._kinds: dict[str, Launch] = {}
        for resource, _ in all_resources(manifest):
            kind = Launch.ASSET if resource.scorm_type == "asset" else Launch.SCO
            self._kinds.setdefault(resource.identifier, kind)
        self._collection = {
            entry.get("ID", "").strip(): entry
            for collection in document.root.iter("{*}sequencingCollection")
            for entry in collection.iterchildren(_SEQUENCING)
        }

    def tree(self, organization: Organization) -> Activity:
        root = self._activity(organization, None, Launch.NOTHING)
        waiting: list[tuple[Activity, tuple[Item, ...]]] = [(root, organization.items)]
        while waiting:
            parent, items = waiting.pop()
            parent.children = tuple(self._item(item, parent) for item in items)
            waiting += [
                (child, item.items) for child, item in zip(parent.children, items, strict=True) if item.items
            ]
        for number, activity in enumerate(root.walk()):
            activity.number = number
        return root

    def _item(self, item: Item, parent: Activity) -> Activity:
        launch = Launch.NOTHING
        if not item.items and item.resource_id is not None:
            launch = self._kinds.get(item.resource_id, Launch.SCO)
        activity = self._activity(item, parent, launch)
        activity.is_visible = item.is_visible
        activity.hidden_controls = item.hidden_controls
        threshold = item.completion_threshold
        activity.completed_by_measure = bool(threshold and threshold.by_measure)
        return activity

    def _activity(self, thing: Item | Organization, parent: Activity | None, launch: Launch) -> Activity:
        activity = Activity(thing.identifier or thing.title or "", 0, parent, launch, Placed(node=thing.node))
        if thing.sequencing is None or thing.sequencing.node is None:
            return activity
        parts = self._parts(self._document.elements[thing.sequencing.node])
        for name, read in PARTS.items():
            setattr(activity, name, read(parts))
        return activity

    def _parts(self, sequencing: etree._Element) -> SequencingParts:
        """Collect the elements that count: its own replace those it refers to, one by one (SN 2.1)."""
        entry = self._collection.get(sequencing.get("IDRef", "").strip())
        elements: dict[str, etree._Element] = {}
        for source in (entry, sequencing):
            for child in () if source is None else source.iterchildren("{*}*"):
                elements[str(child.tag)] = child
        return SequencingParts(self._document, elements)
