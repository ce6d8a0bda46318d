"""Axes. If these fail, bars have wrong lengths, or the numbers beside them are hard to read."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cpom_scorm.blocks.charts.labels import has_room, shortened, text_width, wrapped
from cpom_scorm.blocks.charts.scale import Scale, decimals_of, extent, ticks

VALUES = st.floats(min_value=-1e12, max_value=1e12).map(lambda value: round(value, 3))
WORDS = st.text(st.sampled_from("aimW .,0"), max_size=40)


@given(st.lists(VALUES, min_size=1), st.integers(min_value=3, max_value=9))
@settings(deadline=None)
def test_ticks_are_even_few_and_round_and_hold_every_value_and_zero(values: list[float], most: int) -> None:
    low, high = extent(values)
    axis = ticks(low, high, most)
    assert 2 <= len(axis) <= most
    assert axis[0] <= low
    assert axis[-1] >= high
    assert 0 in axis
    step = axis[1] - axis[0]
    assert all(math.isclose(b - a, step, rel_tol=1e-6) for a, b in pairwise(axis))
    assert round(step / 10 ** math.floor(math.log10(step * 1.0000001)), 6) in (1, 2, 5)


def test_an_axis_wastes_little_room() -> None:
    assert ticks(0, 97, 6) == (0, 20, 40, 60, 80, 100)
    assert ticks(-2900, 15900, 5) == (-10000, 0, 10000, 20000)
    assert ticks(0, 0.3, 4) == (0, 0.1, 0.2, 0.3)


@given(st.lists(VALUES, min_size=1))
@settings(deadline=None)
def test_bars_are_as_long_as_their_numbers_are_large(values: list[float]) -> None:
    low, high = extent(values)
    place = Scale(low, high, 300, 20)
    assert (place(low), place(high)) == (300, 20)
    for value in values:
        expected = (value / (high - low)) * 280
        assert math.isclose(place(0) - place(value), expected, abs_tol=0.11)


@pytest.mark.parametrize(
    ("values", "decimals"), [([1, 250, 1e12], 0), ([0.5, 2], 1), ([1.25, 3.5], 2), ([1 / 3], 3), ([0], 0)]
)
def test_numbers_show_the_decimals_that_they_need(values: list[float], decimals: int) -> None:
    assert decimals == decimals_of(values)


@given(WORDS, st.floats(min_value=20, max_value=300), st.integers(min_value=1, max_value=3))
@settings(deadline=None)
def test_labels_keep_to_their_room(text: str, width: float, most: int) -> None:
    lines = wrapped(text, width, most)
    assert len(lines) <= most
    assert all(text_width(line) <= width for line in lines)
    if has_room(text, width, most):
        assert " ".join(lines).split() == text.split()


@given(WORDS.map(lambda text: f"{text} and what makes a label longer than its place"))
@settings(deadline=None)
def test_a_shortened_label_says_so(text: str) -> None:
    assume(text_width(text) > 60)
    assert shortened(text, 60).endswith("…")


def test_wide_scripts_take_more_room_and_accents_none() -> None:
    assert text_width("薬局") > 2 * text_width("a")
    assert text_width("é") == text_width("e\u0301")
