"""Findings as a JUnit report, which CI servers show as tests: a suite for each thing that was judged.

A test case stands for a file; each finding at or above the fail level is a failure of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpom_scorm.reporters.as_plain import finding_line
from cpom_scorm.reporters.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpom_scorm.diagnostics import Diagnostic
    from cpom_scorm.reporters.judged import Judged

_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def document(judged: Iterable[Judged]) -> str:
    """Render one report about everything that was judged, ASCII only."""
    suites = [_suite(each) for each in judged]
    tests, failures = sum(suite[1] for suite in suites), sum(suite[2] for suite in suites)
    lines = [line for suite in suites for line in suite[0]]
    head = f'<testsuites name="cpom-scorm" tests="{tests}" failures="{failures}" errors="0">'
    text = "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', head, *lines, "</testsuites>"))
    # Any stream can hold it, whatever it takes UTF-8 for.
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _suite(judged: Judged) -> tuple[list[str], int, int]:
    """Give the lines of a suite, how many cases it has and how many of them fail."""
    by_file: dict[str, list[Diagnostic]] = {}
    for found in judged.report:
        by_file.setdefault(judged.place(found.span).file, []).append(found)
    cases = by_file or {judged.path: []}
    failed = 0
    lines = []
    for file, findings in cases.items():
        level = judged.fail_on
        failures = [found for found in findings if level and found.severity.rank <= level.rank]
        failed += bool(failures)
        lines += _case(judged, file, failures, [found for found in findings if found not in failures])
    counts = f'tests="{len(cases)}" failures="{failed}" errors="0" skipped="0"'
    head = f"  <testsuite name={_attribute(judged.path)} {counts}>"
    return [head, *lines, *_ignored(judged), "  </testsuite>"], len(cases), failed


def _case(
    judged: Judged, file: str, failures: Sequence[Diagnostic], others: Sequence[Diagnostic]
) -> list[str]:
    lines = [f"    <testcase classname={_attribute(judged.path)} name={_attribute(file)}>"]
    for found in failures:
        message = _attribute(f"{found.rule.id}: {found.message}")
        text = _text(finding_line(judged, found))
        lines.append(f'      <failure type="{found.rule.id}" message={message}>{text}</failure>')
    if others:
        told = "\n".join(finding_line(judged, found) for found in others)
        lines.append(f"      <system-out>{_text(told)}</system-out>")
    return [*lines, "    </testcase>"]


def _ignored(judged: Judged) -> list[str]:
    if not judged.report.ignored:
        return []
    told = [
        f"ignored, {printable(each.reason)}: {finding_line(judged, each.finding)}"
        for each in judged.report.ignored
    ]
    return [f"    <system-out>{_text(chr(10).join(told))}</system-out>"]


_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)


def _attribute(text: str) -> str:
    return f'"{_NOT_IN_XML.sub(_named, printable(text)).translate(_ESCAPES)}"'


def _text(text: str) -> str:
    shown = _NOT_IN_XML.sub(_named, text)
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _named(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
