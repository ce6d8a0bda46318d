"""Findings with excerpts, for people at a terminal.

error[QUE-007]: option id "b" is used twice
  --> course/sections/1-2.yaml:88:13
   |
86 |       - id: b
   |             - first used here
88 |       - id: b
   |             ^ used again
   = help: give each option its own id
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from cpom_scorm.reporters.measures import counted
from cpom_scorm.reporters.terminal import Paint, printable
from cpom_scorm.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpom_scorm.diagnostics import Diagnostic, Report
    from cpom_scorm.reporters.judged import Judged
    from cpom_scorm.source import Span

_TAB = "    "
_WIDEST_EXCERPT = 68
"""Characters of a line; with the number of the line beside it they fit a terminal of 80 columns."""
_CUT = "..."
_BESIDE_MARK = 12
"""Characters of the line that stay visible beside a mark, where it is cut."""


def report_text(report: Report, paint: Paint) -> str:
    """Render every finding, each followed by an empty line."""
    return "".join(f"{diagnostic_text(found, paint)}\n\n" for found in report)


def judged_text(judged: Judged, paint: Paint, *, quiet: bool) -> str:
    """Render the findings about one thing and, unless quiet, a last line that counts them."""
    findings = report_text(judged.report, paint)
    if quiet:
        return findings
    verdict, comma, rest = judged.about.partition(", ")
    style = "error" if judged.report.has_errors else "good"
    about = f"{paint(style, verdict)}{comma}{rest}, " if verdict else ""
    return f"{findings}{printable(judged.path)}: {about}{counts_text(judged.report)}\n"


def diagnostic_text(found: Diagnostic, paint: Paint) -> str:
    """Render one finding: headline, place, excerpt and remedy."""
    return "\n".join(_lines(found, paint))


def excerpt_text(found: Diagnostic) -> str:
    """Render the lines of the file that the finding is about, marked; "" where there are none to show."""
    return "\n".join(_excerpt(found, Paint(colour=False))) if found.span else ""


def place(span: Span | None) -> str:
    """Write a span as `file:line:column`, as far as it is known."""
    if span is None:
        return ""
    numbers = [str(number) for number in (span.line, span.column) if number is not None]
    return ":".join([printable(span.file), *numbers])


def counts_text(report: Report) -> str:
    """Say how many findings there are: `2 errors, 1 warning, 3 ignored`; `no findings` when none counts."""
    counts = report.counts
    parts = [counted(counts[level], level) for level in Severity if counts[level]] or ["no findings"]
    if report.ignored:
        parts.append(f"{len(report.ignored)} ignored")
    return ", ".join(parts)


def _lines(found: Diagnostic, paint: Paint) -> Iterator[str]:
    headline = paint(found.severity.value, f"{found.severity}[{found.rule.id}]")
    yield f"{headline}{paint('bold', ': ' + printable(found.message))}"
    if found.span:
        yield f"  {paint('place', '-->')} {place(found.span)}"
        yield from _excerpt(found, paint)
    if found.help:
        yield f"  {paint('place', '=')} {paint('bold', 'help')}: {printable(found.help)}"


def _excerpt(found: Diagnostic, paint: Paint) -> Iterator[str]:
    assert found.span is not None  # noqa: S101 - the only caller has looked
    here = [(label.span, "-", label.text) for label in found.labels if label.span.file == found.span.file]
    marks = sorted([*here, (found.span, "^", "")], key=lambda mark: (mark[0].line or 0, mark[0].column or 0))
    shown = [mark for mark in marks if mark[0].source and mark[0].source.line(mark[0].line or 0) is not None]
    if shown:
        width = max(len(str(span.line)) for span, _, _ in shown)
        bar = paint("place", f"{' ' * width} |")
        yield bar
        for span, sign, text in shown:
            yield from _marked_line(span, sign, text, width, paint)
    for label in found.labels:
        if label.span.file != found.span.file:
            yield f"  {paint('place', '::')} {place(label.span)} {printable(label.text)}"


def _marked_line(span: Span, sign: str, text: str, width: int, paint: Paint) -> Iterable[str]:
    line = (span.source.line(span.line or 0) if span.source else None) or ""
    start = (span.column or 1) - 1
    # A manifest may be one line of a megabyte: show the part that matters.
    end = span.end_column - 1 if span.end_column else start + 1
    fits = len(line) <= _WIDEST_EXCERPT or max(start + 1, end) < _WIDEST_EXCERPT
    offset = max(0, min(start - _BESIDE_MARK, end + _BESIDE_MARK - _WIDEST_EXCERPT))
    offset = 0 if fits else min(offset, max(0, len(line) - _WIDEST_EXCERPT))
    visible = line[offset : offset + _WIDEST_EXCERPT]
    head = _CUT if offset else ""
    before = len(head) + _cells(visible[: start - offset])
    marked = max(1, _cells(visible[start - offset : max(end - offset, start - offset + 1)]))
    rest = _CUT if offset + _WIDEST_EXCERPT < len(line) else ""
    style = "error" if sign == "^" else "place"
    yield f"{paint('place', f'{span.line:>{width}} |')} {head}{_shown(visible)}{rest}"
    if span.column is not None:
        pointer = f"{sign * marked} {printable(text)}".rstrip()
        yield f"{paint('place', ' ' * width + ' |')} {' ' * before}{paint(style, pointer)}"


def _shown(text: str) -> str:
    return printable(text).replace("\t", _TAB)


def _cells(text: str) -> int:
    """How many terminal cells the text takes: wide letters take two, marks none."""
    total = 0
    for character in text:
        if character == "\t":
            total += len(_TAB)
        elif unicodedata.combining(character):
            continue
        elif unicodedata.east_asian_width(character) in "WF":
            total += 2
        else:
            total += len(printable(character))
    return total
