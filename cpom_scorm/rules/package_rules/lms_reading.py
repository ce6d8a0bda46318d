"""What LMSs read otherwise in a manifest than the standard means it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.quoting import quoted
from cpom_scorm.package.xml.source import local_name, namespace
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.lookups import items_of, resources_of
from cpom_scorm.rules.package_rules.places import XML_BASE, attribute_place, element_of, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.lms import Behaviour
    from cpom_scorm.package.model import Package


@rule("LMS-001", "prefix-unusual", Severity.WARNING, since="0.1", spec="Moodle 4.5.6 scormlib.php")
def prefix_unusual(package: Package, _: Behaviour) -> Iterator[Diagnostic]:
    """## What
    An element or attribute of SCORM has another prefix than `adlcp`, `imsss`, `adlseq`, `adlnav`, or none in
    content packaging.

    ## Why it matters
    It is legal XML, but Moodle reads names with their prefix as plain text. With other prefixes it finds no
    SCO, or takes every SCO for an asset and records nothing.

    ## Example
    `<ns0:manifest>`, as Python's ElementTree writes it.

    ## Fix
    Make content packaging the default namespace and use the usual prefixes.
    """
    document, edition = package.document, package.edition
    if document is None or edition is None:
        return
    usual = {space.uri: space.prefix for space in edition.manifest.namespaces}
    reported: set[str] = set()
    for element in document.elements:
        uris = [namespace(element)]
        uris += [str(name)[1:].partition("}")[0] for name in element.attrib if str(name).startswith("{")]
        for uri in uris:
            prefixes = {prefix or "" for prefix, address in element.nsmap.items() if address == uri}
            if uri in usual and usual[uri] not in prefixes and uri not in reported:
                reported.add(uri)
                wanted = f'the prefix "{usual[uri]}"' if usual[uri] else "no prefix"
                message = f"the namespace {quoted(uri)} is used with another prefix than usual"
                yield Diagnostic(prefix_unusual, message, document.span(element), f"give it {wanted}")


@rule(
    "LMS-002", "base-unsupported", Severity.NOTE, since="0.1",
    spec="Moodle 4.5.6 scormlib.php; openedx-scorm-xblock 19.0.5",
)  # fmt: skip
def base_unsupported(package: Package, behaviour: Behaviour) -> Iterator[Diagnostic]:
    """## What
    The manifest uses `xml:base`.

    ## Why it matters
    Moodle applies it on a resource only, Open edX nowhere: the launch page is then not found.

    ## Example
    `<resources xml:base="content/">`

    ## Fix
    Write the folder into each address instead.
    """
    document = package.document
    for element in document.elements if document else ():
        name = local_name(element)
        if document is not None and element.get(XML_BASE) and name in behaviour.words:
            message = f'"xml:base" stands on "{name}"'
            span = document.attribute_span(element, XML_BASE)
            yield Diagnostic(base_unsupported, message, span, "write the folder into each address")


@rule(
    "LMS-003", "schemaversion-with-space", Severity.WARNING, since="0.1",
    spec="Moodle 4.5.6 scormlib.php; openedx-scorm-xblock 19.0.5",
)  # fmt: skip
def schemaversion_with_space(package: Package, _: Behaviour) -> Iterator[Diagnostic]:
    """## What
    White space or a line break stands around the text of `schemaversion`.

    ## Why it matters
    The standard does not mind, but LMSs compare the text exactly. Moodle takes any text that it does not know
    for SCORM 1.2, and content for 2004 finds no API; Open edX takes it for SCORM 2004.

    ## Example
    A `schemaversion` that a program for pretty XML has spread over three lines.

    ## Fix
    Write the text on one line, close to its tags.
    """
    manifest, edition = package.manifest, package.edition
    metadata = manifest.metadata if manifest else None
    text = metadata.schemaversion if metadata else None
    if package.document is not None and edition is not None and text and text != text.strip():
        if text.strip() != edition.manifest.schemaversion:
            return
        element = next(package.document.named("schemaversion"), None)
        message = f"white space stands around the schemaversion {quoted(text.strip())}"
        span = package.document.span(element)
        yield Diagnostic(schemaversion_with_space, message, span, "write it on one line, close to its tags")


@rule("LMS-005", "launch-not-first", Severity.NOTE, since="0.1", spec="openedx-scorm-xblock 19.0.5")
def launch_not_first(package: Package, _: Behaviour) -> Iterator[Diagnostic]:
    """## What
    The first resource with an `href` is not the one that the first item launches.

    ## Why it matters
    Open edX launches the first resource with an `href` and does not look at the organization.

    ## Example
    A shared asset with an `href` before the SCO.

    ## Fix
    Put the resource of the first item first, or remove the `href` of the others.
    """
    launched = next((item.resource_id for item in items_of(package) if item.resource_id), None)
    resources = package.manifest.resources if package.manifest else ()
    first = next((resource for resource in resources if resource.href), None)
    known = {resource.identifier for resource in resources}
    if launched in known and first is not None and first.identifier != launched:
        name, meant = quoted(first.identifier), quoted(launched or "")
        message = f"the first resource with an href is {name}, not {meant}, which the first item launches"
        yield Diagnostic(launch_not_first, message, place(package, first), "put the launched resource first")


@rule("LMS-006", "default-namespace-missing", Severity.NOTE, since="0.1", spec="openedx-scorm-xblock 19.0.5")
def default_namespace_missing(package: Package, _: Behaviour) -> Iterator[Diagnostic]:
    """## What
    Content packaging is not the default namespace of the manifest.

    ## Why it matters
    Open edX looks for organizations and resources in the default namespace; without it, it finds nothing to
    launch.

    ## Example
    `<cp:manifest xmlns:cp="http://www.imsglobal.org/xsd/imscp_v1p1">`

    ## Fix
    Declare content packaging with `xmlns` and write its elements without prefix.
    """
    document = package.document
    if document is not None and package.edition is not None:
        root = document.root
        if root.nsmap.get(None) != namespace(root):
            message = "content packaging is not the default namespace of the manifest"
            help_text = "declare it with xmlns, and write its elements without prefix"
            yield Diagnostic(default_namespace_missing, message, document.span(root), help_text)


@rule("LMS-011", "objective-map", Severity.WARNING, since="0.1", spec="Moodle 4.5.6 scormlib.php, PHP 8")
def objective_map(package: Package, _: Behaviour) -> Iterator[Diagnostic]:
    """## What
    An objective has a `mapInfo`.

    ## Why it matters
    It is correct, but Moodle on PHP 8 stops the import with an error at the first one.

    ## Example
    `<imsss:mapInfo targetObjectiveID="global-1"/>`

    ## Fix
    Leave global objectives out of packages that are meant for Moodle.
    """
    document = package.document
    maps = document.named("mapInfo") if document else ()
    first = next((found for found in maps if namespace(found).endswith("/imsss")), None)
    if document is not None and first is not None:
        message = 'an objective has a "mapInfo"'
        yield Diagnostic(objective_map, message, document.span(first), "leave it out for Moodle")


@rule("LMS-014", "identifier-cut", Severity.NOTE, since="0.1", spec="SAP KBA 2316909")
def identifier_cut(package: Package, behaviour: Behaviour) -> Iterator[Diagnostic]:
    """## What
    The identifier of the manifest is longer than what the LMS keeps of it.

    ## Why it matters
    SAP SuccessFactors knows content by the first 15 characters of this identifier and by `identifierref`. Two
    courses that begin alike can be taken for one.

    ## Example
    `org.example.safety.module-1` and `org.example.safety.module-2`

    ## Fix
    Put what tells the course from others into the first 15 characters.
    """
    most = behaviour.limits["characters"]
    identifier = package.manifest.identifier if package.manifest else ""
    if package.manifest is not None and len(identifier) > most:
        message = f"of the identifier {quoted(identifier)} only {quoted(identifier[:most])} counts"
        span = attribute_place(package, package.manifest, "identifier")
        yield Diagnostic(identifier_cut, message, span, "begin it with what no other course begins with")


@rule("LMS-015", "value-beyond-column", Severity.WARNING, since="0.1", spec="Moodle 4.5.6 db/install.xml")
def value_beyond_column(package: Package, behaviour: Behaviour) -> Iterator[Diagnostic]:
    """## What
    An identifier or a title is longer than the field in which the LMS keeps it.

    ## Why it matters
    Moodle keeps 255 characters of each and ends the import with a database error beyond that.

    ## Example
    A whole paragraph as the title of an item.

    ## Fix
    Shorten it; put long descriptions into the content.
    """
    document, most = package.document, behaviour.limits["characters"]
    for element in document.elements if document else ():
        identifier = str(element.get("identifier") or "")
        title = str(element.text or "").strip() if local_name(element) == "title" else ""
        for what, value in (("identifier", identifier), ("title", title)):
            if document is not None and len(value) > most:
                message = f"the {what} {quoted(value)} has {len(value):,} characters, {most:,} fit"
                yield Diagnostic(value_beyond_column, message, document.span(element), "shorten it")


@rule("LMS-016", "visibility-unsaid", Severity.NOTE, since="0.1", spec="openedx-scorm-xblock 19.0.5")
def visibility_unsaid(package: Package, _: Behaviour) -> Iterator[Diagnostic]:
    """## What
    An item does not say `isvisible="true"`.

    ## Why it matters
    Without the attribute an item is visible, but Open edX leaves it out of its menu.

    ## Example
    `<item identifier="i1" identifierref="r1">`

    ## Fix
    Write `isvisible="true"`.
    """
    known = resources_of(package)
    unsaid = []
    for item in items_of(package):
        element = element_of(package, item)
        if item.resource_id in known and element is not None and element.get("isvisible") is None:
            unsaid.append(item)
    if unsaid:
        others = f" and {len(unsaid) - 1} more do" if len(unsaid) > 1 else " does"
        message = f'the item {quoted(unsaid[0].identifier)}{others} not say isvisible="true"'
        yield Diagnostic(visibility_unsaid, message, place(package, unsaid[0]), 'write isvisible="true"')


RULES = (
    prefix_unusual, base_unsupported, schemaversion_with_space, launch_not_first, default_namespace_missing,
    objective_map, identifier_cut, value_beyond_column, visibility_unsaid,
)  # fmt: skip
