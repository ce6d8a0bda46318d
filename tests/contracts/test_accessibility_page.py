"""A11Y-11: the conformance report says what the tests prove and nothing else.

Buyers in the public sector rely on it. Set CPOM_UPDATE_EXPECTED=1 to write it anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from cpom_scorm.rules import RULES
from tests.accessibility_page import REQUIREMENTS, proofs_by_requirement, report
from tests.wcag import CRITERIA

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "accessibility.md"


def test_a11y_11_the_report_is_the_one_that_the_tests_give() -> None:
    if os.environ.get("CPOM_UPDATE_EXPECTED"):
        PAGE.write_text(report(ROOT), "utf-8")
    assert report(ROOT) == PAGE.read_text("utf-8")


def test_a11y_11_every_requirement_is_proved_by_a_test() -> None:
    proved = proofs_by_requirement(ROOT)
    assert [] == [requirement for requirement in REQUIREMENTS if not proved.get(requirement)]


def test_a11y_11_every_claim_names_what_proves_it() -> None:
    """What the player supports is proved by tests; an author's duty is helped by a rule or a sentence."""
    known = {*REQUIREMENTS, *(rule.id for rule in RULES)}
    assert [] == [one.number for one in CRITERIA if one.verdict == "Supports" and not one.proofs]
    assert set() == {proof for one in CRITERIA for proof in one.proofs} - known


def test_a11y_11_no_criterion_is_left_out() -> None:
    """Levels A and AA of WCAG 2.2 are 55 criteria."""
    numbers = [one.number for one in CRITERIA]
    assert (55, 55) == (len(numbers), len(set(numbers)))
    assert numbers == sorted(numbers, key=lambda number: [int(part) for part in number.split(".")])
    assert all(re.fullmatch(r"[1-4]\.\d\.\d+", number) for number in numbers)
