"""What a preview holds in memory: the last good packages, the findings, and what the stand-in LMS kept."""

from __future__ import annotations

import threading
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from cpom_scorm.build import BuildOptions, build_course
from cpom_scorm.editions import EDITIONS, edition_named
from cpom_scorm.reporters import as_text
from cpom_scorm.reporters.terminal import Paint
from cpom_scorm.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.diagnostics import Report
    from cpom_scorm.stand_in_lms.profile import Profile

_IGNORED = {"dist", ".git", "__pycache__"}


@dataclass(frozen=True, slots=True)
class Findings:
    """What the last build said."""

    text: str
    errors: int
    warnings: int
    built: bool


class Workspace:
    """The course under edit. Safe to use from several request threads."""

    def __init__(self, folder: Path, profile: Profile) -> None:
        self.folder = folder
        self.profile = profile
        self._lock = threading.Lock()
        self._packages: dict[str, BuiltPackage] = {}
        self._values: dict[str, dict[str, str]] = {}
        self.findings = Findings("", 0, 0, built=False)

    def rebuild(self) -> Report:
        """Build all editions again. A course with errors leaves the last good packages in place."""
        result = build_course(self.folder, BuildOptions())
        with self._lock:
            for package in result.packages:
                self._packages[package.edition.id] = package
            self.findings = Findings(
                as_text.report_text(result.report, Paint(colour=False)),
                result.report.counts[Severity.ERROR],
                result.report.counts[Severity.WARNING],
                built=bool(result.packages),
            )
        return result.report

    def fingerprint(self) -> tuple[tuple[str, int, int], ...]:
        """Name the state of the course's files: it changes when one of them does."""
        found = []
        for path in sorted(self.folder.rglob("*")):
            hidden = path.name.startswith(".") or not _IGNORED.isdisjoint(path.relative_to(self.folder).parts)
            if path.is_file() and not hidden:
                status = path.stat()
                found.append((str(path), status.st_mtime_ns, status.st_size))
        return tuple(found)

    def file(self, edition: str, name: str) -> bytes | None:
        """Give a file of the last good package, or None."""
        package = self._packages.get(edition)
        return package.files.get(name) if package else None

    def launch(self, edition_id: str) -> dict[str, Any]:
        """Give what the host page needs to be the LMS of this edition."""
        edition = edition_named(edition_id)
        package = self._packages.get(edition_id)
        return {
            "course": package.title if package else str(self.folder),
            "edition": edition.id,
            "editions": [{"id": each.id, "title": each.title} for each in EDITIONS],
            "api": edition.runtime.api,
            "calls": edition.runtime.calls,
            "table": asdict(edition.data_model),
            "profile": asdict(self.profile),
            "values": self._values.get(edition_id, {}),
            "launch": "content/index.html",
        }

    def keep(self, edition: str, values: Mapping[str, str]) -> None:
        """Keep what the LMS holds for the next launch."""
        with self._lock:
            self._values[edition] = dict(values)

    def reset(self, edition: str) -> None:
        """Forget the learner's attempt."""
        with self._lock:
            self._values.pop(edition, None)
