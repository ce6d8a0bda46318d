"""`cpom-scorm play`: play packages in a browser under a strict stand-in LMS, and judge what happens."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cpom_scorm.cli import CLEAN, FINDINGS
from cpom_scorm.cli.findings import tell, tell_all
from cpom_scorm.cli.options import findings_format_option, judgement_options, packages_argument
from cpom_scorm.cli.policy import policies_beside, policy_options
from cpom_scorm.cli.terminal import Unusable, reason, say, say_progress
from cpom_scorm.editions import EDITIONS, edition_named
from cpom_scorm.play import PLAY_SECONDS
from cpom_scorm.reporters.judged import Judged

if TYPE_CHECKING:
    from cpom_scorm.play.playing import Played, PlayOptions
    from cpom_scorm.rules.policy import Policy


@click.command("play")
@packages_argument
@click.option(
    "--edition",
    type=click.Choice([edition.id for edition in EDITIONS]),
    help="Play as an LMS of this edition does, whatever the manifest says.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(5, 3600),
    default=PLAY_SECONDS,
    show_default=True,
    metavar="SECONDS",
    help="How long one package may take; then the learner leaves.",
)
@click.option(
    "--driver",
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE",
    help="Do the steps in this YAML file instead of what the learner would do.",
)
@click.option(
    "--axe",
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE",
    help="Judge what is to be seen for accessibility with this copy of axe-core's axe.min.js.",
)
@click.option(
    "--report",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write an HTML page with pictures of what was seen and every call of the API.",
)
@judgement_options
@policy_options
@findings_format_option
def command(
    paths: tuple[str, ...],
    edition: str | None,
    timeout: float,
    driver: str | None,
    axe: str | None,
    report: str | None,
    strict: bool,  # noqa: FBT001
    asked: Policy,
    quiet: bool,  # noqa: FBT001
    form: str,
) -> None:
    """Play SCORM packages in an installed Chrome, Chromium or Edge, as a learner would.

    A learner pages through, answers, leaves half-way and comes back. Nothing reaches the network.
    """
    from cpom_scorm.play.driver import read_driver
    from cpom_scorm.play.playing import PlayOptions

    options = PlayOptions(edition_named(edition) if edition else None, strict=strict, seconds=timeout)
    steps = read_driver(Path(driver)) if driver else None
    judge = _axe(Path(axe)) if axe else ""
    options = replace(options, driver=steps, axe=judge, pictures=report is not None)
    policies, settings = policies_beside(paths, asked)
    for each in settings:
        tell(each, form, quiet=quiet)
    played, judged = [], list(settings)
    for path, policy in zip(paths, policies, strict=True):
        if not quiet:
            say_progress(f"playing {path}")
        one = _played(Path(path), options)
        played.append(replace(one, report=policy.applied_to(one.report)))
        judged.append(_judged(played[-1], policy))
        say_progress("")
        tell(judged[-1], form, quiet=quiet)
    if form == "json":
        from cpom_scorm.reporters.play_facts import plays_json

        say(plays_json(played, settings))
    tell_all(judged, form, quiet=quiet)
    if report is not None:
        _write_report(Path(report), played)
    sys.exit(FINDINGS if any(each.fails for each in judged) else CLEAN)


def _axe(path: Path) -> str:
    from cpom_scorm.play.auditing import NotAxe, read_axe

    try:
        return read_axe(path)
    except NotAxe as why:
        raise Unusable(str(why)) from why
    except OSError as refusal:
        raise Unusable(f'"{path}" cannot be read: {reason(refusal)}') from refusal


def _played(path: Path, options: PlayOptions) -> Played:
    from cpom_scorm.play.browser import NoBrowser
    from cpom_scorm.play.playing import play_path

    try:
        return play_path(path, options)
    except NoBrowser as why:
        raise Unusable(str(why)) from why


def _write_report(path: Path, played: list[Played]) -> None:
    from cpom_scorm.output import write_all
    from cpom_scorm.reporters.play_page import play_page

    try:
        write_all({path: play_page(played)})
    except OSError as refusal:
        raise Unusable(f'"{path}" cannot be written: {reason(refusal)}') from refusal


def _judged(played: Played, policy: Policy) -> Judged:
    edition = played.edition.title if played.edition else "edition not recognised"
    word = "plays" if played.valid else "does not play"
    about = f"{word}, {edition}"
    return Judged(played.path, played.report, played.path, about, policy.fail_level)
