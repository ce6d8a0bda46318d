"""Whether resources are marked as what they are, and reached by something."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.package.circles import circles, reached
from cpom_scorm.package.hrefs import all_resources
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.lookups import items_of, resources_of
from cpom_scorm.rules.package_rules.places import attribute_place, element_of, place, profile_weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.manifest.model import Item, Resource
    from cpom_scorm.package.model import Package


@rule("RES-003", "resource-type", Severity.WARNING, since="0.1", spec="CAM 3.4.1.9")
def resource_type(package: Package) -> Iterator[Diagnostic]:
    """## What
    The `type` of a resource is not `webcontent`.

    ## Why it matters
    SCORM knows no other type; LMSs that look for launchable resources pass it over.

    ## Example
    `<resource type="text/html">`

    ## Fix
    Write `type="webcontent"`.
    """
    for resource in resources_of(package).values():
        if resource.type is not None and resource.type != "webcontent":
            message = f'the type of the resource is {quoted(resource.type)}, expected "webcontent"'
            span = attribute_place(package, resource, "type")
            yield Diagnostic(resource_type, message, span, 'write "webcontent"')


@rule("RES-016", "dependency-unknown", Severity.ERROR, since="0.1", spec="REQ_30.7.3.10.1.2")
def dependency_unknown(package: Package) -> Iterator[Diagnostic]:
    """## What
    A dependency refers to a resource that does not exist.

    ## Why it matters
    The files it stands for are missing; strict LMSs refuse the package.

    ## Example
    `<dependency identifierref="common"/>` after the resource `common` was removed.

    ## Fix
    Correct the identifier, or remove the dependency.
    """
    known = resources_of(package)
    for resource, _ in all_resources(package.manifest) if package.manifest else ():
        for dependency in resource.dependencies:
            if dependency.resource_id and dependency.resource_id not in known:
                wanted = quoted(dependency.resource_id)
                message = f"the dependency refers to the resource {wanted}, which does not exist"
                span = attribute_place(package, dependency, "identifierref")
                yield Diagnostic(dependency_unknown, message, span, "correct or remove it")


@rule("RES-017", "dependency-circle", Severity.WARNING, since="0.1", spec="CAM 3.4.1.9")
def dependency_circle(package: Package) -> Iterator[Diagnostic]:
    """## What
    A resource depends on itself, directly or through others.

    ## Why it matters
    LMSs that collect the files of a resource may never end.

    ## Example
    `a` depends on `b` and `b` depends on `a`.

    ## Fix
    Remove the dependency that closes the circle.
    """
    known = resources_of(package)
    group = circles(_needs(known))
    for name, resource in known.items():
        for dependency in resource.dependencies:
            if dependency.resource_id in known and group[dependency.resource_id] == group[name]:
                message = f"the resource {quoted(resource.identifier)} depends on itself"
                span = attribute_place(package, dependency, "identifierref")
                yield Diagnostic(dependency_circle, message, span, "remove one dependency of the circle")


def _needs(known: dict[str, Resource]) -> dict[str, list[str]]:
    """Give what each resource depends on."""
    return {name: [one.resource_id for one in resource.dependencies] for name, resource in known.items()}


@rule("RES-019", "scorm-type-missing", Severity.ERROR, since="0.1", spec="REQ_30.7.3.4; 1.2 CAM 2.3.6")
def scorm_type_missing(package: Package) -> Iterator[Diagnostic]:
    """## What
    A resource does not say whether it is a SCO or an asset. In SCORM 1.2 it is a warning for a resource that
    no item launches.

    ## Why it matters
    Moodle takes a page without the attribute for an asset: it is complete at once and records nothing.

    ## Example
    `<resource identifier="r1" type="webcontent" href="index.html">`

    ## Fix
    Add `adlcp:scormType="sco"` (in SCORM 1.2 `adlcp:scormtype`) to what talks to the LMS, `asset` to the
    rest.
    """
    launched = {item.resource_id for item in items_of(package)}
    attribute = package.edition.manifest.scorm_type_attribute if package.edition else "scormType"
    for resource in resources_of(package).values():
        if resource.scorm_type is None and not _has_misspelt_type(package, resource):
            yield Diagnostic(
                scorm_type_missing,
                f"the resource {quoted(resource.identifier)} does not say whether it is a SCO or an asset",
                place(package, resource),
                f'add adlcp:{attribute}="sco" or "asset"',
                weight=None if resource.identifier in launched else profile_weight(package),
            )


def _has_misspelt_type(package: Package, resource: Resource) -> bool:
    """Whether the attribute is there in another case, which is a finding of the grammar (RES-020)."""
    element = element_of(package, resource)
    names = () if element is None else element.attrib
    return any(str(name).rpartition("}")[2].lower() == "scormtype" for name in names)


@rule("RES-023", "resource-unused", Severity.WARNING, since="0.1", spec="CAM 3.4.1.9")
def resource_unused(package: Package) -> Iterator[Diagnostic]:
    """## What
    No item launches a SCO. An asset that no item and no dependency reaches is a note.

    ## Why it matters
    Learners never see it; usually an item was removed and its resource forgotten.

    ## Example
    A SCO resource `quiz-old` without an item.

    ## Fix
    Add an item for it, or remove the resource and its files.
    """
    known = resources_of(package)
    launched = {item.resource_id for item in items_of(package) if item.resource_id}
    needed = {dependency.resource_id for one in known.values() for dependency in one.dependencies}
    if not launched or not launched | needed <= known.keys():
        return  # what nothing reaches cannot be told from what a wrong reference meant
    used = reached(_needs(known), launched)
    for resource in known.values():
        name = quoted(resource.identifier)
        if resource.is_sco and resource.identifier not in launched:
            message = f"no item launches the SCO {name}"
            yield Diagnostic(resource_unused, message, place(package, resource), "add an item, or remove it")
        elif not resource.is_sco and resource.identifier not in used:
            message = f"nothing uses the asset {name}"
            weight = Severity.NOTE
            yield Diagnostic(resource_unused, message, place(package, resource), "remove it", weight=weight)


@rule("RES-026", "dependency-on-sco", Severity.WARNING, since="0.1", spec="CAM 3.4.1.9")
def dependency_on_sco(package: Package) -> Iterator[Diagnostic]:
    """## What
    A resource depends on a SCO.

    ## Why it matters
    A SCO is launched by the LMS alone; files that several resources share belong into an asset.

    ## Example
    `<dependency identifierref="quiz"/>` where `quiz` is a SCO.

    ## Fix
    Move the shared files into a resource marked `asset`.
    """
    known = resources_of(package)
    for resource in known.values():
        for dependency in resource.dependencies:
            needed = known.get(dependency.resource_id)
            if needed is not None and needed.is_sco and needed is not resource:
                names = f"{quoted(resource.identifier)} depends on the SCO {quoted(needed.identifier)}"
                message = f"the resource {names}"
                span = attribute_place(package, dependency, "identifierref")
                yield Diagnostic(dependency_on_sco, message, span, "move shared files into an asset")


@rule("RES-027", "sco-shared", Severity.WARNING, since="0.1", spec="RTE 2.1; CAM 3.4.1.8")
def sco_shared(package: Package) -> Iterator[Diagnostic]:
    """## What
    Several items launch one SCO with the same parameters.

    ## Why it matters
    Each item has its own record at the LMS: progress in one does not show in the other, though the learner
    sees the same pages.

    ## Example
    Two items with `identifierref="quiz"` and no parameters.

    ## Fix
    Give each item its own resource, or parameters that tell the content which part to show.
    """
    users: dict[tuple[str, str], list[Item]] = defaultdict(list)
    known = resources_of(package)
    for item in items_of(package):
        if item.resource_id in known and known[item.resource_id].is_sco:
            users[item.resource_id, item.parameters or ""].append(item)
    for (identifier, _), items in users.items():
        for item in items[1:]:
            message = f"the SCO {quoted(identifier)} is launched by several items with the same parameters"
            label = Label(place(package, items[0]), "launched here before")
            span = attribute_place(package, item, "identifierref")
            yield Diagnostic(sco_shared, message, span, "tell the items apart by parameters", (label,))


RULES = (
    resource_type,
    dependency_unknown,
    dependency_circle,
    scorm_type_missing,
    resource_unused,
    dependency_on_sco,
    sco_shared,
)
