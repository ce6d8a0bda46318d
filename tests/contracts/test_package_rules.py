"""Every package rule has an identity and a manual page. A finding without one leaves the author alone."""

from __future__ import annotations

import re

import pytest

from cpom_scorm.rule import Rule, Severity
from cpom_scorm.rules.package_rules import FILE_RULES, MANIFEST_RULES, PACKAGE_RULES, READING_RULES

HEADINGS = ("What", "Why it matters", "Example", "Fix")


def sections(page: str) -> dict[str, str]:
    """Split a page at its headings."""
    parts = re.split(r"^## (.+)$", page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], (part.strip() for part in parts[2::2]), strict=True))


@pytest.mark.parametrize("rule", PACKAGE_RULES, ids=lambda rule: rule.id)
def test_a_rule_answers_the_four_questions(rule: Rule) -> None:
    found = sections(rule.page)
    assert list(HEADINGS) == list(found)
    assert [] == [heading for heading, text in found.items() if not text]


@pytest.mark.parametrize("rule", PACKAGE_RULES, ids=lambda rule: rule.id)
def test_a_rule_is_named_dated_and_founded(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z0-9]+-\d{3}", rule.id)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert re.fullmatch(r"\d+\.\d+", rule.since)
    assert rule.spec
    assert rule.strict in (None, Severity.ERROR)


def test_ids_and_names_are_given_once() -> None:
    ids, names = [rule.id for rule in PACKAGE_RULES], [rule.name for rule in PACKAGE_RULES]
    assert (sorted(set(ids)), len(names)) == (ids, len(set(names)))


def test_rules_that_are_checked_have_a_check_and_others_have_none() -> None:
    assert [] == [rule.id for rule in (*FILE_RULES, *MANIFEST_RULES) if rule.check is None]
    assert [] == [rule.id for rule in READING_RULES if rule.check is not None]


def test_the_first_set_covers_packages_from_the_zip_to_the_metadata() -> None:
    families = ("PKG", "XML", "SCH", "MAN", "ORG", "ITM", "RES", "MD")
    covered = [rule.id for rule in PACKAGE_RULES if rule.id.split("-")[0] in families]
    assert len(covered) >= 40
