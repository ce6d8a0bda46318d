"""Rules by what people call them: an id, the name in words, or a family; and what they may have meant."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpom_scorm.rule import Rule


_ID = re.compile(r"(\w+?)[-_ ]?0*(\d{1,3})")


def rules_named(word: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Give the rule of this id or name, or all of this family, in any case of letters; () for no name."""
    asked = word.strip().casefold()
    return tuple(
        rule
        for rule in rules
        if asked in (rule.id.casefold(), rule.name.casefold(), rule.id.partition("-")[0].casefold())
    )


def rule_meant(word: str, rules: Sequence[Rule]) -> str | None:
    """Give the id, name or family nearest to a word that names no rule; None when nothing is near."""
    names = {name.casefold(): name for rule in rules for name in (rule.id, rule.name)}
    names |= {family.casefold(): family for family in (rule.id.partition("-")[0] for rule in rules)}
    written = word.strip().casefold()
    parts = _ID.fullmatch(written)
    if parts and (whole := f"{parts[1]}-{int(parts[2]):03}") in names:
        return names[whole]
    near = difflib.get_close_matches(written, names, n=1, cutoff=0.6)
    return names[near[0]] if near else None
