"""Whether the addresses in the manifest lead to files of the package."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.archive.names import merged_form
from cpom_scorm.package.hrefs import all_resources, target_of
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Rule, Severity, rule
from cpom_scorm.rules.package_rules.places import attribute_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.hrefs import Target
    from cpom_scorm.package.manifest.model import File, Resource
    from cpom_scorm.package.model import Package

_WEB = ("http", "https")


@dataclass(frozen=True, slots=True)
class _Address:
    """An `href` of the manifest, and what it means."""

    thing: Resource | File
    written: str
    target: Target
    is_launch: bool
    repeats_launch: bool
    """Whether it is the `file` that repeats its resource's own `href`: one finding is enough."""


def _addresses(package: Package) -> Iterator[_Address]:
    """Give all addresses of resources and files. Rules below judge each address once, in this order:

    scheme, separators, leaving the package, escapes, existence. Below an odd base nothing is judged.
    """
    for resource, base in all_resources(package.manifest) if package.manifest else ():
        if "\\" in base or base.startswith("/"):
            continue
        launch = resource.href or ""
        if launch:
            yield _Address(resource, launch, target_of(launch, base), is_launch=True, repeats_launch=False)
        for file in resource.files:
            target = target_of(file.href, base)
            repeats = bool(launch) and target == target_of(launch, base)
            if file.href:
                yield _Address(file, file.href, target, is_launch=False, repeats_launch=repeats)


def _absent(package: Package) -> Iterator[tuple[_Address, str | None]]:
    """Give the addresses of good form without a file, each with the file that differs in spelling only."""
    absent = [address for address in _addresses(package) if _names_no_file(package, address)]
    spellings = {merged_form(name): name for name in package.files} if absent else {}
    for address in absent:
        yield address, spellings.get(merged_form(address.target.path or ""))


def _names_no_file(package: Package, address: _Address) -> bool:
    target = address.target
    is_odd = "\\" in address.written or address.written.startswith("/") or target.climbs
    if target.scheme is not None or is_odd or target.has_broken_escape or address.repeats_launch:
        return False
    path = target.path or ""
    return bool(path) and not path.endswith("/") and path not in package.files


def _finding(found: Rule, package: Package, address: _Address, message: str, remedy: str = "") -> Diagnostic:
    return Diagnostic(found, message, attribute_place(package, address.thing, "href"), remedy)


@rule("RES-004", "launch-file-missing", Severity.ERROR, since="0.1", spec="CTS href; CAM 3.4.2")
def launch_file_missing(package: Package) -> Iterator[Diagnostic]:
    """## What
    The launch file of a resource is not in the package.

    ## Why it matters
    LMSs import the package without a word and show "not found" to the learner.

    ## Example
    `<resource href="start.html">` in a package that holds `index.html`.

    ## Fix
    Add the file, or correct the `href`. Query and fragment are ignored, `%20` means a space.
    """
    for address, twin in _absent(package):
        if address.is_launch and twin is None:
            message = f"the launch file {quoted(address.target.path or '')} is not in the package"
            remedy = "add the file, or correct the href"
            yield _finding(launch_file_missing, package, address, message, remedy)


@rule("RES-005", "file-missing", Severity.ERROR, since="0.1", spec="CTS href; CAM 3.4.2")
def file_missing(package: Package) -> Iterator[Diagnostic]:
    """## What
    A file that a resource lists is not in the package.

    ## Why it matters
    Pages that need it stay incomplete; strict LMSs refuse the package.

    ## Example
    `<file href="media/intro.mp4"/>` after the film was removed.

    ## Fix
    Add the file, or remove its `file` element.
    """
    for address, twin in _absent(package):
        if not address.is_launch and twin is None:
            message = f"the file {quoted(address.target.path or '')} is not in the package"
            yield _finding(file_missing, package, address, message, "add the file, or remove its element")


@rule("RES-006", "file-name-case", Severity.WARNING, since="0.1", spec="CTS href", strict=Severity.ERROR)
def file_name_case(package: Package) -> Iterator[Diagnostic]:
    """## What
    An address differs from the name of the file in the case of letters or the Unicode form of accents.

    ## Why it matters
    It works where the package was made, on Windows or macOS, and breaks on an LMS on Linux.

    ## Example
    `href="Index.html"` for a file `index.html`.

    ## Fix
    Write the name exactly as the file has it.
    """
    for address, twin in _absent(package):
        if twin is not None:
            path = quoted(address.target.path or "")
            message = f"the address {path} names the file {quoted(twin)} in another spelling"
            yield _finding(file_name_case, package, address, message, f"write {quoted(twin)}")


