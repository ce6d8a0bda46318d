"""The pages about rules in `docs/rules/`: one for each family, and a table of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.editions import EDITIONS
from cpom_scorm.reporters.rule_pages import title
from cpom_scorm.rules import RULES, manual
from cpom_scorm.rules.families import FAMILIES, Family, family_of

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.rule import Rule

WRITTEN = "<!-- Written by tests/contracts/test_rule_pages.py from the rules themselves. -->"
SUBJECTS = {"course": "Courses", "package": "Packages"}


def page_files(root: Path) -> dict[Path, str]:
    """Give every page by its path."""
    folder = root / "docs" / "rules"
    pages = {folder / f"{family.id}.md": _page(family) for family in FAMILIES if _members(family)}
    return {folder / "README.md": _index(), **pages}


def _members(family: Family) -> list[Rule]:
    return [rule for rule in RULES if family_of(rule) is family]


def _index() -> str:
    parts = [
        "# Rules",
        WRITTEN,
        "What `check`, `build` and `validate` judge by. Ids are never used again for something else. "
        "`cpom-scorm explain RES-004` shows the page of a rule in a terminal.",
    ]
    for subject, heading in SUBJECTS.items():
        parts.append(f"## {heading}")
        for family in FAMILIES:
            if family.subject == subject and _members(family):
                parts += [f"### [{family.title}]({family.id}.md)", _table(family)]
    return "\n\n".join(parts) + "\n"


def _table(family: Family) -> str:
    rows = [f"| {_link(rule)} | {title(rule)} | {_weight(rule)} |" for rule in _members(family)]
    return "\n".join(("| Rule | What is wrong | Weight |", "|---|---|---|", *rows))


def _link(rule: Rule) -> str:
    heading = f"{rule.id} {title(rule)}".lower().replace(" ", "-")
    return f"[{rule.id}]({family_of(rule).id}.md#{heading})"


def _weight(rule: Rule) -> str:
    return f"{rule.severity}, strict: {rule.strict}" if rule.strict else rule.severity.value


def _page(family: Family) -> str:
    parts = [f"# {family.id}: {family.title}", WRITTEN]
    editions = [edition.title for edition in EDITIONS if family.holds(edition)]
    if len(editions) < len(EDITIONS):
        parts.append(f"Holds for {', '.join(editions)}.")
    for rule in _members(family):
        parts += [f"## {rule.id} {title(rule)}", f"{_weight(rule).capitalize()}. Source: {rule.spec}."]
        parts += [f"**{heading}.** {' '.join(text.split())}" for heading, text in manual(rule).items()]
    return "\n\n".join(parts) + "\n"
