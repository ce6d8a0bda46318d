"""The registry: every rule there is, sorted by id. Loaded on demand, as judging a package needs no course."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpom_scorm.rule import Rule

    RULES: tuple[Rule, ...]
    """All rules, those met while reading included."""

MANUAL_HEADINGS = ("What", "Why it matters", "Example", "Fix")
"""What the page of every rule says."""

_HEADING = re.compile(rf"^(?:## )?({'|'.join(MANUAL_HEADINGS)})(?::|$)[ ]?", re.MULTILINE)

_SENTENCE_END = re.compile(r"(?<=[.]) (?=[A-Z`])")


def manual(rule: Rule) -> dict[str, str]:
    """Give the text below each heading of a rule's page."""
    parts = _HEADING.split(rule.page)
    texts = (text.strip() for text in parts[2::2])
    return {heading: text[:1].upper() + text[1:] for heading, text in zip(parts[1::2], texts, strict=True)}


def summary(rule: Rule) -> str:
    """Say in one sentence what the rule finds."""
    before = _HEADING.split(rule.page, maxsplit=1)[0]
    text = " ".join((before.strip() or manual(rule)["What"]).split())
    return _SENTENCE_END.split(text, maxsplit=1)[0]


def __getattr__(name: str) -> tuple[Rule, ...]:
    if name != "RULES":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _all_rules()


@cache
def _all_rules() -> tuple[Rule, ...]:
    from cpom_scorm.rules.course_rules import COURSE_RULES
    from cpom_scorm.rules.package_rules import PACKAGE_RULES
    from cpom_scorm.rules.settings_rules import SETTINGS_RULES
    from cpom_scorm.rules.trace_rules import TRACE_RULES

    return sorted_by_id((*COURSE_RULES, *PACKAGE_RULES, *SETTINGS_RULES, *TRACE_RULES))


def sorted_by_id(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Sort rules by id. Raises ValueError when two share an id or a name: people search for both."""
    for field in ("id", "name"):
        seen = [getattr(rule, field) for rule in rules]
        repeated = sorted({value for value in seen if seen.count(value) > 1})
        if repeated:
            raise ValueError(f"rules with the same {field}: {', '.join(repeated)}")
    return tuple(sorted(rules, key=lambda rule: rule.id))
