"""Whether the organizations can be found, told apart and shown."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.package.quoting import any_of, quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.places import child_place, place, profile_weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.manifest.model import Item, Manifest, Organization
    from cpom_scorm.package.model import Package
    from cpom_scorm.source import Span

_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|&[a-zA-Z]+;|&#\w+;")
_FILE_NAME = re.compile(r"\S+\.(html?|pptx?|docx?|pdf|mp4|swf|zip)", re.IGNORECASE)


@rule("ORG-001", "default-missing", Severity.ERROR, since="0.1", spec="REQ_30.6.1; 1.2 CAM 2.3")
def default_missing(package: Package) -> Iterator[Diagnostic]:
    """## What
    `organizations` does not say which organization is the default. In SCORM 1.2 it is a warning.

    ## Why it matters
    LMSs that import one organization take the default; without it some take none.

    ## Example
    `<organizations><organization identifier="o1">…`

    ## Fix
    Add `default="…"` with the identifier of an organization.
    """
    manifest = package.manifest
    if manifest is not None and manifest.organizations and manifest.default_organization is None:
        yield Diagnostic(
            default_missing,
            '"organizations" names no default',
            _organizations_place(package),
            f'add default="{manifest.organizations[0].identifier}"',
            weight=profile_weight(package),
        )


def _organizations_place(package: Package, attribute: str | None = None) -> Span:
    document = package.document
    found = next(document.named("organizations"), None) if document else None
    if document is None or found is None:
        return place(package, package.manifest)
    return document.attribute_span(found, attribute) if attribute else document.span(found)


@rule("ORG-002", "default-unknown", Severity.ERROR, since="0.1", spec="XSD IDREF; CAM 3.4.1")
def default_unknown(package: Package) -> Iterator[Diagnostic]:
    """## What
    The default organization does not exist.

    ## Why it matters
    LMSs stop the import or show an empty course.

    ## Example
    `<organizations default="org-1">` with `<organization identifier="ORG-1">`.

    ## Fix
    Write the identifier exactly as the organization has it.
    """
    manifest = package.manifest
    default = manifest.default_organization if manifest else None
    if manifest is None or default is None or default in _organization_ids(manifest):
        return
    if default not in _other_ids(manifest):
        known = sorted(_organization_ids(manifest))[:3]
        message = f"the default organization {quoted(default)} does not exist"
        help_text = f"write {any_of(known)}" if known else ""
        yield Diagnostic(default_unknown, message, _organizations_place(package, "default"), help_text)


@rule("ORG-003", "default-not-organization", Severity.ERROR, since="0.1", spec="REQ_30.6.1.1")
def default_not_organization(package: Package) -> Iterator[Diagnostic]:
    """## What
    `default` names something that exists but is no organization, such as an item or a resource.

    ## Why it matters
    Schemas cannot see it, and LMSs stop the import or show an empty course.

    ## Example
    `<organizations default="item-1">`

    ## Fix
    Name the organization itself.
    """
    manifest = package.manifest
    default = manifest.default_organization if manifest else None
    if manifest is None or default is None or default in _organization_ids(manifest):
        return
    kind = _other_ids(manifest).get(default)
    if kind:
        known = sorted(_organization_ids(manifest))[:3]
        message = f"the default organization {quoted(default)} is {kind}"
        help_text = f"write {any_of(known)}" if known else ""
        yield Diagnostic(
            default_not_organization, message, _organizations_place(package, "default"), help_text
        )


def _organization_ids(manifest: Manifest) -> set[str]:
    return {organization.identifier for organization in manifest.organizations if organization.identifier}


def _other_ids(manifest: Manifest) -> dict[str, str]:
    kinds = {resource.identifier: "a resource" for resource in manifest.resources}
    kinds |= {item.identifier: "an item" for item in manifest.walk()}
    kinds[manifest.identifier] = "the manifest"
    kinds.pop("", None)
    return kinds


@rule("ORG-004", "organization-missing", Severity.ERROR, since="0.1", spec="REQ_30.6.3; 1.2 CAM 2.3")
def organization_missing(package: Package) -> Iterator[Diagnostic]:
    """## What
    The package has no organization. In SCORM 1.2 it is a warning.

    ## Why it matters
    An LMS builds the course from the organization: without one there is nothing to launch.

    ## Example
    `<organizations/>`

    ## Fix
    Add an `organization` with a title and one item for each thing to launch.
    """
    manifest = package.manifest
    if manifest is not None and not manifest.organizations:
        yield Diagnostic(
            organization_missing,
            "the manifest has no organization",
            _organizations_place(package),
            'add an "organization" with a title and an item',
            weight=profile_weight(package),
        )


@rule("ORG-007", "identifier-twice", Severity.ERROR, since="0.1", spec="XSD ID; CAM 3.4.1")
def identifier_twice(package: Package) -> Iterator[Diagnostic]:
    """## What
    Two things in the manifest have one identifier. Manifest, organizations, items, resources and sequencing
    share one set of names.

    ## Why it matters
    LMSs store learners' results by identifier: two items overwrite each other's.

    ## Example
    An item and a resource that are both called `intro`.

    ## Fix
    Give each its own identifier.
    """
    document = package.document
    if document is None:
        return
    first: dict[str, int] = {}
    for number, element in enumerate(document.elements):
        for name in ("identifier", "ID"):
            value = str(element.get(name) or "").strip()
            if not value:
                continue
            if value in first:
                label = Label(document.attribute_span(first[value], name), "first used here")
                message = f"the identifier {quoted(value)} is used twice"
                span = document.attribute_span(number, name)
                yield Diagnostic(identifier_twice, message, span, "give each its own identifier", (label,))
            first.setdefault(value, number)


@rule("ORG-012", "organizations-several", Severity.NOTE, since="0.1", spec="LMS")
def organizations_several(package: Package) -> Iterator[Diagnostic]:
    """## What
    The package has more than one organization.

    ## Why it matters
    Most LMSs import the default one only; what stands in the others alone is never shown.

    ## Example
    One organization for a short course and one for the long form.

    ## Fix
    Make one package for each.
    """
    organizations = package.manifest.organizations if package.manifest else ()
    if len(organizations) > 1:
        message = f"the package has {len(organizations)} organizations; most LMSs import only the default"
        span = place(package, organizations[1])
        yield Diagnostic(organizations_several, message, span, "make one package for each")


@rule("ORG-013", "title-unclear", Severity.WARNING, since="0.1", spec="usability; Moodle services")
def title_unclear(package: Package) -> Iterator[Diagnostic]:
    """## What
    Two entries of one list have the same title, or a title holds markup or is a file name.

    ## Why it matters
    Learners see titles in the menu and cannot tell the entries apart. Moodle's app refuses a whole course
    with markup in a title; other LMSs run it as HTML.

    ## Example
    `<title>&lt;b&gt;Start&lt;/b&gt;</title>`, `<title>index.html</title>`

    ## Fix
    Write plain text that says what the learner finds there.
    """
    for organization in package.manifest.organizations if package.manifest else ():
        yield from _unclear(package, organization)
        for item in organization.walk():
            yield from _unclear(package, item)


def _unclear(package: Package, parent: Organization | Item) -> Iterator[Diagnostic]:
    title = (parent.title or "").strip()
    if _MARKUP.search(title):
        message = f"the title {quoted(title)} holds markup"
        span = child_place(package, parent, "title")
        yield Diagnostic(title_unclear, message, span, "write it as plain text")
    elif _FILE_NAME.fullmatch(title):
        message = f"the title {quoted(title)} is a file name"
        span = child_place(package, parent, "title")
        yield Diagnostic(title_unclear, message, span, "write what the learner finds there")
    counts = Counter((item.title or "").strip() for item in parent.items if item.is_visible)
    for item in parent.items:
        same = (item.title or "").strip()
        if same and item.is_visible and counts.pop(same, 1) > 1:
            message = f"several entries of one list are called {quoted(same)}"
            span = child_place(package, item, "title")
            yield Diagnostic(title_unclear, message, span, "give each its own title")


RULES = (
    default_missing,
    default_unknown,
    default_not_organization,
    organization_missing,
    identifier_twice,
    organizations_several,
    title_unclear,
)
