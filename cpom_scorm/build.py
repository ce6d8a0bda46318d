"""Course folder → verified packages. The steps stand in `build_course` in the order in which they run."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cpom_scorm.assemble import package_files, render_content
from cpom_scorm.budget import check_budget, record_bytes
from cpom_scorm.check import load_and_check
from cpom_scorm.course.lock import (
    LOCK_NAME,
    LOCK_OUT_OF_DATE,
    Lock,
    check_lock,
    extend,
    lock_text,
    read_lock,
)
from cpom_scorm.diagnostics import Diagnostic, Report
from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.model import Package
from cpom_scorm.package.zip_writer import content_digest, zip_bytes
from cpom_scorm.render.catalogue import load_catalogue
from cpom_scorm.render.theme import TemplateFault, load_theme
from cpom_scorm.source import Span
from cpom_scorm.validate import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cpom_scorm.assemble import Content
    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.editions import Edition


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build and how. Nothing else reaches a build from outside the course folder."""

    editions: tuple[Edition, ...] = EDITIONS
    strict: bool = False
    """Apply the stricter severities to the course; packages are always verified strictly."""
    locked: bool = False
    """Refuse to change the lock file."""
    new_identity: bool = False
    """Let the lock file move to a changed course id."""
    debug: bool = False
    """Leave scripts and styles readable."""


@dataclass(frozen=True, slots=True)
class BuiltPackage:
    """One package, verified, in memory."""

    edition: Edition
    title: str
    name: str
    """The name of its file."""
    files: Mapping[str, bytes]
    data: bytes
    """The zip."""
    sco_count: int
    record_bytes: int
    """The longest state record that a learner can have."""

    @property
    def record_limit(self) -> int:
        """How long a record the edition keeps, in bytes."""
        return self.edition.limits.suspend_data

    @property
    def sha256(self) -> str:
        """Names the zip: the same for the same Python and zlib."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def digest(self) -> str:
        """Names the contents: the same on every machine."""
        return content_digest(self.files)


@dataclass(frozen=True, slots=True)
class BuildResult:
    """All packages or none, and everything that was found."""

    report: Report
    packages: tuple[BuiltPackage, ...] = ()
    lock_path: Path | None = None
    """Where the lock file belongs."""
    new_lock: str | None = None
    """The text that it must get; None when it is right as it is."""


class _Refused(Exception):  # noqa: N818 - carries findings, is no failure of ours
    """The build cannot go on."""

    def __init__(self, report: Report) -> None:
        self.report = report


def build_course(
    folder: Path, options: BuildOptions, progress: Callable[[str], None] | None = None
) -> BuildResult:
    """Build a course in memory. Never raises for what an author did: the report says what is wrong."""
    tell = progress or (lambda _: None)
    try:
        tell("Reading the course")
        loaded, found = _checked(folder, options)
        lock, changed = _numbered(loaded, options)
        _stop_on_errors(Report.of(check_budget(loaded, lock, options.editions)))
        tell("Rendering the pages")
        content = _rendered(loaded, lock, options)
        packages = []
        for edition in options.editions:
            tell(f"Packing and verifying {edition.title}")
            packages.append(_packed(content, edition))
    except _Refused as refusal:
        return BuildResult(refusal.report)
    return BuildResult(found, tuple(packages), folder / LOCK_NAME, lock_text(lock) if changed else None)


def write_packages(result: BuildResult, folder: Path) -> tuple[Path, ...]:
    """Write all packages and the lock file: whole files under their names at the end, or none at all.

    Raises OSError when the folder or a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {folder / package.name: package.data for package in result.packages}
    paths = tuple(wanted)
    if result.new_lock is not None and result.lock_path is not None:
        wanted[result.lock_path] = result.new_lock.encode("utf-8")
    scratch: dict[Path, Path] = {}
    try:
        for path, data in wanted.items():
            scratch[path] = _written_beside(path, data)
        for path, temporary in scratch.items():
            temporary.replace(path)
    finally:
        for temporary in scratch.values():
            temporary.unlink(missing_ok=True)
    return paths


def _checked(folder: Path, options: BuildOptions) -> tuple[LoadedCourse, Report]:
    loaded, report = load_and_check(folder, strict=options.strict)
    _stop_on_errors(report)
    return loaded, report


def _numbered(loaded: LoadedCourse, options: BuildOptions) -> tuple[Lock, bool]:
    assert loaded.course is not None  # noqa: S101 - _checked refuses others
    path = loaded.root / LOCK_NAME
    lock, found = read_lock(path)
    if lock is None and found:
        raise _Refused(Report.of(found))
    moved = lock is not None and options.new_identity and lock.course != loaded.course.id
    if lock is not None and moved:
        lock = replace(lock, course=loaded.course.id)
    _stop_on_errors(Report.of(check_lock(lock, loaded.course)))
    extended, changed = extend(lock, loaded.course)
    changed = changed or moved
    if changed and options.locked:
        raise _Refused(Report.of([_out_of_date(path)]))
    return extended, changed


def _rendered(loaded: LoadedCourse, lock: Lock, options: BuildOptions) -> Content:
    assert loaded.course is not None  # noqa: S101 - _checked refuses others
    themed = load_theme(loaded.root)
    _stop_on_errors(Report.of(themed.diagnostics))
    catalogue = load_catalogue(loaded.course.language)
    try:
        return render_content(loaded.course, lock, loaded.root, themed.theme, catalogue, debug=options.debug)
    except TemplateFault as fault:
        raise _Refused(Report.of([fault.diagnostic])) from fault


def _packed(content: Content, edition: Edition) -> BuiltPackage:
    files = package_files(content, edition)
    name = f"{content.course.id}-{edition.id}.zip"
    package = Package.from_files(files, name)
    _stop_on_errors(verify(package, strict=True))
    scos = sum(resource.is_sco for resource in package.manifest.resources) if package.manifest else 0
    return BuiltPackage(
        edition, content.course.title, name, files, zip_bytes(files), scos, record_bytes(content.lock)
    )


def _stop_on_errors(report: Report) -> None:
    if report.has_errors:
        raise _Refused(report)


def _out_of_date(path: Path) -> Diagnostic:
    return Diagnostic(
        LOCK_OUT_OF_DATE,
        f'"{LOCK_NAME}" would change, and --locked forbids that',
        Span(path.as_posix()),
        "build without --locked and commit the lock file",
    )


def _written_beside(path: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
    temporary = Path(name)
    temporary.chmod(0o644)
    return temporary
