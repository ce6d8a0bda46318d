"""Whether the items of an organization lead to something that can be launched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.lookups import items_of, other_kinds, resources_of
from cpom_scorm.rules.package_rules.places import attribute_place, place, profile_weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.manifest.model import Item
    from cpom_scorm.package.model import Package

_DEEPEST, _MOST_ITEMS = 4, 100


@rule("ITM-001", "resource-unknown", Severity.ERROR, since="0.1", spec="REQ_30.6.3.6.2.2")
def resource_unknown(package: Package) -> Iterator[Diagnostic]:
    """## What
    An item refers to a resource that does not exist.

    ## Why it matters
    The entry stands in the menu but cannot be launched. Schemas do not check it.

    ## Example
    `<item identifierref="res-1">` where the resource is called `RES-1`.

    ## Fix
    Write the identifier exactly as the resource has it.
    """
    resources = resources_of(package)
    known = resources.keys() | other_kinds(package).keys()
    twins = {name.lower(): name for name in resources}
    for item in items_of(package):
        if item.resource_id is not None and item.resource_id not in known:
            message = f"the item refers to the resource {quoted(item.resource_id)}, which does not exist"
            twin = twins.get(item.resource_id.lower())
            help_text = f'write "{twin}"' if twin else ""
            span = attribute_place(package, item, "identifierref")
            yield Diagnostic(resource_unknown, message, span, help_text)


@rule("ITM-002", "reference-not-resource", Severity.ERROR, since="0.1", spec="REQ_30.6.3.6.2.2")
def reference_not_resource(package: Package) -> Iterator[Diagnostic]:
    """## What
    An item refers to something that is no resource: an item, an organization or the manifest.

    ## Why it matters
    The entry stands in the menu but cannot be launched.

    ## Example
    `<item identifier="a" identifierref="a">`

    ## Fix
    Refer to the `resource` that holds the launch file.
    """
    resources, others = resources_of(package), other_kinds(package)
    for item in items_of(package):
        if item.resource_id in others and item.resource_id not in resources:
            kind = others[item.resource_id]
            message = f"the item refers to {quoted(item.resource_id)}, which is {kind} and no resource"
            span = attribute_place(package, item, "identifierref")
            yield Diagnostic(reference_not_resource, message, span, "refer to a resource")


@rule("ITM-003", "leaf-without-resource", Severity.ERROR, since="0.1", spec="REQ_30.6.3.6.2.4")
def leaf_without_resource(package: Package) -> Iterator[Diagnostic]:
    """## What
    An item without items below it refers to no resource. In SCORM 1.2 it is a warning.

    ## Why it matters
    The entry stands in the menu and leads nowhere; a course that waits for it never completes.

    ## Example
    `<item identifier="i1"><title>Start</title></item>`

    ## Fix
    Add `identifierref`, or remove the item.
    """
    for item in items_of(package):
        if not item.items and item.resource_id is None:
            yield Diagnostic(
                leaf_without_resource,
                f"the item {quoted(item.identifier)} has neither a resource nor items below it",
                place(package, item),
                "add identifierref, or remove the item",
                weight=profile_weight(package),
            )


@rule("ITM-004", "cluster-with-resource", Severity.ERROR, since="0.1", spec="REQ_30.6.3.6.2.3")
def cluster_with_resource(package: Package) -> Iterator[Diagnostic]:
    """## What
    An item with items below it refers to a resource itself. In SCORM 1.2 it is a warning.

    ## Why it matters
    SCORM 2004 launches leaves only. In 1.2 it is legal, but many LMSs then never launch that resource.

    ## Example
    A chapter item with `identifierref` and two items inside.

    ## Fix
    Move the resource to an item of its own below the chapter.
    """
    for item in items_of(package):
        if item.items and item.resource_id is not None:
            yield Diagnostic(
                cluster_with_resource,
                f"the item {quoted(item.identifier)} has items below it and a resource of its own",
                attribute_place(package, item, "identifierref"),
                "move the resource to an item of its own below it",
                weight=profile_weight(package),
            )


@rule("ITM-008", "parameters-without-resource", Severity.WARNING, since="0.1", spec="CAM 3.4.1.8")
def parameters_without_resource(package: Package) -> Iterator[Diagnostic]:
    """## What
    An item has launch parameters but refers to no resource.

    ## Why it matters
    Parameters are added to the address that is launched; here nothing is launched.

    ## Example
    `<item identifier="i1" parameters="?page=2">` around other items.

    ## Fix
    Remove `parameters`, or move them to the item that launches.
    """
    for item in items_of(package):
        if item.parameters and item.resource_id is None:
            message = f"the item {quoted(item.identifier)} has parameters but launches nothing"
            span = attribute_place(package, item, "parameters")
            yield Diagnostic(
                parameters_without_resource, message, span, "move them to the item that launches"
            )


@rule("ITM-009", "resource-without-launch", Severity.ERROR, since="0.1", spec="CAM 3.4.1.8")
def resource_without_launch(package: Package) -> Iterator[Diagnostic]:
    """## What
    An item refers to a resource that has no `href`.

    ## Why it matters
    There is no page to open: the entry shows an empty frame or an error.

    ## Example
    `<resource identifier="r1" type="webcontent" adlcp:scormType="sco">` with files only.

    ## Fix
    Give the resource the `href` of its launch file.
    """
    resources = resources_of(package)
    for item in items_of(package):
        resource = resources.get(item.resource_id or "")
        if resource is not None and not (resource.href or "").strip():
            message = f"the item launches the resource {quoted(resource.identifier)}, which has no href"
            span = attribute_place(package, item, "identifierref")
            yield Diagnostic(resource_without_launch, message, span, "give the resource the href of its page")


@rule("ITM-029", "menu-empty", Severity.WARNING, since="0.1", spec="CAM 3.4.1.8; LMS")
def menu_empty(package: Package) -> Iterator[Diagnostic]:
    """## What
    All of several items of an organization are hidden.

    ## Why it matters
    The LMS's menu is empty, and learners reach the later parts only where the LMS shows its own Next.

    ## Example
    `isvisible="false"` on every item.

    ## Fix
    Show the items that learners may choose.
    """
    for organization in package.manifest.organizations if package.manifest else ():
        items = tuple(organization.walk())
        if len(items) > 1 and not any(item.is_visible for item in items):
            message = f"all {len(items)} items of the organization are hidden"
            yield Diagnostic(menu_empty, message, place(package, organization), "show at least one item")


@rule("ITM-030", "organization-unwieldy", Severity.WARNING, since="0.1", spec="LMS")
def organization_unwieldy(package: Package) -> Iterator[Diagnostic]:
    """## What
    An organization is more than 4 levels deep, has more than 100 items, or a heading with one item below it.

    ## Why it matters
    The menus of most LMSs indent three or four levels and list everything at once; learners get lost.

    ## Example
    One item for each page of a long course.

    ## Fix
    Give the course fewer items and its own navigation inside.
    """
    for organization in package.manifest.organizations if package.manifest else ():
        items = tuple(organization.walk())
        if len(items) > _MOST_ITEMS:
            message = f"the organization has {len(items)} items; menus stay usable up to {_MOST_ITEMS}"
            yield Diagnostic(organization_unwieldy, message, place(package, organization))
        for item, depth in _with_depth(organization.items, 1):
            if depth == _DEEPEST + 1:
                message = (
                    f"the item {quoted(item.identifier)} lies {depth} levels deep; menus show {_DEEPEST}"
                )
                yield Diagnostic(organization_unwieldy, message, place(package, item))
            if len(item.items) == 1:
                message = f"the item {quoted(item.identifier)} is a heading over a single item"
                yield Diagnostic(organization_unwieldy, message, place(package, item))


def _with_depth(items: tuple[Item, ...], depth: int) -> Iterator[tuple[Item, int]]:
    for item in items:
        yield item, depth
        yield from _with_depth(item.items, depth + 1)


RULES = (
    resource_unknown,
    reference_not_resource,
    leaf_without_resource,
    cluster_with_resource,
    parameters_without_resource,
    resource_without_launch,
    menu_empty,
    organization_unwieldy,
)
