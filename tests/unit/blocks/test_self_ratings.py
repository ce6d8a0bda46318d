"""Self-ratings. If these fail, a learner's line lies on the wrong axis of the radar."""

from __future__ import annotations

import json
import math
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpom_scorm.blocks import SelfRatings
from cpom_scorm.blocks.charts.labels import text_width
from cpom_scorm.blocks.charts.marks import Label
from cpom_scorm.blocks.charts.radar import Radar, radars
from cpom_scorm.interactions import Likert
from cpom_scorm.render.page_writer import CoursePageWriter, PlacedLikert
from tests.unit.blocks.writer import page_writer

NAMES = st.lists(
    st.sampled_from(["IV", "Financial management", "Regulatory compliance and law"]), min_size=3, max_size=8
)


def writer(language: str, statements: list[str]) -> CoursePageWriter:
    likert = Likert.model_validate(
        {
            "kind": "likert",
            "id": "start",
            "stem": "How *sure* are you?",
            "scale": [{"id": level, "text": level.title()} for level in ("low", "high")],
            "statements": [{"id": f"row{number}", "text": text} for number, text in enumerate(statements)],
            "feedback": "Thank you.",
        }
    )
    placed = PlacedLikert(likert, "#/page/one", "The first page")
    known = page_writer(language)
    return CoursePageWriter(known.picture, t=known.t, is_rtl=known.is_rtl, questions={"start": placed})


def facts(statements: list[str], language: str = "en") -> dict[str, Any]:
    rating = {"question": "start", "label": "Before"}
    block = {"kind": "self_ratings", "title": "Where you stand", "ratings": [rating]}
    made = SelfRatings.model_validate(block).facts(writer(language, statements))
    return {**made, "data": json.loads(made["data"])}


def test_the_player_gets_what_was_asked_and_the_page_where() -> None:
    made = facts(["**Count** stock", "Order", "Return"])
    assert made["data"]["rows"] == [["row0", "Count stock"], ["row1", "Order"], ["row2", "Return"]]
    assert made["data"]["scale"] == [["low", "Low"], ["high", "High"]]
    assert made["rows"][0] == {"number": "1", "text_html": "<strong>Count</strong> stock"}
    assert made["places"] == [{"href": "#/page/one", "title": "The first page"}]


def test_a_question_without_statements_is_its_own_row_and_two_axes_are_no_radar() -> None:
    made = facts([])
    assert made["data"]["rows"] == [["", "How sure are you?"]]
    assert made["radars"] == {} == made["data"]["points"]
    assert facts(["One", "Two"])["radars"] == {}


@given(NAMES, st.integers(min_value=2, max_value=10))
@settings(deadline=None)
def test_levels_lie_on_their_axis_at_even_steps(names: list[str], levels: int) -> None:
    radar = Radar(tuple(names), levels, 520)
    for row in range(len(names)):
        places = [radar.place(row, level) for level in range(levels)]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(places)]
        assert all(step == pytest.approx(steps[0], abs=0.2) for step in steps)
        angle = 2 * math.pi * row / len(names)
        length = 100 / levels
        assert steps[0] == pytest.approx((math.sin(angle) * length, -math.cos(angle) * length), abs=0.2)


@given(NAMES)
@settings(deadline=None)
def test_names_stand_within_the_radar_and_apart(names: list[str]) -> None:
    """On phones the axes bear numbers, which have room at any size."""
    numbers = tuple(str(number) for number in range(1, len(names) + 1))
    for radar in radars(tuple(names), numbers, 4).values():
        frame = radar.frame()
        boxes = []
        for label in (mark for mark in frame.marks if isinstance(mark, Label)):
            width = text_width(label.text)
            left = label.x - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
            boxes.append((left, label.y - 9, left + width, label.y))
            assert -1 <= left
            assert left + width <= frame.width + 1
            assert 9 <= label.y <= frame.height
        for one, other in combinations(boxes, 2):
            assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


def test_right_to_left_radars_turn_the_other_way() -> None:
    """A11Y-10: lines and frame are mirrored together."""
    english, arabic = (facts(["One", "Two", "Three"], language) for language in ("en", "ar"))
    width = english["radars"]["wide"].width
    flat = [[point for row in made["data"]["points"]["wide"] for point in row] for made in (english, arabic)]
    assert [[width - x, y] for x, y in flat[0]] == [pytest.approx(point) for point in flat[1]]
