"""Printing what was judged, in the format that was asked for. Each format is imported only when used."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cpom_scorm.cli.terminal import paint_for, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpom_scorm.reporters.judged import Judged


def tell(judged: Judged, form: str, *, quiet: bool) -> None:
    """Print one thing as soon as it is judged, in the formats that have a line or more for each finding."""
    if form == "text":
        from cpom_scorm.reporters import as_text

        say(as_text.judged_text(judged, paint_for(sys.stdout), quiet=quiet), nl=False)
    elif form == "plain":
        from cpom_scorm.reporters import as_plain

        say(as_plain.judged_text(judged, quiet=quiet), nl=False)
    elif form == "github":
        from cpom_scorm.reporters import as_github

        say(as_github.judged_text(judged, quiet=quiet), nl=False)


def tell_all(judged: Sequence[Judged], form: str, *, quiet: bool) -> None:
    """Print everything that was judged as one document, in the formats that are one."""
    if form == "sarif":
        from cpom_scorm.reporters import as_sarif

        say(as_sarif.document(judged))
    elif form == "junit":
        from cpom_scorm.reporters import as_junit

        say(as_junit.document(judged))
    elif form == "text" and not quiet:
        _tell_where_to_read_on(judged)


def _tell_where_to_read_on(judged: Iterable[Judged]) -> None:
    """Name a way on to people at a terminal; pipes and logs have no use for it."""
    heaviest = min(
        (found for each in judged for found in each.report),
        key=lambda found: found.severity.rank,
        default=None,
    )
    if heaviest and sys.stdout and sys.stdout.isatty():
        say(f"What a rule means: cpom-scorm explain {heaviest.rule.id}", err=True)
