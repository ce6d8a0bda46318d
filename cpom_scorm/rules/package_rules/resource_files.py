"""Whether each resource lists its own files, once, and by a base that servers can join."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.package.hrefs import all_resources, target_of
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.places import XML_BASE, attribute_place, place, profile_weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.manifest.model import File, Resource
    from cpom_scorm.package.model import Package
    from cpom_scorm.source import Span


@rule("RES-010", "launch-file-unlisted", Severity.ERROR, since="0.1", spec="REQ_30.7.3.9.1.1")
def launch_file_unlisted(package: Package) -> Iterator[Diagnostic]:
    """## What
    A resource does not list its launch file among its `file` elements. In SCORM 1.2 it is a warning.

    ## Why it matters
    LMSs that copy only listed files leave the launch file behind; the conformance suite fails the package.

    ## Example
    `<resource href="index.html"><file href="page.html"/></resource>`

    ## Fix
    Add `<file href="index.html"/>`.
    """
    for resource, base in all_resources(package.manifest) if package.manifest else ():
        target = target_of(resource.href or "", base)
        listed = {target_of(file.href, base).path for file in resource.files}
        if target.path in package.files and target.path not in listed:
            yield Diagnostic(
                launch_file_unlisted,
                f"the launch file {quoted(resource.href or '')} is not among the files of its resource",
                attribute_place(package, resource, "href"),
                f'add <file href="{target.path}"/>',
                weight=profile_weight(package),
            )


@rule("RES-011", "base-without-slash", Severity.ERROR, since="0.1", spec="REQ_30.3.2; 30.7.1; 30.7.3.5")
def base_without_slash(package: Package) -> Iterator[Diagnostic]:
    """## What
    An `xml:base` does not end with a slash. In SCORM 1.2 it is a warning.

    ## Why it matters
    By the rules for addresses its last part is dropped; some LMSs append to it instead. The files are found
    in one LMS and not in the other.

    ## Example
    `xml:base="content"`

    ## Fix
    Write `content/`, or better: no `xml:base` at all.
    """
    for value, span in _bases(package):
        if value and not value.endswith("/") and "\\" not in value:
            message = f"the base address {quoted(value)} does not end with a slash"
            help_text = f'write "{value}/"'
            yield Diagnostic(base_without_slash, message, span, help_text, weight=profile_weight(package))


@rule("RES-012", "base-not-relative", Severity.ERROR, since="0.1", spec="REQ_30.3.3; 30.7.1; 30.7.3.5")
def base_not_relative(package: Package) -> Iterator[Diagnostic]:
    r"""## What
    An `xml:base` begins with a slash or holds a back-slash. In SCORM 1.2 it is a warning.

    ## Why it matters
    Every address below it then means a place outside the package, or is not found.

    ## Example
    `xml:base="\content\"`

    ## Fix
    Write `content/`, or better: no `xml:base` at all.
    """
    for value, span in _bases(package):
        if "\\" in value or value.startswith("/"):
            kind = "holds a back-slash" if "\\" in value else "begins with a slash"
            message = f"the base address {quoted(value)} {kind}"
            help_text = "write folders with forward slashes between and after them"
            yield Diagnostic(base_not_relative, message, span, help_text, weight=profile_weight(package))


def _bases(package: Package) -> Iterator[tuple[str, Span]]:
    document = package.document
    for element in document.elements if document else ():
        value = element.get(XML_BASE)
        if document is not None and value is not None:
            yield str(value), document.attribute_span(element, XML_BASE)


@rule("RES-025", "href-names-folder", Severity.WARNING, since="0.1", spec="CTS href")
def href_names_folder(package: Package) -> Iterator[Diagnostic]:
    """## What
    An address names a folder, or nothing.

    ## Why it matters
    An LMS serves files; whether a folder shows its `index.html` depends on the server.

    ## Example
    `<resource href="course/">`

    ## Fix
    Name the file.
    """
    for resource, base in all_resources(package.manifest) if package.manifest else ():
        things: tuple[Resource | File, ...] = (resource, *resource.files)
        for thing in things:
            path = target_of(thing.href or "", base).path if thing.href else None
            if path is not None and (path == "" or path.endswith("/")):
                message = f"the address {quoted(thing.href or '')} names no file"
                span = attribute_place(package, thing, "href")
                yield Diagnostic(href_names_folder, message, span, "name a file")


@rule("RES-030", "file-listed-twice", Severity.NOTE, since="0.1", spec="hygiene")
def file_listed_twice(package: Package) -> Iterator[Diagnostic]:
    """## What
    A resource lists a file twice.

    ## Why it matters
    It does no harm, but hides that a list was edited by hand and may have gaps elsewhere.

    ## Example
    Two elements `<file href="index.html"/>` in one resource.

    ## Fix
    Remove one.
    """
    for resource, base in all_resources(package.manifest) if package.manifest else ():
        first: dict[str, Span] = {}
        for file in resource.files:
            path = target_of(file.href, base).path
            if not path:
                continue
            if path in first:
                message = f"the file {quoted(path)} is listed twice in one resource"
                label = Label(first[path], "first listed here")
                yield Diagnostic(file_listed_twice, message, place(package, file), "remove one", (label,))
            first.setdefault(path, place(package, file))


RULES = (launch_file_unlisted, base_without_slash, base_not_relative, href_names_folder, file_listed_twice)
