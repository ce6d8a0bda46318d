"""Whether the files of the package, the manifest's lists and the links between pages fit each other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.archive.names import is_clutter, is_unusable, merged_form
from cpom_scorm.package.hrefs import all_resources, launch_names, listed_names, target_of
from cpom_scorm.package.manifest.model import MANIFEST_NAME
from cpom_scorm.package.metadata.files import metadata_files
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.content.references import Reference
    from cpom_scorm.package.model import Package

_CONTROL_ENDINGS = (".xsd", ".dtd")
_LOADED = frozenset({"script", "import", "link", "iframe", "frame", "object", "embed"})
_FOLLOWED = frozenset({"a", "area"})
"""Elements whose addresses are loaded only when somebody follows them."""


def _unlisted(package: Package) -> list[str]:
    """Give the files that the manifest names nowhere and that are no part of the packaging itself."""
    if package.manifest is None:
        return []
    named = set(listed_names(package.manifest)) | {MANIFEST_NAME}
    named |= {_meant(address) for address in _addresses(package)}
    named |= {target_of(name).path or "" for _, name in package.manifest.schema_locations}
    if package.document is not None:
        named |= {found.target.path or "" for found in metadata_files(package.document)}
    spellings = {merged_form(name) for name in named}
    return sorted(
        name
        for name in package.files
        if merged_form(name) not in spellings
        and not name.endswith(_CONTROL_ENDINGS)
        and not is_clutter(name)
        and not is_unusable(name)
    )


def _addresses(package: Package) -> Iterator[str]:
    for resource, base in all_resources(package.manifest) if package.manifest else ():
        for thing in (resource.href, *(file.href for file in resource.files)):
            if thing and ("\\" in base + thing or (base + thing).startswith("/")):
                yield base + thing


def _meant(address: str) -> str:
    """Give the file that an address with wrong separators means: it is listed, only badly."""
    return target_of(address.replace("\\", "/").lstrip("/")).path or ""


@rule("PKG-030", "file-unlisted", Severity.WARNING, since="0.1", spec="CTS excess files; CAM 3.4.1.9")
def file_unlisted(package: Package) -> Iterator[Diagnostic]:
    """## What
    The package holds files that no resource lists. One finding for each folder.

    ## Why it matters
    LMSs that copy only listed files leave them behind; others store and serve files that nobody meant to
    publish.

    ## Example
    `media/intro.mp4` in the package and no `<file href="media/intro.mp4"/>`.

    ## Fix
    List each file in a resource that needs it, or remove it.
    """
    folders: dict[str, list[str]] = defaultdict(list)
    for name in _unlisted(package):
        folders[name.rpartition("/")[0]].append(name)
    for folder, names in folders.items():
        where = f"the folder {quoted(folder)}" if folder else "the root"
        message = f"{quoted(names[0])} is listed in no resource"
        if len(names) > 1:
            message = f"{len(names)} files in {where} are listed in no resource, such as {quoted(names[0])}"
        yield Diagnostic(file_unlisted, message, Span(names[0]), "list it in a resource, or remove it")


@rule("PKG-031", "file-needed-but-unlisted", Severity.NOTE, since="0.1", spec="CAM 3.4.1.9")
def file_needed_but_unlisted(package: Package) -> Iterator[Diagnostic]:
    """## What
    A page, style sheet or script refers to a file of the package that no resource lists.

    ## Why it matters
    In an LMS that copies only listed files the page is incomplete.

    ## Example
    `<img src="media/figure.png">` and no `<file href="media/figure.png"/>`.

    ## Fix
    List the file in the resource of the page.
    """
    unlisted = set(_unlisted(package))
    for reference in package.content.references if unlisted else ():
        if reference.target.path in unlisted:
            unlisted.discard(reference.target.path)
            message = f"the content needs {quoted(reference.target.path)}, which no resource lists"
            yield Diagnostic(
                file_needed_but_unlisted, message, reference.span, "list it in the resource of the page"
            )


@rule("PKG-032", "link-broken", Severity.WARNING, since="0.1", spec="best practice")
def link_broken(package: Package) -> Iterator[Diagnostic]:
    """## What
    A page, style sheet or module script refers to a file that is not in the package, or that is spelt
    otherwise.

    ## Why it matters
    The learner sees a gap or an error. Another spelling works on Windows and fails on an LMS on Linux.

    ## Example
    `<img src="media/Figure.png">` for `media/figure.png`.

    ## Fix
    Add the file, or correct the address.
    """
    spellings: dict[str, str] = {}
    for reference in package.content.references:
        target = reference.target
        path = target.path or ""
        if target.scheme is not None or not path or path.endswith("/") or path in package.files:
            continue
        if _leaves(reference):
            continue
        spellings = spellings or {merged_form(name): name for name in package.files}
        twin = spellings.get(merged_form(path))
        kind = (
            f"names the file {quoted(twin)} in another spelling"
            if twin
            else "leads to no file of the package"
        )
        message = f"the address {quoted(reference.address)} {kind}"
        help_text = f"write {quoted(twin)}" if twin else "add the file, or correct the address"
        yield Diagnostic(link_broken, message, reference.span, help_text)


@rule("PKG-033", "code-from-the-web", Severity.WARNING, since="0.1", spec="security; LMS content policies")
def code_from_the_web(package: Package) -> Iterator[Diagnostic]:
    """## What
    A launch page loads scripts, styles or frames from the web.

    ## Why it matters
    Whoever owns that address can change the course. It fails offline, behind a firewall, and, for `http:`, in
    every LMS that is served by `https:`.

    ## Example
    `<script src="http://code.example/library.js">`

    ## Fix
    Put the file into the package.
    """
    launched = launch_names(package.manifest) if package.manifest else frozenset()
    for reference in package.content.references:
        outside = reference.target.scheme in ("http", "https")
        if reference.file in launched and reference.element in _LOADED and outside:
            message = f"the launch page loads {quoted(reference.address)} from the web"
            yield Diagnostic(code_from_the_web, message, reference.span, "put the file into the package")


@rule(
    "PKG-034",
    "address-insecure",
    Severity.WARNING,
    since="0.1",
    spec="W3C Mixed Content; LMS content policies",
)
def address_insecure(package: Package) -> Iterator[Diagnostic]:
    """## What
    A page or style sheet loads a picture, a font, a film or another file by `http:`.

    ## Why it matters
    LMSs are served by `https:`, and browsers block what a secure page loads insecurely, often without a word.

    ## Example
    `<img src="http://media.example/figure.png">`

    ## Fix
    Put the file into the package.
    """
    launched = launch_names(package.manifest) if package.manifest else frozenset()
    told: set[tuple[str, str]] = set()
    for reference in package.content.references:
        is_told = reference.file in launched and reference.element in _LOADED
        is_insecure = reference.address.lower().startswith("http:") and reference.element not in _FOLLOWED
        key = (reference.file, reference.address)
        if is_insecure and not is_told and key not in told:
            told.add(key)
            message = f"the address {quoted(reference.address)} is insecure, and pages of an LMS are secure"
            yield Diagnostic(address_insecure, message, reference.span, "put the file into the package")


@rule("PKG-035", "link-leaves-package", Severity.WARNING, since="0.1", spec="CAM 3.4.2; best practice")
def link_leaves_package(package: Package) -> Iterator[Diagnostic]:
    """## What
    A page, style sheet or script refers to something outside the package that is not on the web: above its
    root, at the root of the server, or on a disk.

    ## Why it matters
    It worked where the course was made. In an LMS these addresses lead to the LMS's own files, or nowhere.

    ## Example
    `../../shared/logo.png` in a page at the root, `/scripts/course.js`, `file:///C:/course/figure.png`

    ## Fix
    Put the file into the package and refer to it from where the page stands.
    """
    told: set[tuple[str, str]] = set()
    for reference in package.content.references:
        key = (reference.file, reference.address)
        if _leaves(reference) and key not in told:
            told.add(key)
            message = f"the address {quoted(reference.address)} leads out of the package"
            help_text = "put the file into the package, and refer to it from where the page stands"
            yield Diagnostic(link_leaves_package, message, reference.span, help_text)


def _leaves(reference: Reference) -> bool:
    target = reference.target
    if target.scheme is not None:
        return target.scheme == "file" or len(target.scheme) == 1
    return target.climbs or reference.address.startswith(("/", "\\"))


RULES = (
    file_unlisted, file_needed_but_unlisted, link_broken, code_from_the_web, address_insecure,
    link_leaves_package,
)  # fmt: skip
