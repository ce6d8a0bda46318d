"""Findings as workflow commands, which GitHub shows beside the lines that they are about.

::error file=course/course.yaml,line=8,col=3,title=CRS-014 word unknown::"kee" is not a tone%0Ahelp: …
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.reporters.as_plain import summary_line
from cpom_scorm.reporters.terminal import printable
from cpom_scorm.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.diagnostics import Diagnostic
    from cpom_scorm.reporters.judged import Judged

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_TEXT, ":": "%3A", ",": "%2C"}
_OLD_COMMAND = "##["
"""The runner obeys it anywhere in a line that is no command of today."""


def judged_text(judged: Judged, *, quiet: bool) -> str:
    """Render one command for each finding and, unless quiet, a line for the log that counts them."""
    lines = [_command(judged, found) for found in judged.report]
    if not quiet:
        # A line that begins with a name could be a command itself.
        lines.append(f"cpom-scorm: {summary_line(judged).replace(_OLD_COMMAND, '## [')}")
    return "".join(f"{line}\n" for line in lines)


def _command(judged: Judged, found: Diagnostic) -> str:
    title = f"{found.rule.id} {found.rule.name.replace('-', ' ')}"
    properties = ",".join(f"{name}={value}" for name, value in (*_place(judged, found), ("title", title)))
    text = printable(found.message) + (f"\nhelp: {printable(found.help)}" if found.help else "")
    return f"::{_COMMANDS[found.severity]} {properties}::{_escaped(text, _IN_TEXT)}"


def _place(judged: Judged, found: Diagnostic) -> Iterator[tuple[str, object]]:
    span = judged.place(found.span)
    yield "file", _escaped(printable(span.file), _IN_PROPERTY)
    numbers = {"line": span.line, "col": span.column, "endColumn": span.end_column}
    yield from ((name, number) for name, number in numbers.items() if number is not None)


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)
