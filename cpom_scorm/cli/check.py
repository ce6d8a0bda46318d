"""`cpom-scorm check`: course diagnostics only; writes nothing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cpom_scorm.cli import CLEAN, FINDINGS
from cpom_scorm.cli.findings import tell, tell_all
from cpom_scorm.cli.options import (
    course_argument,
    edition_option,
    findings_format_option,
    judgement_options,
    theme_option,
)
from cpom_scorm.cli.policy import judge_by, policy_options
from cpom_scorm.cli.terminal import say

if TYPE_CHECKING:
    from cpom_scorm.editions import Edition
    from cpom_scorm.rules.policy import Policy


@click.command("check")
@course_argument
@edition_option("Look for room in")
@theme_option
@judgement_options
@policy_options
@findings_format_option
def command(
    course: str,
    editions: tuple[Edition, ...],
    themes: tuple[Path, ...],
    strict: bool,  # noqa: FBT001
    asked: Policy,
    quiet: bool,  # noqa: FBT001
    form: str,
) -> None:
    """Find mistakes in COURSE (default: course/). Writes nothing."""
    from cpom_scorm.check import check_course
    from cpom_scorm.reporters.judged import Judged

    report = check_course(Path(course), strict=strict, editions=editions, themes=themes)
    report, policy = judge_by(Path(course), asked, report)
    judged = Judged(course, report, fail_on=policy.fail_level)
    tell(judged, form, quiet=quiet)
    if form == "json":
        from cpom_scorm.reporters import as_json

        say(as_json.document({"course": course, **as_json.findings_json(report)}))
    tell_all([judged], form, quiet=quiet)
    sys.exit(FINDINGS if judged.fails else CLEAN)