@rule("RES-007", "href-with-backslash", Severity.ERROR, since="0.1", spec="REQ_30.7.3.3.2; .9.2.2")
def href_with_backslash(package: Package) -> Iterator[Diagnostic]:
    r"""## What
    An address is written with a back-slash.

    ## Why it matters
    Addresses use forward slashes; with others the file is not found, or only on Windows.

    ## Example
    `href="pages\start.html"`

    ## Fix
    Write forward slashes.
    """
    for address in _addresses(package):
        if address.target.scheme is None and "\\" in address.written:
            message = f"the address {quoted(address.written)} is written with a back-slash"
            yield _finding(href_with_backslash, package, address, message, "write forward slashes")


@rule("RES-008", "href-absolute", Severity.ERROR, since="0.1", spec="REQ_30.7.3.3.3; .9.2.3")
def href_absolute(package: Package) -> Iterator[Diagnostic]:
    """## What
    An address begins with a slash.

    ## Why it matters
    It means the root of the LMS's server, not of the package.

    ## Example
    `href="/index.html"`

    ## Fix
    Remove the leading slash.
    """
    for address in _addresses(package):
        if address.target.scheme is None and address.written.startswith("/"):
            message = f"the address {quoted(address.written)} begins with a slash"
            yield _finding(href_absolute, package, address, message, "remove the leading slash")


@rule("RES-009", "href-climbs", Severity.ERROR, since="0.1", spec="CTS href; security")
def href_climbs(package: Package) -> Iterator[Diagnostic]:
    """## What
    An address leads out of the package with `..`.

    ## Why it matters
    There is nothing to find; an LMS that follows it hands out files of its own.

    ## Example
    `href="../shared/player.js"`, `href="%2e%2e/shared/player.js"`

    ## Fix
    Put the file into the package and name it there.
    """
    for address in _addresses(package):
        if address.target.climbs:
            message = f"the address {quoted(address.written)} leads out of the package"
            yield _finding(href_climbs, package, address, message, "put the file into the package")


@rule("RES-013", "href-escapes", Severity.ERROR, since="0.1", spec="RFC 2396 2.4")
def href_escapes(package: Package) -> Iterator[Diagnostic]:
    """## What
    An address holds a `%` without two hexadecimal digits. A plain space, or bytes that are not UTF-8, are a
    warning.

    ## Why it matters
    Servers differ about such addresses: some answer with an error, some with another file.

    ## Example
    `href="100%.html"`, `href="my page.html"`

    ## Fix
    Write `%25` for a percent sign and `%20` for a space, or better: rename the file.
    """
    for address in _addresses(package):
        target, written = address.target, quoted(address.written)
        if target.scheme is not None:
            continue
        span = attribute_place(package, address.thing, "href")
        if target.has_broken_escape:
            message = f'the address {written} holds a "%" without two hexadecimal digits'
            yield Diagnostic(href_escapes, message, span, 'write "%25" for a percent sign')
        elif target.is_doubtful_text:
            message = f"the address {written} is not UTF-8 when decoded"
            yield Diagnostic(href_escapes, message, span, "encode it as UTF-8", weight=Severity.WARNING)
        elif " " in address.written.strip() and not address.repeats_launch:
            message = f"the address {written} holds a plain space"
            yield Diagnostic(href_escapes, message, span, 'write "%20"', weight=Severity.WARNING)


@rule("RES-014", "href-on-the-web", Severity.WARNING, since="0.1", spec="CTS; browsers' same-origin policy")
def href_on_the_web(package: Package) -> Iterator[Diagnostic]:
    """## What
    An address leads to the web instead of into the package.

    ## Why it matters
    A page of another site cannot reach the LMS's API, so nothing is recorded; and it may be gone tomorrow.

    ## Example
    `<resource adlcp:scormType="sco" href="https://example.org/course/">`

    ## Fix
    Put the page into the package.
    """
    for address in _addresses(package):
        if address.target.scheme in _WEB and not address.repeats_launch:
            message = f"the address {quoted(address.written)} leads out of the package to the web"
            yield _finding(href_on_the_web, package, address, message, "put the page into the package")


@rule("RES-015", "href-scheme", Severity.ERROR, since="0.1", spec="CAM 3.4.2; security")
def href_scheme(package: Package) -> Iterator[Diagnostic]:
    r"""## What
    An address has a scheme that is neither `http` nor `https`: a local disk, a script, inline data.

    ## Why it matters
    It means the learner's own disk, or runs as a script in the LMS.

    ## Example
    `href="file:///C:/course/index.html"`, `href="javascript:start()"`

    ## Fix
    Put the file into the package and name it there.
    """
    for address in _addresses(package):
        scheme = address.target.scheme
        if scheme is not None and scheme not in _WEB and not address.repeats_launch:
            kind = "a Windows drive" if len(scheme) == 1 else f'the scheme "{scheme}:"'
            message = f"the address {quoted(address.written)} begins with {kind}"
            yield _finding(href_scheme, package, address, message, "name a file of the package")


RULES = (
    launch_file_missing, file_missing, file_name_case, href_with_backslash, href_absolute, href_climbs,
    href_escapes, href_on_the_web, href_scheme,
)  # fmt: skip
