"""Reports for programs. The shape is a contract: `schema_version` rises when it changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpom_scorm.diagnostics import Diagnostic, Report
    from cpom_scorm.reporters.judged import Judged
    from cpom_scorm.validate import Verdict

SCHEMA_VERSION = 1


def verdicts_json(verdicts: Iterable[Verdict], settings: Iterable[Judged] = ()) -> str:
    """Render what `validate` found, one entry per package, and what is wrong with settings files."""
    return document(
        {
            "packages": [
                {
                    "path": verdict.path,
                    "edition": verdict.edition.id if verdict.edition else None,
                    "verdict": "valid" if verdict.valid else "invalid",
                    **findings_json(verdict.report),
                }
                for verdict in verdicts
            ],
            "settings": settings_json(settings),
        }
    )


def settings_json(settings: Iterable[Judged]) -> list[dict[str, Any]]:
    """Render what is wrong with settings files."""
    return [{"path": each.path, "diagnostics": diagnostics_json(each.report)} for each in settings]


def diagnostics_json(report: Report) -> list[dict[str, Any]]:
    """Render the findings of one report in their order."""
    return [_diagnostic(found) for found in report]


def findings_json(report: Report) -> dict[str, Any]:
    """Render what counts under `diagnostics`, and under `ignored` what does not, with the reasons."""
    ignored = [{**_diagnostic(each.finding), "reason": each.reason} for each in report.ignored]
    return {"diagnostics": diagnostics_json(report), "ignored": ignored}


def document(content: dict[str, Any]) -> str:
    """Wrap content as a versioned JSON document, ASCII only so that no terminal or log can be upset."""
    return json.dumps({"schema_version": SCHEMA_VERSION, **content}, indent=2, ensure_ascii=True)


def _diagnostic(found: Diagnostic) -> dict[str, Any]:
    span = found.span
    return {
        "rule": found.rule.id,
        "severity": found.severity.value,
        "message": found.message,
        "file": span.file if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "help": found.help,
    }
