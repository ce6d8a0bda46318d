"""Rules by what people call them: an id, the name in words, or a family; and what they may have meant."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpom_scorm.rule import Rule


_ID = re.compile(r"(\w+?)[-_ ]?0*(\d{1,3})")


class NotNamed(Exception):  # noqa: N818 - an answer to who asked, no failure of ours
    """A word names no rule."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


def rules_asked_for(word: str, *, families: bool = True) -> tuple[Rule, ...]:
    """Give the rule of this id or name, in any case of letters, or all of this family.

    Raises NotNamed, with the nearest name, for a word that names none.
    """
    from cpom_scorm.rules.package_rules import PACKAGE_RULES

    # Rules about courses are many and slow to load: packages alone are judged without them.
    named = _named(word, PACKAGE_RULES)
    if not named:
        from cpom_scorm.rules import RULES

        named = _named(word, RULES)
        if not named:
            near = _meant(word, RULES)
            remedy = f'did you mean "{near}"?' if near else '"cpom-scorm rules" lists all'
            raise NotNamed(f'there is no rule "{word}"', remedy)
    if not families and word.strip().upper() == named[0].id.partition("-")[0]:
        raise NotNamed(f'"{word}" is a family of rules', "name each rule that you mean")
    return named


def _named(word: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    asked = word.strip().casefold()
    return tuple(
        rule
        for rule in rules
        if asked in (rule.id.casefold(), rule.name.casefold(), rule.id.partition("-")[0].casefold())
    )


def _meant(word: str, rules: Sequence[Rule]) -> str | None:
    names = {name.casefold(): name for rule in rules for name in (rule.id, rule.name)}
    names |= {family.casefold(): family for family in (rule.id.partition("-")[0] for rule in rules)}
    written = word.strip().casefold()
    parts = _ID.fullmatch(written)
    if parts and (whole := f"{parts[1]}-{int(parts[2]):03}") in names:
        return names[whole]
    near = difflib.get_close_matches(written, names, n=1, cutoff=0.6)
    return names[near[0]] if near else None
