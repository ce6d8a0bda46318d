"""`cpom-scorm build`: a course becomes packages, all of them or none."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cpom_scorm.cli import FINDINGS
from cpom_scorm.cli.options import (
    course_argument,
    edition_option,
    judgement_options,
    profile_option,
    theme_option,
)
from cpom_scorm.cli.policy import fail_on_option, judge_by
from cpom_scorm.cli.terminal import Unusable, columns, paint_for, reason, say, say_progress

if TYPE_CHECKING:
    from cpom_scorm.build import BuildResult
    from cpom_scorm.editions import Edition
    from cpom_scorm.lms import Lms


@click.command("build")
@course_argument
@edition_option("Build")
@click.option(
    "--output",
    type=click.Path(file_okay=False),
    default="dist",
    show_default=True,
    help="Folder for the packages.",
)
@click.option("--locked", is_flag=True, help="Fail if course.lock.yaml would change; for CI.")
@click.option("--new-identity", is_flag=True, help="Accept a changed course id: LMSs will see a new course.")
@theme_option
@profile_option
@click.option("--debug", is_flag=True, help="Leave scripts and styles readable.")
@click.option(
    "--prove",
    is_flag=True,
    help="Play each package in a browser before anything is written, with all answers right and all wrong.",
)
@judgement_options
@fail_on_option
def command(
    course: str,
    editions: tuple[Edition, ...],
    output: str,
    locked: bool,  # noqa: FBT001
    new_identity: bool,  # noqa: FBT001
    themes: tuple[Path, ...],
    profiles: tuple[Lms, ...],
    debug: bool,  # noqa: FBT001
    prove: bool,  # noqa: FBT001
    strict: bool,  # noqa: FBT001
    fail_on: str | None,
    quiet: bool,  # noqa: FBT001
) -> None:
    """Build COURSE (default: course/) into one verified package per edition.

    Each package is checked with the rules of `validate` before anything is written.
    """
    from cpom_scorm.build import BuildOptions, build_course
    from cpom_scorm.reporters import as_text
    from cpom_scorm.reporters.judged import Judged
    from cpom_scorm.rules.policy import Policy

    options = BuildOptions(editions, strict, locked, new_identity, debug, themes=themes, profiles=profiles)
    result = build_course(Path(course), options, progress=None if quiet else say_progress)
    if not quiet:
        say_progress("")
    report, policy = judge_by(Path(course), Policy(fail_on=fail_on), result.report, building=True)
    say(as_text.report_text(report, paint_for(sys.stderr)), err=True, nl=False)
    if Judged(course, report, fail_on=policy.fail_level).fails or not result.packages:
        say(f"{as_text.counts_text(report)}; nothing was written", err=True)
        sys.exit(FINDINGS)
    if prove and not _is_proved(result, quiet=quiet):
        say("nothing was written", err=True)
        sys.exit(FINDINGS)
    if not quiet:
        _tell_changes(result)
    _write(result, Path(output), quiet=quiet)


def _is_proved(result: BuildResult, *, quiet: bool) -> bool:
    from cpom_scorm.cli.proving import proved

    return proved(result.packages, quiet=quiet)


def _tell_changes(result: BuildResult) -> None:
    """Say what learners in the middle notice, before anything is written."""
    from cpom_scorm.reporters.changes_text import changes_text

    if result.changes:
        paint = paint_for(sys.stdout)
        say(changes_text(result.changes, paint, columns(), since="the last build"), nl=False)


def _write(result: BuildResult, output: Path, *, quiet: bool) -> None:
    from cpom_scorm.build import write_packages
    from cpom_scorm.reporters.build_summary import summary
    from cpom_scorm.reporters.terminal import printable

    try:
        paths = write_packages(result, output)
    except OSError as refusal:
        message = f'nothing was written: "{refusal.filename or output}" cannot be: {reason(refusal)}'
        raise Unusable(message) from refusal
    if not quiet:
        say(summary(result.packages, paths, paint_for(sys.stdout)), nl=False)
        if result.new_lock is not None:
            say(f"{printable(str(result.lock_path))} has changed: commit it with the course", err=True)
