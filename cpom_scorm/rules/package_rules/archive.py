"""Whether the package has its manifest, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.archive.names import is_clutter
from cpom_scorm.package.manifest.model import MANIFEST_NAME
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.model import Package

_OTHER_STANDARDS = {
    "cmi5.xml": "this is a cmi5 package, not a SCORM package",
    "tincan.xml": "this is an xAPI (Tin Can) package, not a SCORM package",
}
_AICC_ENDINGS = (".crs", ".au", ".des", ".cst")


@rule("PKG-002", "manifest-missing", Severity.ERROR, since="0.1", spec="CAM 3.4; CTS")
def manifest_missing(package: Package) -> Iterator[Diagnostic]:
    """## What
    The package has no `imsmanifest.xml`, in no folder and in no spelling.

    ## Why it matters
    The manifest is the only thing an LMS reads to know what to launch; without it nothing is imported.

    ## Example
    A zip of the pages alone, or a package for another standard such as cmi5.

    ## Fix
    Export the course as SCORM from the program that made it, or add a manifest.
    """
    if not _manifests(package) and not _inner_zip(package):
        yield Diagnostic(manifest_missing, _what_it_is(package), Span(package.origin), _way_to_scorm(package))


def _manifests(package: Package) -> list[str]:
    return [name for name in package.files if name.rpartition("/")[2].lower() == MANIFEST_NAME]


def _way_to_scorm(package: Package) -> str:
    if "course.yaml" in package.files:
        return "build the course with cpom-scorm build, and validate the packages that it writes"
    return "export it as SCORM"


def _what_it_is(package: Package) -> str:
    lower = [name.lower() for name in package.files]
    for name, message in _OTHER_STANDARDS.items():
        if name in lower:
            return message
    if any(name.endswith(_AICC_ENDINGS) for name in lower):
        return "this is an AICC package, not a SCORM package"
    return f'the package has no "{MANIFEST_NAME}"'


@rule("PKG-003", "manifest-in-folder", Severity.ERROR, since="0.1", spec="CAM 3.4; CTS")
def manifest_in_folder(package: Package) -> Iterator[Diagnostic]:
    """## What
    `imsmanifest.xml` lies in a folder of the package instead of at its root.

    ## Why it matters
    Moodle, and most other LMSs, look at the root only and refuse the package.

    ## Example
    `my-course/imsmanifest.xml`, because the folder was zipped and not its contents.

    ## Fix
    Zip what is inside the folder, not the folder.
    """
    found = _manifests(package)
    if not found or any("/" not in name for name in found):
        return
    folders = sorted(name.rpartition("/")[0] for name in found)
    listed = ", ".join(quoted(folder) for folder in folders[:3])
    where = "the folder" if len(folders) == 1 else f"{len(folders)} folders, such as"
    help_text = f"zip the contents of {listed}, not the folder itself" if len(folders) == 1 else ""
    yield Diagnostic(
        manifest_in_folder,
        f"the manifest lies in {where} {listed}, expected at the root",
        Span(f"{folders[0]}/{MANIFEST_NAME}"),
        help_text,
    )


@rule("PKG-004", "manifest-misspelt", Severity.ERROR, since="0.1", spec="CAM 3.4")
def manifest_misspelt(package: Package) -> Iterator[Diagnostic]:
    """## What
    The manifest's name has capital letters, or there are two manifests whose names differ in case only.

    ## Why it matters
    LMSs on Linux look for exactly `imsmanifest.xml`. On Windows the same package works, so nobody notices.
    Of two manifests one wins, and which one depends on the host.

    ## Example
    `IMSManifest.xml`

    ## Fix
    Name the file `imsmanifest.xml`, and keep only one.
    """
    at_root = sorted(name for name in _manifests(package) if "/" not in name and name != MANIFEST_NAME)
    for name in at_root:
        message = f'the manifest is called {quoted(name)}, expected "{MANIFEST_NAME}"'
        if MANIFEST_NAME in package.files:
            message = f'{quoted(name)} and "{MANIFEST_NAME}" are one file on hosts that ignore case'
        yield Diagnostic(manifest_misspelt, message, Span(name), "keep one file with the lower-case name")


@rule("PKG-005", "manifest-empty", Severity.ERROR, since="0.1", spec="XML 1.0 section 2.1")
def manifest_empty(package: Package) -> Iterator[Diagnostic]:
    """## What
    `imsmanifest.xml` is there but holds nothing.

    ## Why it matters
    The import fails, in some LMSs without any message.

    ## Example
    A file of 0 bytes, left by a program that stopped while it wrote.

    ## Fix
    Export the package again.
    """
    if MANIFEST_NAME in package.files and not (package.read(MANIFEST_NAME) or b"").strip():
        yield Diagnostic(
            manifest_empty, "the manifest is empty", Span(MANIFEST_NAME), "export the package again"
        )


@rule("PKG-021", "package-in-package", Severity.ERROR, since="0.1", spec="CAM 3.4")
def package_in_package(package: Package) -> Iterator[Diagnostic]:
    """## What
    The zip holds nothing but another zip.

    ## Why it matters
    LMSs unpack once; they find no manifest and refuse the file.

    ## Example
    `course.zip` that was put into `course-final.zip` to be mailed.

    ## Fix
    Unpack the outer zip and upload the inner one.
    """
    inner = _inner_zip(package)
    if inner:
        message = f"the package only holds another zip, {quoted(inner)}"
        yield Diagnostic(package_in_package, message, Span(inner), f"unpack it and use {quoted(inner)}")


def _inner_zip(package: Package) -> str | None:
    names = [name for name in package.files if not is_clutter(name)]
    return names[0] if len(names) == 1 and names[0].lower().endswith((".zip", ".pif")) else None


RULES = (manifest_missing, manifest_in_folder, manifest_misspelt, manifest_empty, package_in_package)
