"""The form of a rule's manual page, for rules that are declared as values."""

from __future__ import annotations

from cpom_scorm.rule import Rule, Severity


def page(what: str, why: str, example: str, fix: str) -> str:
    """Lay out a manual page: the four headings that every rule answers."""
    return f"## What\n{what}\n\n## Why it matters\n{why}\n\n## Example\n{example}\n\n## Fix\n{fix}"


def declare(
    id: str,  # noqa: A002 - the field's own name
    name: str,
    spec: str,
    *,
    what: str,
    why: str,
    example: str,
    fix: str,
    severity: Severity = Severity.ERROR,
    since: str = "0.1",
) -> Rule:
    """Declare a rule that is found by walking tables, not by a check of its own."""
    return Rule(id, name, severity, since, spec, page=page(what, why, example, fix))
