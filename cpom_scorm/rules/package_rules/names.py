"""Whether the names of the files are safe, and the same on every system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.package.archive.names import (
    climbs,
    has_control_character,
    is_absolute,
    is_clutter,
    is_unusable,
    merged_form,
    portability_problem,
)
from cpom_scorm.package.manifest.model import MANIFEST_NAME
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.model import Package


@rule("PKG-010", "name-climbs", Severity.ERROR, since="0.1", spec="security")
def name_climbs(package: Package) -> Iterator[Diagnostic]:
    """## What
    The path of a file leads out of its folder with `..`, also written as `%2e%2e` or with back-slashes.

    ## Why it matters
    An LMS that unpacks it would write outside the course's folder; careful ones refuse the whole package.

    ## Example
    `../../config.php`

    ## Fix
    Make the package again with a program that stores plain relative paths.
    """
    for name in package.files:
        if climbs(name):
            message = f"the path {quoted(name)} leads out of the package"
            yield Diagnostic(name_climbs, message, Span(name), "make the package again with plain paths")


@rule("PKG-011", "name-absolute", Severity.ERROR, since="0.1", spec="security")
def name_absolute(package: Package) -> Iterator[Diagnostic]:
    r"""## What
    The path of a file starts at the root of a disk or names a network place.

    ## Why it matters
    An LMS that unpacks it would write outside the course's folder; careful ones refuse the whole package.

    ## Example
    `/etc/passwd`, `C:\course\index.html`, `\\server\share`

    ## Fix
    Make the package again with a program that stores paths relative to the course's folder.
    """
    for name in package.files:
        if is_absolute(name):
            message = f"the path {quoted(name)} starts outside the package"
            yield Diagnostic(
                name_absolute, message, Span(name), "store paths relative to the course's folder"
            )


@rule("PKG-012", "name-with-backslash", Severity.ERROR, since="0.1", spec="APPNOTE 4.4.17")
def name_with_backslash(package: Package) -> Iterator[Diagnostic]:
    r"""## What
    The path of a file is written with back-slashes.

    ## Why it matters
    On Linux the whole path becomes the name of one file at the root, and every link to it breaks.

    ## Example
    `media\\\\figure.png`, from a program for Windows that does not follow the zip format.

    ## Fix
    Make the package with a program that writes forward slashes.
    """
    for name in package.files:
        if "\\" in name and not climbs(name) and not is_absolute(name):
            message = f"the path {quoted(name)} is written with back-slashes"
            yield Diagnostic(name_with_backslash, message, Span(name), "make the zip with forward slashes")


@rule("PKG-014", "names-merge", Severity.WARNING, since="0.1", spec="CTS href check")
def names_merge(package: Package) -> Iterator[Diagnostic]:
    """## What
    Two paths differ in the case of letters or in the Unicode form of accents only, or a file has the name
    of a folder (an error).

    ## Why it matters
    On Windows and macOS hosts they are one file: the second replaces the first. A file and a folder of one
    name cannot be unpacked anywhere.

    ## Example
    `media/Logo.png` and `media/logo.png`

    ## Fix
    Give the files names that differ in more than case.
    """
    seen: dict[str, str] = {}
    folders = {name[:end].rstrip("/"): name for name in package.files for end in _slashes(name)}
    for name in sorted(package.files):
        if name in folders:
            message = f"{quoted(name)} is a file and the folder of {quoted(folders[name])}"
            yield Diagnostic(names_merge, message, Span(name), weight=Severity.ERROR)
        first = seen.setdefault(merged_form(name), name)
        if first != name and merged_form(name) != MANIFEST_NAME:
            message = f"{quoted(name)} and {quoted(first)} are one file on hosts that ignore case"
            label = Label(Span(first), "the other file")
            yield Diagnostic(names_merge, message, Span(name), "rename one of them", (label,))


def _slashes(name: str) -> list[int]:
    return [index for index, character in enumerate(name) if character == "/"]


@rule("PKG-020", "name-unportable", Severity.WARNING, since="0.1", spec="LMS")
def name_unportable(package: Package) -> Iterator[Diagnostic]:
    """## What
    A path holds characters that Windows or addresses do not take, a reserved name, or is very long. Control
    characters are an error.

    ## Why it matters
    LMSs on Windows refuse or rename the file; `#`, `%`, `+` and `&` break the address under which the LMS
    serves it. A control character can end the name early.

    ## Example
    `con.html`, `what?.html`, `50%.html`

    ## Fix
    Name files with letters, digits, hyphen, underscore and dot.
    """
    for name in package.files:
        if has_control_character(name):
            message = f"the path {quoted(name)} holds a control character"
            yield Diagnostic(name_unportable, message, Span(name), "rename the file", weight=Severity.ERROR)
        elif not is_unusable(name) and (problem := portability_problem(name)):
            yield Diagnostic(
                name_unportable, f"the path {quoted(name)} {problem}", Span(name), "rename the file"
            )


@rule("PKG-024", "clutter", Severity.NOTE, since="0.1", spec="hygiene")
def clutter(package: Package) -> Iterator[Diagnostic]:
    """## What
    The package holds files that a system or an editor left behind.

    ## Why it matters
    They make the package larger and can show sources or versions that nobody meant to publish.

    ## Example
    `__MACOSX/._index.html`, `.DS_Store`, `.git/config`, `player.js.map`

    ## Fix
    Remove them before zipping.
    """
    found = sorted(name for name in package.files if is_clutter(name))
    if found:
        others = f" and {len(found) - 1} more belong" if len(found) > 1 else " belongs"
        message = f"{quoted(found[0])}{others} to no course"
        yield Diagnostic(clutter, message, Span(found[0]), "remove it before zipping")


RULES = (name_climbs, name_absolute, name_with_backslash, names_merge, name_unportable, clutter)
