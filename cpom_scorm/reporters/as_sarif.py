"""Findings in SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines that they are about."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from cpom_scorm import __version__
from cpom_scorm.reporters.terminal import printable
from cpom_scorm.rule import Severity
from cpom_scorm.rules import manual, summary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpom_scorm.diagnostics import Diagnostic
    from cpom_scorm.reporters.judged import Judged
    from cpom_scorm.rule import Rule
    from cpom_scorm.source import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_ABSOLUTE = re.compile(r"/|[A-Za-z]:/")


def document(judged: Iterable[Judged]) -> str:
    """Render one run with everything that was judged, ASCII only."""
    found = [
        (each, finding, reason)
        for each in judged
        for finding, reason in (
            *((finding, None) for finding in each.report),
            *((ignored.finding, ignored.reason) for ignored in each.report.ignored),
        )
    ]
    rules = sorted({finding.rule for _, finding, _ in found}, key=lambda rule: rule.id)
    places = {rule.id: index for index, rule in enumerate(rules)}
    # The standard wants suppressions told of every result of a run, or of none.
    tell_suppressions = any(reason is not None for _, _, reason in found)
    results = []
    for each, finding, reason in found:
        suppressed = {"suppressions": _suppressions(reason)} if tell_suppressions else {}
        results.append({**_result(each, finding, places[finding.rule.id]), **suppressed})
    driver = {"name": "cpom-scorm", "semanticVersion": __version__, "rules": [_rule(rule) for rule in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=True)


def _rule(rule: Rule) -> dict[str, Any]:
    page = manual(rule)
    paragraphs = [f"{heading}: {text}" for heading, text in page.items()]
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": summary(rule)},
        "fullDescription": {"text": " ".join(page["What"].split())},
        "help": {
            "text": "\n\n".join(paragraphs),
            "markdown": "\n\n".join(f"**{heading}.** {text}" for heading, text in page.items()),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"since": rule.since, "source": rule.spec},
    }


def _result(judged: Judged, found: Diagnostic, index: int) -> dict[str, Any]:
    text = printable(found.message) + (f". Help: {printable(found.help)}" if found.help else "")
    related = [
        {"id": number, "message": {"text": printable(label.text)}, **_location(judged.place(label.span))}
        for number, label in enumerate(found.labels, 1)
    ]
    return {
        "ruleId": found.rule.id,
        "ruleIndex": index,
        "level": _LEVELS[found.severity],
        "message": {"text": text},
        "locations": [_location(judged.place(found.span))],
        **({"relatedLocations": related} if related else {}),
    }


def _location(span: Span) -> dict[str, Any]:
    numbers = {"startLine": span.line, "startColumn": span.column, "endColumn": span.end_column}
    region = {name: number for name, number in numbers.items() if number is not None}
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(span.file)}}
    return {"physicalLocation": {**place, **({"region": region} if span.line else {})}}


def _uri(file: str) -> str:
    path = quote(file.encode("utf-8", "surrogatepass"), safe="/")
    if not _ABSOLUTE.match(file):
        return path
    return f"file://{'' if path.startswith('/') else '/'}{path}"


def _suppressions(reason: str | None) -> list[dict[str, str]]:
    if reason is None:
        return []
    return [{"kind": "external", "status": "accepted", "justification": printable(reason)}]
