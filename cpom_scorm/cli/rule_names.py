"""Names of rules on the command line: ids, families, and the headline of a finding as it was printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpom_scorm.rule import Rule

_IN_HEADLINE = re.compile(r"\[(\w+-\d+)\]")


def rules_asked_for(words: Iterable[str]) -> tuple[Rule, ...]:
    """Give the rules that words name, each once; all without words. Raises UsageError for an unknown name."""
    from cpom_scorm.rules import RULES
    from cpom_scorm.rules.names import rule_meant, rules_named

    asked: dict[str, Rule] = {}
    for word in words:
        quoted = _IN_HEADLINE.search(word)
        found = rules_named(quoted[1] if quoted else word, RULES)
        if not found:
            near = rule_meant(word, RULES)
            remedy = f': did you mean "{near}"?' if near else '; "cpom-scorm rules" lists all'
            raise click.UsageError(f'there is no rule or family "{word}"{remedy}')
        asked |= {rule.id: rule for rule in found}
    return tuple(asked.values()) if asked else RULES
