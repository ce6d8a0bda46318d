"""What a preview holds in memory: the last good packages, the findings, and what the stand-in LMS kept."""

from __future__ import annotations

import threading
import time
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from cpom_scorm.build import BuildOptions, build_course
from cpom_scorm.editions import EDITIONS, edition_named
from cpom_scorm.render.theme_folders import theme_folders
from cpom_scorm.reporters.as_text import excerpt_text, place
from cpom_scorm.rule import Severity
from cpom_scorm.stand_in_lms.profiles import profile_named, profiles_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.diagnostics import Diagnostic, Report
    from cpom_scorm.editions import Edition
    from cpom_scorm.file_content import FileContent

_PROBE = "probe.txt"
_SIGN_IN = b"<!doctype html><title>Sign in</title><p>Your session has ended. Sign in.</p>"


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
        self.session_ends: dict[str, float] = {}
        """Edition → when the learner is signed out, on the monotonic clock; absent: never."""

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

    def file(self, edition: str, name: str) -> FileContent | None:
        """Give a file of the last good package, or None. Who is signed out is not given the probe."""
        if name == _PROBE and time.monotonic() >= self.session_ends.get(edition, float("inf")):
            return _SIGN_IN
        package = self._packages.get(edition)
        return package.files.get(name) if package else None

    def policy(self, edition: str) -> str:
        """Give the Content-Security-Policy of the last good package."""
        package = self._packages.get(edition)
        return package.policy if package else "default-src 'self'"

    def launch(self, edition_id: str, profile_name: str | None) -> dict[str, Any]:
        """Give what the host page needs to be the LMS of this edition. Raises KeyError for unknown names.

        Where the profile is that of an LMS with another API, the strict one takes its place.
        """
        edition = edition_named(edition_id)
        offered = profiles_for(edition.runtime.api)
        wanted = profile_named(profile_name or self.profile)
        profile = wanted if wanted in offered else offered[0]
        package = self._packages.get(edition_id)
        self.session_ends.pop(edition_id, None)
        if profile.session_seconds is not None:
            self.session_ends[edition_id] = time.monotonic() + profile.session_seconds
        return {
            "course": package.title if package else str(self.folder),
            "edition": edition.id,
            "editions": [{"id": each.id, "title": each.title} for each in EDITIONS],
            "profiles": [{"name": each.name, "title": each.title} for each in offered],
            **_form(edition),
            "others": [_form(other) for other in _others(edition)] if profile.both_apis else [],
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


def _form(edition: Edition) -> dict[str, Any]:
    runtime = edition.runtime
    return {"api": runtime.api, "calls": runtime.calls, "table": asdict(edition.data_model)}


def _others(edition: Edition) -> Iterator[Edition]:
    """Give one edition of each other API."""
    seen = {edition.runtime.api}
    for other in EDITIONS:
        if other.runtime.api not in seen:
            seen.add(other.runtime.api)
            yield other


def _finding(found: Diagnostic) -> dict[str, str]:
    return {
        "severity": found.severity,
        "rule": found.rule.id,
        "message": found.message,
        "place": place(found.span),
        "excerpt": excerpt_text(found),
        "help": found.help,
    }
