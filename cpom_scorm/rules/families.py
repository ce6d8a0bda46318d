"""The families of rules: what each is about, and in which editions there is anything to check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpom_scorm.editions import Edition
    from cpom_scorm.rule import Rule


@dataclass(frozen=True, slots=True)
class Family:
    """Rules whose ids begin alike."""

    id: str
    """What their ids begin with, such as `RES`."""
    title: str
    subject: str
    """What is judged: `course` or `package`."""
    holds: Callable[[Edition], bool] = lambda _: True
    """Whether the edition has what the rules are about."""


def _sequences(edition: Edition) -> bool:
    return edition.manifest.has_sequencing


def _navigates(edition: Edition) -> bool:
    return edition.manifest.has_navigation


FAMILIES = (
    Family("YML", "YAML files", "course"),
    Family("CRS", "Course, sections, pages and blocks", "course"),
    Family("QUE", "Questions", "course"),
    Family("A11", "Accessibility of what an author writes", "course"),
    Family("TPL", "Templates and themes", "course"),
    Family("LCK", "The lock file, and progress of learners in the middle", "course"),
    Family("PKG", "The archive and its files", "package"),
    Family("XML", "XML files", "package"),
    Family("SCH", "Control documents (schemas)", "package"),
    Family("MAN", "The manifest", "package"),
    Family("ORG", "Organizations", "package"),
    Family("ITM", "Items", "package"),
    Family("RES", "Resources", "package"),
    Family("MD", "Metadata", "package"),
    Family("SEQ", "Sequencing", "package", _sequences),
    Family("OBJ", "Objectives of sequencing", "package", _sequences),
    Family("ROL", "Rollup", "package", _sequences),
    Family("RND", "Randomization", "package", _sequences),
    Family("CCC", "Constrained choice", "package", _sequences),
    Family("DEL", "Delivery controls", "package", _sequences),
    Family("NAV", "Navigation controls", "package", _navigates),
    Family("LMS", "What is known of LMSs", "package"),
    Family("RTE", "What a package does while it is played", "package"),
)
"""Courses first, then packages from the archive to what happens in an LMS."""


def family_of(rule: Rule) -> Family:
    """Give the family of a rule. Raises ValueError for one whose family is not listed."""
    name = rule.id.partition("-")[0]
    for family in FAMILIES:
        if family.id == name:
            return family
    raise ValueError(f"the family {name} is not listed")
