"""Findings for grep, logs and screen readers: one line each, no colours, no boxes.

vendor.zip/imsmanifest.xml:42:77: error[RES-004]: the launch file "start.html" is missing; help: add the file
vendor.zip: invalid, SCORM 1.2, 1 error
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.reporters.as_text import counts_text, place
from cpom_scorm.reporters.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.diagnostics import Diagnostic
    from cpom_scorm.reporters.judged import Judged


def judged_text(judged: Judged, *, quiet: bool) -> str:
    """Render the findings about one thing and, unless quiet, a last line that counts them."""
    return "".join(f"{line}\n" for line in _lines(judged, quiet=quiet))


def finding_line(judged: Judged, found: Diagnostic) -> str:
    """Render one finding as one line: place, weight and rule, message, remedy."""
    remedy = f"; help: {printable(found.help)}" if found.help else ""
    what = f"{found.severity}[{found.rule.id}]: {printable(found.message)}"
    return f"{place(judged.place(found.span))}: {what}{remedy}"


def summary_line(judged: Judged) -> str:
    """Say what was judged and how many findings there are."""
    about = f"{judged.about}, " if judged.about else ""
    return f"{printable(judged.path)}: {about}{counts_text(judged.report)}"


def _lines(judged: Judged, *, quiet: bool) -> Iterator[str]:
    for found in judged.report:
        yield finding_line(judged, found)
    if not quiet:
        yield summary_line(judged)
