"""Rules for people and programs: the list of them, and the page of one."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any

from cpom_scorm.editions import EDITIONS
from cpom_scorm.rules import manual, summary
from cpom_scorm.rules.families import FAMILIES, family_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpom_scorm.reporters.terminal import Paint
    from cpom_scorm.rule import Rule

_ID_WIDTH, _WEIGHT_WIDTH = 7, 7
_BESIDE = " " * (_ID_WIDTH + _WEIGHT_WIDTH + 6)


def title(rule: Rule) -> str:
    """Give the name of a rule in words."""
    return rule.name.replace("-", " ")


def list_text(rules: Sequence[Rule], paint: Paint, width: int) -> str:
    """Render rules below the titles of their families: id, weight and what each finds."""
    lines: list[str] = []
    for family in FAMILIES:
        members = [rule for rule in rules if family_of(rule) is family]
        if members:
            lines += ["", f"{paint('bold', family.id)}  {family.title}"]
            lines += [line for rule in members for line in _row(rule, paint, width)]
    return "".join(f"{line}\n" for line in lines[1:])


def page_text(rule: Rule, paint: Paint, width: int) -> str:
    """Render the page of a rule."""
    weight = rule.severity.value + (f", {rule.strict} with --strict" if rule.strict else "")
    family = family_of(rule)
    lines = [
        f"{paint(rule.severity.value, rule.id)}  {paint('bold', title(rule))}",
        *wrap(f"{weight}; {family.title.lower()}; since {rule.since}; source: {rule.spec}", width),
    ]
    for heading, text in manual(rule).items():
        lines += ["", paint("bold", heading)]
        lines += wrap(text, width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    return "".join(f"{line}\n" for line in lines)


def as_data(rule: Rule) -> dict[str, Any]:
    """Give the facts of a rule as plain data for programs."""
    family = family_of(rule)
    return {
        "rule": rule.id,
        "name": rule.name,
        "subject": family.subject,
        "severity": rule.severity.value,
        "strict": (rule.strict or rule.severity).value,
        "editions": [edition.id for edition in EDITIONS if family.holds(edition)],
        "since": rule.since,
        "source": rule.spec,
        "summary": summary(rule),
        "page": manual(rule),
    }


def _row(rule: Rule, paint: Paint, width: int) -> Iterator[str]:
    more = f" ({rule.strict} with --strict)" if rule.strict else ""
    first, *rest = wrap(summary(rule).rstrip(".") + more, max(width - len(_BESIDE), 20))
    name, weight = f"{rule.id:<{_ID_WIDTH}}", f"{rule.severity.value:<{_WEIGHT_WIDTH}}"
    yield f"  {name}  {paint(rule.severity.value, weight)}  {first}"
    yield from (f"{_BESIDE}{line}" for line in rest)
