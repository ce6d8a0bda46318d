"""`cpom-scorm check`: course diagnostics only; writes nothing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cpom_scorm.cli.options import (
    course_argument,
    edition_option,
    exit_code,
    format_option,
    judgement_options,
    theme_option,
)
from cpom_scorm.cli.terminal import paint_for, say

if TYPE_CHECKING:
    from cpom_scorm.editions import Edition


@click.command("check")
@course_argument
@edition_option("Look for room in")
@theme_option
@judgement_options
@format_option
def command(
    course: str,
    editions: tuple[Edition, ...],
    themes: tuple[Path, ...],
    strict: bool,  # noqa: FBT001
    fail_on: str,
    quiet: bool,  # noqa: FBT001
    form: str,
) -> None:
    """Find mistakes in COURSE (default: course/). Writes nothing."""
    from cpom_scorm.check import check_course
    from cpom_scorm.reporters import as_json, as_text
    from cpom_scorm.reporters.terminal import printable

    report = check_course(Path(course), strict=strict, editions=editions, themes=themes)
    if form == "json":
        say(as_json.document({"course": course, "diagnostics": as_json.diagnostics_json(report)}))
    else:
        say(as_text.report_text(report, paint_for(sys.stdout)), nl=False)
        if not quiet:
            say(f"{printable(course)}: {as_text.counts_text(report)}")
    sys.exit(exit_code([report], fail_on))
