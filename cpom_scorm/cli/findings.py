"""Printing what was judged, in the format that was asked for. Each format is imported only when used."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cpom_scorm.cli.terminal import paint_for, say

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def tell_all(judged: Iterable[Judged], form: str) -> None:
    """Print everything that was judged as one document, in the formats that are one."""
    if form == "sarif":
        from cpom_scorm.reporters import as_sarif

        say(as_sarif.document(judged))
    elif form == "junit":
        from cpom_scorm.reporters import as_junit

        say(as_junit.document(judged))
