"""Course folder → verified packages. The steps stand in `build_course` in the order in which they run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cpom_scorm.assemble import package_files, render_content
from cpom_scorm.budget import check_room, check_saves, record_bytes, save_bytes
from cpom_scorm.check import load_and_check
from cpom_scorm.course.addresses import content_policy
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
from cpom_scorm.file_content import sha256_of
from cpom_scorm.origins import Origins
from cpom_scorm.output import write_all
from cpom_scorm.package.archive.zip_writer import content_digest, zip_content
from cpom_scorm.package.model import Package
from cpom_scorm.render.catalogue import load_catalogue
from cpom_scorm.render.pseudo import PSEUDO
from cpom_scorm.render.theme import TemplateFault, load_theme
from cpom_scorm.republish.builds import changes_between, check_answers
from cpom_scorm.source import Span
from cpom_scorm.validate import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from cpom_scorm.assemble import Content
    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.editions import Edition
    from cpom_scorm.file_content import FileContent, Joined
    from cpom_scorm.lms import Lms
    from cpom_scorm.republish.changes import Change


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
    pseudo: bool = False
    """Show the player's strings in the made-up language, so that what is not translated stands out."""
    themes: tuple[Path, ...] = ()
    """Folders of themes, the foremost first; the course's own templates stand before them."""
    profiles: tuple[Lms, ...] = ()
    """LMSs that the packages are judged for."""
    earlier: Lock | None = None
    """Numbers that a preview has given before and that are not in the lock file yet."""


@dataclass(frozen=True, slots=True)
class BuiltPackage:
    """One package, verified; its large files are still on disk."""

    edition: Edition
    title: str
    name: str
    """The name of its file."""
    files: Mapping[str, FileContent]
    archive: Joined
    """The zip."""
    sco_count: int
    external: tuple[str, ...]
    """Origins on the web that the course may show something from."""
    policy: str
    """The Content-Security-Policy of its launch page."""
    record_bytes: int
    """The longest state record that a learner can have."""
    save_bytes: int | None
    """What one save sends at most, about; None where only changes are sent."""

    @property
    def record_limit(self) -> int:
        """How long a record the edition keeps, in bytes."""
        return self.edition.limits.suspend_data

    @property
    def sha256(self) -> str:
        """Names the zip: the same for the same Python and zlib."""
        return sha256_of(self.archive)

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
    lock: Lock | None = None
    """The numbers that the packages were built with; None without packages."""
    changes: tuple[Change, ...] | None = None
    """What learners in the middle notice since the last build; None where the lock file does not say."""


class _Refused(Exception):  # noqa: N818 - an answer to the author, no failure of ours
    """The build cannot go on; the findings say why."""


class _Findings:
    """What was found so far, at every step."""

    def __init__(self) -> None:
        self.report = Report()

    def add(self, found: Iterable[Diagnostic]) -> None:
        """Take findings in, and stop the build when one of them is an error."""
        self.report += Report.of(found)
        if self.report.has_errors:
            raise _Refused


def build_course(
    folder: Path, options: BuildOptions, progress: Callable[[str], None] | None = None
) -> BuildResult:
    """Build a course in memory. Never raises for what an author did: the report says what is wrong."""
    tell = progress or (lambda _: None)
    found = _Findings()
    try:
        tell("Reading the course")
        loaded, report = load_and_check(folder, strict=options.strict)
        found.add(report)
        before, lock, changed = _numbered(loaded, options, found)
        found.add(Report.of(check_answers(loaded, before, lock), strict=options.strict))
        found.add(check_saves(loaded, options.editions))
        found.add(check_room(loaded, lock, options.editions))
        tell("Rendering the pages")
        content = _rendered(loaded, lock, options, found)
        packages, origins = [], Origins(loaded)
        for edition in options.editions:
            tell(f"Packing and verifying {edition.title}")
            packages.append(_packed(content, edition, options.profiles, origins, found))
    except _Refused:
        return BuildResult(found.report)
    text = lock_text(lock) if changed else None
    changes = changes_between(before, lock)
    return BuildResult(found.report, tuple(packages), folder / LOCK_NAME, text, lock, changes)


