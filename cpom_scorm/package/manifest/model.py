"""What a manifest says, as plain values. The reader makes them from any manifest, the plan from a course."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MANIFEST_NAME = "imsmanifest.xml"
"""The one name, at the root of a package, under which LMSs look for the manifest (PKG-002 to PKG-004)."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Something a manifest says that was read from an element of a document."""

    node: int | None = field(default=None, compare=False, repr=False, kw_only=True)
    """Number of the element in document order, for `XmlDocument.span`; None for what was never read."""


@dataclass(frozen=True, slots=True)
class Metadata(Placed):
    """What a manifest says about itself in its own `metadata` element."""

    schema: str | None = None
    """Text of `schema` as written, white space included."""
    schemaversion: str | None = None
    """Text of `schemaversion` as written, white space included: LMSs compare it exactly (LMS-003)."""
    locations: tuple[str, ...] = ()
    """Files named by `adlcp:location` that hold more metadata."""


@dataclass(frozen=True, slots=True)
class ControlMode(Placed):
    """How learners may move between the children of an activity. None: not said."""

    choice: bool | None = None
    choice_exit: bool | None = None
    flow: bool | None = None
    forward_only: bool | None = None


@dataclass(frozen=True, slots=True)
class DeliveryControls(Placed):
    """Who sets the status of an activity. None: not said."""

    tracked: bool | None = None
    completion_set_by_content: bool | None = None
    objective_set_by_content: bool | None = None


@dataclass(frozen=True, slots=True)
class Objective(Placed):
    """An objective of an activity, without its maps: Moodle on PHP 8 cannot import those."""

    id: str | None = None
    """None for a primary objective that nothing refers to."""
    satisfied_by_measure: bool | None = None
    min_normalized_measure: str | None = None
    """The pass mark as a decimal from -1 to 1, as written."""


@dataclass(frozen=True, slots=True)
class Sequencing(Placed):
    """The part of an activity's sequencing that we write. Of foreign manifests it holds this part only."""

    control_mode: ControlMode | None = None
    primary_objective: Objective | None = None
    objectives: tuple[Objective, ...] = ()
    """Those that do not roll up. They need a primary objective before them."""
    delivery_controls: DeliveryControls | None = None


@dataclass(frozen=True, slots=True)
class CompletionThreshold(Placed):
    """How much progress completes an item. 2nd and 3rd edition write `minimum` only, as text."""

    minimum: str | None = None
    """A decimal from 0 to 1, as written."""
    by_measure: bool | None = None
    weight: str | None = None


@dataclass(frozen=True, slots=True)
class Item(Placed):
    """An entry of an organization: a heading, or a thing to launch."""

    identifier: str
    """Empty when the manifest gives none."""
    title: str | None
    resource_id: str | None = None
    """`identifierref`: the resource that is launched."""
    is_visible: bool = True
    parameters: str | None = None
    items: tuple[Item, ...] = ()
    prerequisites: str | None = None
    max_time_allowed: str | None = None
    time_limit_action: str | None = None
    launch_data: str | None = None
    mastery_score: str | None = None
    completion_threshold: CompletionThreshold | None = None
    sequencing: Sequencing | None = None
    hidden_controls: tuple[str, ...] = ()
    """Navigation controls of the LMS that are not shown beside the item."""

    def walk(self) -> Iterator[Item]:
        """Give this item and all below it, in document order."""
        yield self
        for item in self.items:
            yield from item.walk()


@dataclass(frozen=True, slots=True)
class Organization(Placed):
    """One way through the content."""

    identifier: str
    """Empty when the manifest gives none."""
    title: str | None
    items: tuple[Item, ...] = ()
    structure: str | None = None
    sequencing: Sequencing | None = None
    objectives_global_to_system: bool | None = None
    shared_data_global_to_system: bool | None = None

    def walk(self) -> Iterator[Item]:
        """Give all items of the organization, in document order."""
        for item in self.items:
            yield from item.walk()


@dataclass(frozen=True, slots=True)
class File(Placed):
    """A file that a resource lists."""

    href: str
    """As written: percent escapes, query and fragment included. Empty when the manifest gives none."""


@dataclass(frozen=True, slots=True)
class Dependency(Placed):
    """Another resource whose files a resource needs."""

    resource_id: str
    """Empty when the manifest gives none."""


@dataclass(frozen=True, slots=True)
class Resource(Placed):
    """Files that belong together, and the one among them that is launched."""

    identifier: str
    """Empty when the manifest gives none."""
    href: str | None = None
    """As written: percent escapes, query and fragment included."""
    type: str | None = "webcontent"
    scorm_type: str | None = None
    """As written; `sco` for content that talks to the LMS, `asset` for the rest."""
    base: str = ""
    """`xml:base` of the resource alone."""
    files: tuple[File, ...] = ()
    dependencies: tuple[Dependency, ...] = ()

    @property
    def is_sco(self) -> bool:
        """Whether the resource talks to the LMS."""
        return self.scorm_type == "sco"


@dataclass(frozen=True, slots=True)
class Manifest(Placed):
    """A whole manifest."""

    identifier: str
    """Empty when the manifest gives none."""
    metadata: Metadata | None = None
    organizations: tuple[Organization, ...] = ()
    default_organization: str | None = None
    resources: tuple[Resource, ...] = ()
    version: str | None = None
    base: str = ""
    """`xml:base` of the manifest."""
    resources_base: str = ""
    """`xml:base` of its resources."""
    schema_locations: tuple[tuple[str, str], ...] = ()
    """Pairs of namespace and file from `xsi:schemaLocation`; empty without control documents."""
    manifests: tuple[Manifest, ...] = ()
    """Manifests inside this one."""

    def walk(self) -> Iterator[Item]:
        """Give all items of all organizations, in document order."""
        for organization in self.organizations:
            yield from organization.walk()
