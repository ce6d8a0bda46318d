"""The page about reliability says what the tests prove and nothing else.

Set CPOM_UPDATE_EXPECTED=1 to write it anew.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tests.faults_page import CLASSES, FAULT, faults, proofs_by_fault, report

if TYPE_CHECKING:
    from pathlib import Path


def test_the_page_is_the_one_that_the_tests_give(root: Path) -> None:
    page = root / "docs" / "reliability.md"
    if os.environ.get("CPOM_UPDATE_EXPECTED"):
        page.write_text(report(root), "utf-8")
    assert report(root) == page.read_text("utf-8")


def test_every_fault_is_injected_by_a_test_and_every_test_names_a_fault_that_is_listed(root: Path) -> None:
    listed = faults(root)
    assert (25, CLASSES) == (len(listed), {fault.class_ for fault in listed})
    assert {fault.number for fault in listed} == set(proofs_by_fault(root))


def test_faults_are_found_in_names_and_sentences_alone() -> None:
    """Were the search too greedy, the test above would find everything everywhere."""
    text = "test_f04_what_is_sent RUN-36, F12: two windows of PDF9, F401, half_f05_"
    assert [("04", ""), ("", "12")] == FAULT.findall(text)
