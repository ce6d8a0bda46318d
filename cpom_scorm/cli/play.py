"""`cpom-scorm play`: play packages in a browser under a strict stand-in LMS, and judge what happens."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cpom_scorm.cli.findings import tell, tell_all
from cpom_scorm.cli.options import exit_code, findings_format_option, judgement_options, packages_argument
from cpom_scorm.cli.terminal import Unusable, say, say_progress
from cpom_scorm.editions import EDITIONS, edition_named

if TYPE_CHECKING:
    from cpom_scorm.play.playing import Played, PlayOptions
    from cpom_scorm.reporters.judged import Judged


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
    default=120,
    show_default=True,
    metavar="SECONDS",
    help="How long one package may take; then the learner leaves.",
)
@judgement_options
@findings_format_option
def command(
    paths: tuple[str, ...],
    edition: str | None,
    timeout: float,
    strict: bool,  # noqa: FBT001
    fail_on: str,
    quiet: bool,  # noqa: FBT001
    form: str,
) -> None:
    """Play SCORM packages in an installed Chrome, Chromium or Edge, as a learner would.

    A learner pages through, answers, leaves half-way and comes back. Nothing reaches the network.
    """
    from cpom_scorm.play.playing import PlayOptions

    options = PlayOptions(edition_named(edition) if edition else None, strict=strict, seconds=timeout)
    played = []
    for path in paths:
        if not quiet:
            say_progress(f"playing {path}")
        played.append(_played(Path(path), options))
        say_progress("")
        tell(_judged(played[-1]), form, quiet=quiet)
    if form == "json":
        from cpom_scorm.reporters.play_facts import plays_json

        say(plays_json(played))
    tell_all([_judged(one) for one in played], form, fail_on)
    sys.exit(exit_code([one.report for one in played], fail_on))


def _played(path: Path, options: PlayOptions) -> Played:
    from cpom_scorm.play.browser import NoBrowser
    from cpom_scorm.play.playing import play_path

    try:
        return play_path(path, options)
    except NoBrowser as why:
        raise Unusable(str(why)) from why


def _judged(played: Played) -> Judged:
    from cpom_scorm.reporters.judged import Judged

    edition = played.edition.title if played.edition else "edition not recognised"
    word = "plays" if played.valid else "does not play"
    return Judged(played.path, played.report, root=played.path, about=f"{word}, {edition}")
