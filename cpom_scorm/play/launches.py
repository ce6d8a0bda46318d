"""What an LMS launches of a package, and what it holds of the manifest for each launch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from cpom_scorm.package.hrefs import all_resources, target_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpom_scorm.editions import Edition
    from cpom_scorm.package.manifest.model import Item, Manifest, Organization
    from cpom_scorm.package.model import Package


@dataclass(frozen=True, slots=True)
class Launch:
    """One SCO as an item launches it."""

    item: str
    """Identifier of the item."""
    title: str
    file: str
    """Name of the launched file in the package."""
    address: str
    """The same as a relative address, with query and fragment."""
    values: Mapping[str, str]
    """What the manifest makes the LMS hold: element → value."""


def launches(package: Package, edition: Edition) -> tuple[Launch, ...]:
    """Give the SCOs of the default organization in their order; each file and query once."""
    manifest = package.manifest
    organization = _default_organization(manifest) if manifest else None
    if manifest is None or organization is None:
        return ()
    resources = {resource.identifier: (resource, base) for resource, base in all_resources(manifest)}
    found: dict[str, Launch] = {}
    for item in organization.walk():
        resource, base = resources.get(item.resource_id or "", (None, ""))
        if resource is None or not resource.is_sco or not resource.href:
            continue
        path = target_of(resource.href, base).path
        if path:
            address = quote(path) + _after_path(resource.href, item.parameters or "")
            values = dict(_values(item, edition))
            found.setdefault(address, Launch(item.identifier, item.title or path, path, address, values))
    return tuple(found.values())


def _default_organization(manifest: Manifest) -> Organization | None:
    named = [one for one in manifest.organizations if one.identifier == manifest.default_organization]
    return next(iter((*named, *manifest.organizations)), None)


def _after_path(href: str, parameters: str) -> str:
    """Give query and fragment: those of the address, then the item's parameters (CAM 3.4.1.1)."""
    plain, _, fragment = href.partition("#")
    query = plain.partition("?")[2]
    added = parameters.lstrip("?&")
    if added.startswith("#"):
        fragment, added = fragment or added[1:], ""
    joined = "&".join(filter(None, (query, added)))
    return ("?" + joined if joined else "") + ("#" + fragment if fragment else "")


def _values(item: Item, edition: Edition) -> Iterator[tuple[str, str]]:
    """Give what the manifest says for elements that the edition has."""
    sequencing = item.sequencing
    primary = sequencing.primary_objective if sequencing else None
    threshold = item.completion_threshold
    said = {
        "cmi.launch_data": item.launch_data,
        "cmi.student_data.mastery_score": item.mastery_score,
        "cmi.student_data.max_time_allowed": item.max_time_allowed,
        "cmi.student_data.time_limit_action": item.time_limit_action,
        "cmi.time_limit_action": item.time_limit_action,
        "cmi.completion_threshold": threshold.minimum if threshold else None,
        "cmi.scaled_passing_score": primary.min_normalized_measure
        if primary and primary.satisfied_by_measure
        else None,
    }
    for element, value in said.items():
        if value and element in edition.data_model.elements:
            yield element, value.strip()
    objectives = [primary, *sequencing.objectives] if sequencing else []
    named = [objective.id for objective in objectives if objective and objective.id]
    yield from ((f"cmi.objectives.{at}.id", name) for at, name in enumerate(named))
