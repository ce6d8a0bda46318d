"""Use case: compare two packages that we built, for whoever is about to replace one by the other."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from cpom_scorm.diagnostics import Report
from cpom_scorm.package.archive.opening import open_package
from cpom_scorm.render.packaged_course import NotOurs, PackagedCourse, read_packaged
from cpom_scorm.republish.changes import Change, asked_anew, compare, identity_change

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.lms import Lms, Need
    from cpom_scorm.package.manifest.model import Manifest
    from cpom_scorm.package.model import Package

_UNREAD = "the new package cannot read the records of the old one"


@dataclass(frozen=True, slots=True)
class Refused:
    """Why packages cannot be compared."""

    path: str
    message: str
    help: str
    report: Report


@dataclass(frozen=True, slots=True)
class LmsVerdict:
    """Whether the new package can take the place of the old one in an LMS."""

    profile: str
    title: str
    safe: bool
    reasons: tuple[str, ...]
    """What speaks against it."""
    why: str
    """What the LMS does."""
    evidence: str


@dataclass(frozen=True, slots=True)
class FileCounts:
    """How many files of the packages differ."""

    new: int
    gone: int
    changed: int


@dataclass(frozen=True, slots=True)
class PackageDiff:
    """What is different, and what that means."""

    old: str
    new: str
    course: str
    title: str
    editions: tuple[str, str]
    records_read: bool
    """Whether the new package reads what learners of the old one have."""
    changes: tuple[Change, ...]
    files: FileCounts
    verdicts: tuple[LmsVerdict, ...]

    @property
    def safe(self) -> bool:
        """Whether replacing is safe in every LMS that was asked about."""
        return all(verdict.safe for verdict in self.verdicts)

    def to_json(self) -> dict[str, Any]:
        """Give all of it as plain dicts, lists, texts and numbers."""
        return {**asdict(self), "safe": self.safe}


def diff_packages(old: Path, new: Path, profiles: tuple[Lms, ...]) -> PackageDiff | Refused:
    """Compare two zips or folders for LMSs whose needs we know. Never raises for what is in them."""
    opened = [_opened(path) for path in (old, new)]
    refused = next((one for one in opened if isinstance(one, Refused)), None)
    if refused:
        return refused
    (before, was), (after, now) = (one for one in opened if not isinstance(one, Refused))
    is_read = was.newest in now.generations and now.slots[: was.newest[0]] == was.slots[: was.newest[0]]
    titles = [package.edition.title if package.edition else "not recognised" for package in (before, after)]
    return PackageDiff(
        old=old.as_posix(),
        new=new.as_posix(),
        course=now.id,
        title=now.title,
        editions=(titles[0], titles[1]),
        records_read=is_read,
        changes=_changes(was, now, is_read=is_read),
        files=_file_counts(before, after),
        verdicts=tuple(_verdict(lms, before, after, is_read=is_read) for lms in profiles),
    )


def _opened(path: Path) -> tuple[Package, PackagedCourse] | Refused:
    name = path.as_posix()
    opened = open_package(path, name)
    report = Report.of(opened.diagnostics)
    if opened.package is None:
        return Refused(name, "it cannot be opened", "name a package: a zip or an unpacked folder", report)
    try:
        return opened.package, read_packaged(opened.package.read)
    except NotOurs as why:
        help_text = "compare packages that cpom-scorm has built; inspect and validate take any package"
        return Refused(name, f"it was not built by cpom-scorm, or was altered: {why}", help_text, report)


def _changes(was: PackagedCourse, now: PackagedCourse, *, is_read: bool) -> tuple[Change, ...]:
    unread = Change("records", now.id, "changed", _UNREAD, "learners start again", loses=True)
    slots = was.question_slots(), now.question_slots()
    lost = asked_anew(*slots, was.published, now.published) if is_read else {}
    return (
        *identity_change(was.id, now.id),
        *(() if is_read else (unread,)),
        *compare(was.published, now.published, lost, now.fallbacks),
    )


def _file_counts(before: Package, after: Package) -> FileCounts:
    old, new = (
        {name: entry.digest() for name, entry in package.files.items()} for package in (before, after)
    )
    changed = sum(old[name] != new[name] for name in old.keys() & new.keys())
    return FileCounts(len(new.keys() - old.keys()), len(old.keys() - new.keys()), changed)


def _verdict(lms: Lms, before: Package, after: Package, *, is_read: bool) -> LmsVerdict:
    assert lms.replacing is not None  # noqa: S101 - only such LMSs are asked about
    needs, why, evidence = lms.replacing.needs, lms.replacing.why, lms.replacing.evidence
    needed = [need for need in needs if _known_by(before.manifest, need) != _known_by(after.manifest, need)]
    reasons = [_NEEDS[need] for need in needed]
    if not is_read:
        reasons.append(_UNREAD)
    if before.edition != after.edition:
        reasons.append("the edition is another one, and LMSs keep progress under its names")
    return LmsVerdict(lms.name, lms.title, not reasons, tuple(reasons), why, evidence)


_NEEDS: dict[Need, str] = {
    "identifiers": "identifiers in the manifest have changed",
    "structure": "items or the launch page in the manifest have changed",
    "first_15": "the first 15 characters of the manifest's identifier, or identifierref, have changed",
}


def _known_by(manifest: Manifest | None, need: Need) -> Any:
    """Give what an LMS with this need compares."""
    if manifest is None:
        return None
    items = list(manifest.walk())
    if need == "first_15":
        return (manifest.identifier or "")[:15], [item.resource_id for item in items]
    organizations = [organization.identifier for organization in manifest.organizations]
    identifiers = [(item.identifier, item.resource_id) for item in items]
    if need == "identifiers":
        return manifest.identifier, organizations, identifiers
    launched = [resource.href for resource in manifest.resources if resource.is_sco]
    return organizations, identifiers, launched
