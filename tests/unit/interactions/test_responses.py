"""Limits of what an LMS takes. What is longer or spelled otherwise is refused and missing from the report."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpom_scorm.editions import EDITIONS
from cpom_scorm.interactions.responses import number_range, number_text, option_set, pairs

if TYPE_CHECKING:
    from cpom_scorm.editions import Edition

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
LONG_IDS = {f"{letter * 39}_": letter for letter in LETTERS}
MOODLE_SHORT_IDENTIFIER = re.compile(r"[A-Za-z0-9_.]{1,250}")
REAL = re.compile(r"-?(0|[1-9][0-9]{0,12})(\.[0-9]{0,6}[1-9])?")


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
def test_36_options_with_the_longest_ids_fit_into_a_response(edition: Edition) -> None:
    """RUN-53."""
    choice, matching = edition.responses["choice"], edition.responses["matching"]
    assert len(option_set(LONG_IDS, choice, LONG_IDS)) <= choice.max_length
    everything = dict.fromkeys(LONG_IDS, "a" * 39 + "_")
    assert len(pairs(everything, matching, LONG_IDS)) <= matching.max_length


@given(st.lists(st.from_regex(r"[a-z0-9_]{1,40}", fullmatch=True), min_size=1, max_size=36, unique=True))
def test_a_list_of_options_can_be_taken_apart_again(ids: list[str]) -> None:
    letters = dict(zip(ids, LETTERS, strict=False))
    for edition in EDITIONS:
        form = edition.responses["choice"]
        members = option_set(ids[::-1], form, letters).split(form.item_separator)
        assert sorted(letters.values() if form.uses_letters else ids) == sorted(members)
        assert all(MOODLE_SHORT_IDENTIFIER.fullmatch(member) for member in members)


decimals = st.decimals(-9_999_999_999_999, 9_999_999_999_999, places=7)


@given(decimals)
def test_a_number_is_written_without_exponent_and_needless_zeros(number: Decimal) -> None:
    """RTE-115: LMSs refuse 1e-7, 1.50 and a bare point."""
    text = number_text(number)
    assert REAL.fullmatch(text)
    assert number == Decimal(text)


@given(decimals, decimals, decimals)
def test_2004_always_gets_both_ends_of_a_range(low: Decimal, target: Decimal, high: Decimal) -> None:
    """Moodle refuses a range with one end, and every 2004 LMS a bare number (conformance 9.4)."""
    for edition in EDITIONS:
        form = edition.responses["numeric"]
        parts = number_range(low, target, high, form).split(form.range_separator or None)
        assert [number_text(end) for end in ((low, high) if form.range_separator else (target,))] == parts
