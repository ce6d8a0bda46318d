"""Options that several commands share, and what they mean."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cpom_scorm.cli import CLEAN, FINDINGS
from cpom_scorm.reporters.terminal import Paint
from cpom_scorm.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cpom_scorm.diagnostics import Report

    Decorated = TypeVar("Decorated", bound=Callable[..., Any])


course_argument = click.argument(
    "course", type=click.Path(exists=True, file_okay=False), default="course", required=False
)


def judgement_options(function: Decorated) -> Decorated:
    """Add --strict, --fail-on and --quiet."""
    for option in (
        click.option("-q", "--quiet", is_flag=True, help="Print findings only."),
        click.option(
            "--fail-on",
            type=click.Choice(["error", "warning"]),
            default="error",
            show_default=True,
            help="The lightest finding that makes the exit code 1.",
        ),
        click.option("--strict", is_flag=True, help="Apply the stricter severities of the rules."),
    ):
        function = option(function)
    return function


def format_option(function: Decorated) -> Decorated:
    """Add --format."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="How to print the result.",
    )(function)


def paint_for(stream: Any) -> Paint:
    """Colour for terminals only, and not where NO_COLOR is set (no-color.org)."""
    return Paint(colour=stream.isatty() and not os.environ.get("NO_COLOR"))


def say(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print, with whatever the stream cannot encode written as escapes."""
    stream = sys.stderr if err else sys.stdout
    encoding = stream.encoding or "utf-8"
    click.echo(text.encode(encoding, "backslashreplace").decode(encoding), err=err, nl=nl)


def exit_code(reports: Iterable[Report], fail_on: str) -> int:
    """1 when any report holds a finding at or above the level, else 0."""
    return FINDINGS if any(report.reaches(Severity(fail_on)) for report in reports) else CLEAN
