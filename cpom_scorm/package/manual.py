"""The form of a rule's manual page, for rules that are declared as values."""

from __future__ import annotations


def page(what: str, why: str, example: str, fix: str) -> str:
    """Lay out a manual page: the four headings that every rule answers."""
    return f"## What\n{what}\n\n## Why it matters\n{why}\n\n## Example\n{example}\n\n## Fix\n{fix}"
