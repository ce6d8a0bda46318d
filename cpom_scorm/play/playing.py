"""Use case: play a package and judge what happened."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cpom_scorm.diagnostics import Diagnostic, Report
from cpom_scorm.package.archive.opening import open_package
from cpom_scorm.play import PLAY_SECONDS
from cpom_scorm.play.browser import started_browser
from cpom_scorm.play.launches import launches
from cpom_scorm.play.server import PlayServer
from cpom_scorm.play.sessions import SessionPlayer, plans_for_anybody, plans_for_driver, plans_for_ours
from cpom_scorm.rule import Severity
from cpom_scorm.rules.trace_rules import CHECKED_RULES, NOTHING_TO_PLAY
from cpom_scorm.source import Span
from cpom_scorm.trace import Trace
from cpom_scorm.validate import verify

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.editions import Edition
    from cpom_scorm.package.model import Package
    from cpom_scorm.play.driver import Driver
    from cpom_scorm.play.sessions import Plan

DATA_NAME = "course-data.js"
"""What packages of ours hold, and hardly any others."""
MOST_SCOS = 20
"""Of one package; the rest is not played, and the report says so."""


@dataclass(frozen=True, slots=True)
class PlayOptions:
    """How to play."""

    edition: Edition | None = None
    """The LMS's; None: what the manifest says."""
    strict: bool = False
    """Whether the stricter severities of rules count."""
    driver: Driver | None = None
    """Steps to play instead of what the learner would do."""
    pictures: bool = False
    """Whether screenshots are kept."""
    axe: str = ""
    """Source of the axe-core that judges what is to be seen in the first session; empty: none does."""
    seconds: float = PLAY_SECONDS
    """How long a package may take in all."""


@dataclass(frozen=True, slots=True)
class Played:
    """What came of playing one package."""

    path: str
    """As it was named."""
    edition: Edition | None
    """None when the manifest could not be read or is of no edition that we know."""
    report: Report
    traces: tuple[Trace, ...] = ()
    seconds: float = 0

    @property
    def valid(self) -> bool:
        """Whether nothing went wrong that makes learners lose something."""
        return not self.report.has_errors


def play_path(path: Path, options: PlayOptions) -> Played:
    """Play a zip or a folder. Never raises for what it finds there. Raises NoBrowser."""
    name = path.as_posix()
    opened = open_package(path, name)
    serious = [found for found in opened.diagnostics if found.severity is Severity.ERROR]
    if opened.package is None:
        return Played(name, None, Report.of(serious))
    return play_package(opened.package, options)


def play_package(package: Package, options: PlayOptions) -> Played:
    """Play a package that has been opened, or is in memory. Raises NoBrowser."""
    begun = time.monotonic()
    edition = options.edition or package.edition
    if edition is None:
        # What it lacks is for the rules of `validate` to say.
        return Played(package.origin, None, verify(package, strict=options.strict))
    if options.driver and options.driver.diagnostics:
        return Played(package.origin, edition, Report.of(options.driver.diagnostics))
    traces, findings = asyncio.run(_traces(package, edition, options))
    findings += [found for trace in traces for found in judged(trace)]
    if not traces:
        message = f"{edition.title}: no item of the default organization launches a SCO"
        findings = [Diagnostic(NOTHING_TO_PLAY, message, Span(package.origin))]
    return Played(
        package.origin, edition, Report.of(findings, strict=options.strict), traces, time.monotonic() - begun
    )


def judged(trace: Trace) -> list[Diagnostic]:
    """Run every rule of the run time on one trace."""
    return [found for rule in CHECKED_RULES if rule.check for found in rule.check(trace)]


def _plans(package: Package, options: PlayOptions) -> tuple[Plan, ...]:
    """Give the sessions to play: of our own packages the answers are known."""
    seconds = options.seconds / 2
    if options.driver:
        return plans_for_driver(options.driver, pictures=options.pictures, seconds=seconds)
    questions: dict[str, tuple[str, Any]] = {}
    if DATA_NAME in package.files:
        from cpom_scorm.render.packaged_course import NotOurs, read_questions

        with suppress(NotOurs):
            questions = read_questions(package.read)
    if questions:
        return plans_for_ours(questions, pictures=options.pictures, seconds=seconds)
    return plans_for_anybody(pictures=options.pictures, seconds=seconds)


async def _traces(
    package: Package, edition: Edition, options: PlayOptions
) -> tuple[tuple[Trace, ...], list[Diagnostic]]:
    """Play every SCO; give the traces, and what steps of a driver file have not found."""
    scos = launches(package, edition)[:MOST_SCOS]
    if not scos:
        return (), []
    end = time.monotonic() + options.seconds
    items = (
        frozenset(item.identifier for item in package.manifest.walk()) if package.manifest else frozenset()
    )
    traces: list[Trace] = []
    findings: list[Diagnostic] = []
    plans = _plans(package, options)
    with PlayServer(package) as server:
        async with started_browser() as browser:
            for launch in scos:
                player = SessionPlayer(browser, server, edition, launch, options.axe)
                sessions = await player.play(plans, end)
                findings += player.findings
                traces.append(Trace(edition, launch.file, launch.title, sessions, launch.item, items))
    return tuple(trace for trace in traces if trace.sessions), findings
