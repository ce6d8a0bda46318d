"""The rule registry is complete and every rule explains itself: authors search for an id and its page."""

from __future__ import annotations

import importlib
import pkgutil
import re
import subprocess
import sys

import pytest

import cpom_scorm
from cpom_scorm.rule import Rule, Severity
from cpom_scorm.rules import MANUAL_HEADINGS, RULES, manual, sorted_by_id

COURSE_FAMILIES = {"YML", "CRS", "QUE", "TPL", "LCK", "A11"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_a_page_with_every_heading_filled(rule: Rule) -> None:
    page = manual(rule)
    assert MANUAL_HEADINGS == tuple(page)
    assert [] == [heading for heading, text in page.items() if not text]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_named_as_people_search(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z0-9]{2,4}-[0-9]{3}", rule.id)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.since
    assert rule.spec


def test_every_rule_that_is_declared_is_registered() -> None:
    declared = set()
    for module in pkgutil.walk_packages(cpom_scorm.__path__, "cpom_scorm."):
        if not module.name.endswith("__main__"):
            values = vars(importlib.import_module(module.name)).values()
            declared |= {value.id for value in values if isinstance(value, Rule)}
    assert sorted(declared) == [rule.id for rule in RULES]


def test_course_rules_stay_in_their_families() -> None:
    from cpom_scorm.rules.course_rules import COURSE_RULES

    assert {rule.id.split("-")[0] for rule in COURSE_RULES} <= COURSE_FAMILIES


@pytest.mark.parametrize("field", ["id", "name"])
def test_two_rules_with_the_same_id_or_name_are_refused(field: str) -> None:
    first = Rule("CRS-900", "first", Severity.ERROR, "0.1", "none")
    second = {
        "id": Rule("CRS-900", "second", Severity.ERROR, "0.1", "none"),
        "name": Rule("CRS-901", "first", Severity.ERROR, "0.1", "none"),
    }
    with pytest.raises(ValueError, match=f"same {field}"):
        sorted_by_id((first, second[field]))


def test_the_registry_is_loaded_only_when_asked_for() -> None:
    """Judging a package must not pay for the author's model."""
    code = "import sys, cpom_scorm.rules; print(sorted({'pydantic', 'jinja2', 'lxml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]" == done.stdout.strip()


def test_the_registry_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError, match="RULEZ"):
        cpom_scorm.rules.RULEZ  # type: ignore[attr-defined]  # noqa: B018
