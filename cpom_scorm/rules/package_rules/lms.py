"""What is legal and still goes wrong in an LMS whose code was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.quoting import quoted
from cpom_scorm.package.xml.source import local_name, namespace
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.lookups import items_of, resources_of
from cpom_scorm.rules.package_rules.places import XML_BASE, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.model import Package


@rule("LMS-001", "prefix-unusual", Severity.WARNING, since="0.1", spec="Moodle scormlib.php")
def prefix_unusual(package: Package) -> Iterator[Diagnostic]:
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
                message = f"the namespace {quoted(uri)} is used with another prefix than Moodle knows"
                yield Diagnostic(prefix_unusual, message, document.span(element), f"give it {wanted}")


@rule("LMS-002", "base-unsupported", Severity.NOTE, since="0.1", spec="Moodle scormlib.php; Open edX XBlock")
def base_unsupported(package: Package) -> Iterator[Diagnostic]:
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
        if document is not None and element.get(XML_BASE):
            name = local_name(element)
            which = "Open edX ignores it" if name == "resource" else "Moodle and Open edX ignore it"
            message = f'"xml:base" stands on "{name}"; {which}'
            span = document.attribute_span(element, XML_BASE)
            yield Diagnostic(base_unsupported, message, span, "write the folder into each address")


@rule("LMS-005", "launch-not-first", Severity.NOTE, since="0.1", spec="Open edX scormxblock.py")
def launch_not_first(package: Package) -> Iterator[Diagnostic]:
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
        name = quoted(first.identifier)
        message = f"Open edX launches the resource {name}, because it is the first with an href"
        yield Diagnostic(launch_not_first, message, place(package, first), "put the launched resource first")


@rule("LMS-007", "scos-several", Severity.NOTE, since="0.1", spec="Moodle, Open edX, Canvas, Chamilo")
def scos_several(package: Package) -> Iterator[Diagnostic]:
    """## What
    The organization launches several SCOs.

    ## Why it matters
    One SCO is the only form that all LMSs run: Open edX launches only one, and others show a second menu
    beside the content's own.

    ## Example
    One item for each section of a course.

    ## Fix
    Make one SCO with its own navigation, or one package for each.
    """
    scos = {name for name, resource in resources_of(package).items() if resource.is_sco}
    launched = list(
        {item.resource_id: item for item in items_of(package) if item.resource_id in scos}.values()
    )
    if len(launched) > 1:
        message = f"the package launches {len(launched)} SCOs; some LMSs run only one"
        yield Diagnostic(scos_several, message, place(package, launched[1]))


@rule("LMS-011", "objective-map", Severity.WARNING, since="0.1", spec="Moodle scormlib.php, PHP 8")
def objective_map(package: Package) -> Iterator[Diagnostic]:
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
        message = 'Moodle on PHP 8 cannot import a package with "mapInfo"'
        yield Diagnostic(objective_map, message, document.span(first), "leave it out for Moodle")


RULES = (prefix_unusual, base_unsupported, launch_not_first, scos_several, objective_map)
