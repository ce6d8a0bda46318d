"""How rules are declared that are found while something is read or walked: they have a page and no check."""

from __future__ import annotations

from cpom_scorm.rule import Rule, Severity


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
    """Declare a rule; the four texts become its page."""
    page = f"## What\n{what}\n\n## Why it matters\n{why}\n\n## Example\n{example}\n\n## Fix\n{fix}"
    return Rule(id, name, severity, since, spec, page=page)
