"""What a preview holds in memory: the last good packages, the findings, and what the stand-in LMS kept."""

from __future__ import annotations

import threading
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from cpom_scorm.build import BuildOptions, build_course
from cpom_scorm.editions import EDITIONS, edition_named
from cpom_scorm.render.theme_folders import theme_folders
from cpom_scorm.reporters.as_text import excerpt_text, place
from cpom_scorm.rule import Severity
from cpom_scorm.stand_in_lms.profile import PROFILES, profile_named

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.diagnostics import Diagnostic, Report


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the last build said, as the page shows it."""

    generation: int = 0
    """How many builds there have been: pages compare it with the one that they show."""
    built: bool = False
    """Whether the packages are those of the files as they were at that build."""
    building: bool = False
    """Whether another build is under way."""
    findings: tuple[Mapping[str, str], ...] = ()


class Workspace:
    """The course under edit. Safe to use from several request threads.

    Nothing is written: what a learner does in a preview, and the numbers of pages that have never been built,
    live as long as the preview.
    """

    def __init__(
        self, folder: Path, profile: str, themes: tuple[Path, ...] = (), *, pseudo: bool = False
    ) -> None:
        """Hold the course in `folder`, built with `themes`; `profile` is how the LMS behaves at first.

        `pseudo` shows the player's strings in the made-up language.
        """
        self.folder = folder
        self.folders = (folder, *themes)
        """What the course is made from; themes may name further ones by `extends`."""
        self.profile = profile
        self.outcome = Outcome()
        self._options = BuildOptions(pseudo=pseudo, themes=themes)
        self._lock = threading.Lock()
        self._packages: dict[str, BuiltPackage] = {}
        self._values: dict[str, dict[str, str]] = {}

    def note_change(self) -> None:
        """Say that the files have changed and a build is about to begin."""
        self.outcome = replace(self.outcome, building=True)

    def rebuild(self) -> Report:
        """Build all editions again. A course with errors leaves the last good packages in place."""
        self.folders = (self.folder, *theme_folders(self.folder, self._options.themes).looked_for)
        result = build_course(self.folder, self._options)
        with self._lock:
            if result.packages:
                self._packages = {package.edition.id: package for package in result.packages}
                self._options = replace(self._options, earlier=result.lock)
        self._say(tuple(_finding(found) for found in result.report), built=bool(result.packages))
        return result.report

    def note_fault(self, fault: Exception) -> None:
        """Show a fault of ours where findings are shown; the last good packages stay."""
        message = f"cpom-scorm failed with a fault of its own ({type(fault).__name__}: {fault})"
        self._say(({"severity": Severity.ERROR, "message": message},), built=False)

    def file(self, edition: str, name: str) -> bytes | None:
        """Give a file of the last good package, or None."""
        package = self._packages.get(edition)
        return package.files.get(name) if package else None

    def launch(self, edition_id: str, profile_name: str | None) -> dict[str, Any]:
        """Give what the host page needs to be the LMS of this edition. Raises KeyError for unknown names."""
        edition = edition_named(edition_id)
        profile = profile_named(profile_name or self.profile)
        package = self._packages.get(edition_id)
        return {
            "course": package.title if package else str(self.folder),
            "edition": edition.id,
            "editions": [{"id": each.id, "title": each.title} for each in EDITIONS],
            "profiles": [{"name": each.name, "title": each.title} for each in PROFILES],
            "api": edition.runtime.api,
            "calls": edition.runtime.calls,
            "table": asdict(edition.data_model),
            "profile": asdict(profile),
            "values": self._values.get(edition_id, {}),
            "launch": "content/index.html" if package else None,
            "generation": self.outcome.generation,
        }

    def keep(self, edition: str, values: Mapping[str, str]) -> None:
        """Keep what the LMS holds for the next launch."""
        with self._lock:
            self._values[edition] = dict(values)

    def reset(self, edition: str) -> None:
        """Forget the learner's attempt."""
        with self._lock:
            self._values.pop(edition, None)

    def _say(self, findings: tuple[Mapping[str, str], ...], *, built: bool) -> None:
        self.outcome = Outcome(self.outcome.generation + 1, built, findings=findings)


def _finding(found: Diagnostic) -> dict[str, str]:
    return {
        "severity": found.severity,
        "rule": found.rule.id,
        "message": found.message,
        "place": place(found.span),
        "excerpt": excerpt_text(found),
        "help": found.help,
    }
