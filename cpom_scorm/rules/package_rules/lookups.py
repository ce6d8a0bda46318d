"""What rules look up again and again in a manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.package.hrefs import all_resources

if TYPE_CHECKING:
    from cpom_scorm.package.manifest.model import Item, Resource
    from cpom_scorm.package.model import Package


def items_of(package: Package) -> tuple[Item, ...]:
    """Give all items in document order; none where there is no manifest."""
    return tuple(package.manifest.walk()) if package.manifest else ()


def resources_of(package: Package) -> dict[str, Resource]:
    """Give all resources by identifier, the first of two; items may also name those of an inner manifest."""
    found: dict[str, Resource] = {}
    for resource, _ in all_resources(package.manifest) if package.manifest else ():
        found.setdefault(resource.identifier, resource)
    return found


def other_kinds(package: Package) -> dict[str, str]:
    """Give what carries an identifier besides resources, in words."""
    manifest = package.manifest
    if manifest is None:
        return {}
    kinds = {item.identifier: "an item" for item in manifest.walk()}
    kinds |= {organization.identifier: "an organization" for organization in manifest.organizations}
    return kinds | {manifest.identifier: "the manifest"}
