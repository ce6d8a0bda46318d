"""Names of rules on the command line: ids, families, and the headline of a finding as it was printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpom_scorm.rule import Rule

_IN_HEADLINE = re.compile(r"\[(\w+-\d+)\]")


def rules_named(words: Iterable[str]) -> tuple[Rule, ...]:
    """Give the rules that words name, each once; all without words. Raises UsageError for an unknown name."""
    from cpom_scorm.rules import RULES
    from cpom_scorm.rules.names import NotNamed, rules_asked_for

    asked: dict[str, Rule] = {}
    for word in words:
        quoted = _IN_HEADLINE.search(word)
        try:
            found = rules_asked_for(quoted[1] if quoted else word)
        except NotNamed as unknown:
            raise click.UsageError(f"{unknown.message}: {unknown.remedy}") from unknown
        asked |= {rule.id: rule for rule in found}
    return tuple(asked.values()) if asked else RULES
