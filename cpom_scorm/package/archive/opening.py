"""Opening any package safely: in memory, within limits, never by the names it asks for (SEC-01, SEC-02)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.package.archive import rules
from cpom_scorm.package.archive.faults import Fault
from cpom_scorm.package.archive.folder_reader import read_folder
from cpom_scorm.package.archive.limits import Limits
from cpom_scorm.package.archive.zip_reader import UNREADABLE, Contents, read_zip
from cpom_scorm.package.hrefs import launch_names, listed_names
from cpom_scorm.package.manifest.model import MANIFEST_NAME
from cpom_scorm.package.model import Package
from cpom_scorm.package.quoting import quoted

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.diagnostics import Diagnostic

DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class OpenedPackage:
    """What came of opening a file or folder."""

    package: Package | None
    """None when there is nothing that could be judged; the diagnostics say why."""
    diagnostics: tuple[Diagnostic, ...]
    """What the archive itself has wrong. What reading its manifest found is in the package."""


def open_package(path: Path, name: str, limits: Limits = DEFAULT_LIMITS) -> OpenedPackage:
    """Open a zip or a folder as a package. `name` is what people call it. Never raises for what it finds."""
    try:
        contents = read_folder(path, limits) if path.is_dir() else read_zip(path, limits)
    except OSError as error:
        message = f"{quoted(name)} cannot be read: {(error.strerror or 'unknown reason').lower()}"
        contents = Contents(faults=(Fault(rules.ZIP_DAMAGED, message, is_end=True),))
    if not contents.is_readable or _manifest_is_unreadable(contents):
        return OpenedPackage(
            None,
            tuple(fault.diagnostic(name, needed=fault.entry == MANIFEST_NAME) for fault in contents.faults),
        )
    package = Package.of(name, contents.entries)
    return OpenedPackage(package, _weighed(contents.faults, package))


def _manifest_is_unreadable(contents: Contents) -> bool:
    return any(fault.entry == MANIFEST_NAME and fault.rule in UNREADABLE for fault in contents.faults)


def _weighed(faults: tuple[Fault, ...], package: Package) -> tuple[Diagnostic, ...]:
    """Some faults weigh more where the manifest needs the entry: now the manifest is known."""
    if not faults:
        return ()
    manifest = package.manifest
    launched = {MANIFEST_NAME} | (launch_names(manifest) if manifest else frozenset())
    listed = launched | (listed_names(manifest) if manifest else frozenset())
    return tuple(
        fault.diagnostic(
            package.origin, needed=fault.entry in (launched if fault.rule is rules.METHOD_UNUSUAL else listed)
        )
        for fault in faults
    )