def write_packages(result: BuildResult, folder: Path) -> tuple[Path, ...]:
    """Write all packages and the lock file: whole files under their names at the end, or none at all.

    Raises OSError when the folder or a file cannot be written.
    """
    wanted: dict[Path, FileContent] = {folder / package.name: package.archive for package in result.packages}
    paths = tuple(wanted)
    if result.new_lock is not None and result.lock_path is not None:
        # Last: a lock file that is newer than every package harms nobody.
        wanted[result.lock_path] = result.new_lock.encode("utf-8")
    write_all(wanted)
    return paths


def _numbered(
    loaded: LoadedCourse, options: BuildOptions, found: _Findings
) -> tuple[Lock | None, Lock, bool]:
    """Give the lock as it was, as it is to be, and whether its file must be written."""
    assert loaded.course is not None  # noqa: S101 - such a course has errors
    path = loaded.root / LOCK_NAME
    before, unreadable = read_lock(path)
    lock = before
    if lock is None:
        found.add(unreadable)
    moved = lock is not None and options.new_identity and lock.course != loaded.course.id
    if lock is not None and moved:
        lock = replace(lock, course=loaded.course.id)
    lock = _longer(lock, options.earlier, loaded.course.id)
    found.add(check_lock(lock, loaded.course))
    extended, changed = extend(lock, loaded.course)
    if options.locked:
        # What the file says of titles may be that of an earlier build; the numbers may not.
        is_short = moved or lock is None or lock.is_merged or extended.numbers != lock.numbers
        found.add([_out_of_date(path)] if is_short else [])
        return before, extended, False
    return before, extended, changed or moved


def _longer(lock: Lock | None, earlier: Lock | None, course_id: str) -> Lock | None:
    """Prefer the numbers of a preview as long as they only add to those of the lock file."""
    if earlier is None or earlier.course != course_id:
        return lock
    adds_only = lock is None or earlier.slots[: len(lock.slots)] == lock.slots
    return earlier if adds_only else lock


def _rendered(loaded: LoadedCourse, lock: Lock, options: BuildOptions, found: _Findings) -> Content:
    assert loaded.course is not None  # noqa: S101 - such a course has errors
    themed = load_theme(loaded.root, options.themes)
    found.add(Report.of(themed.diagnostics, strict=options.strict))
    catalogue = load_catalogue(PSEUDO if options.pseudo else loaded.course.language)
    try:
        return render_content(loaded.course, lock, loaded.root, themed.theme, catalogue, debug=options.debug)
    except TemplateFault as fault:
        found.add([fault.diagnostic])
        raise


def _packed(
    content: Content, edition: Edition, profiles: tuple[Lms, ...], origins: Origins, found: _Findings
) -> BuiltPackage:
    files = package_files(content, edition)
    name = f"{content.course.id}-{edition.id}.zip"
    package = Package.from_files(files, name)
    report = verify(package, strict=True, profiles=profiles)
    found.add(origins.traced_report(report, name))
    scos = sum(resource.is_sco for resource in package.manifest.resources) if package.manifest else 0
    course, lock = content.course, content.lock
    allowed = course.external, content_policy(course)
    longest, save = record_bytes(course, lock, edition), save_bytes(course, lock, edition)
    return BuiltPackage(edition, course.title, name, files, zip_content(files), scos, *allowed, longest, save)


def _out_of_date(path: Path) -> Diagnostic:
    return Diagnostic(
        LOCK_OUT_OF_DATE,
        f'"{LOCK_NAME}" would change, and --locked forbids that',
        Span(path.as_posix()),
        "build without --locked and commit the lock file",
    )
