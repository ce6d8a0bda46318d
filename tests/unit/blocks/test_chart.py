"""Charts. If these fail, a picture tells something else than the numbers, or tells some people nothing."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpom_scorm.blocks import Chart
from cpom_scorm.blocks.charts.labels import text_width
from cpom_scorm.blocks.charts.marks import Box, Drawing, Label, Line
from cpom_scorm.blocks.charts.waterfall import floor_of, levels, missing
from tests.unit.blocks.writer import page_writer

VALUE = st.integers(min_value=-99_999, max_value=999_999)
NAME = st.sampled_from(["Q1", "Emergency department", "IV", "Ambulatory care", "Unbreakablyverylongwordhere"])


def chart(form: str, *rows: list[float], names: list[str] | None = None, **fields: Any) -> Chart:
    categories = names or [f"C{number}" for number in range(len(rows[0]))]
    series = [{"label": f"Row {number}", "values": row} for number, row in enumerate(rows)]
    base = {"kind": "chart", "form": form, "title": "A finding.", "categories": categories}
    return Chart.model_validate({**base, "series": series, **fields})


def drawings(block: Chart, language: str = "en") -> list[Drawing]:
    facts = block.facts(page_writer(language))
    return [facts["wide"], facts["narrow"]]


def boxes(drawing: Drawing) -> list[Box]:
    return [mark for mark in drawing.marks if isinstance(mark, Box)]


def labels(drawing: Drawing) -> list[Label]:
    return [mark for mark in drawing.marks if isinstance(mark, Label)]


def area(label: Label) -> tuple[float, float, float, float]:
    width = text_width(label.text)
    left = label.x - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - 9, left + width, label.y


@given(
    st.sampled_from(["bar", "line", "waterfall"]),
    st.integers(min_value=2, max_value=12),
    st.integers(min_value=1, max_value=3),
    st.data(),
)
@settings(deadline=None, max_examples=150)
def test_nothing_is_outside_or_over_another(form: str, count: int, rows: int, data: st.DataObject) -> None:
    """No label covers another at any size; phones get their own drawing (320 px)."""
    names = data.draw(st.lists(NAME, min_size=count, max_size=count))
    row = st.lists(VALUE, min_size=count, max_size=count)
    values = [data.draw(row) for _ in range(1 if form == "waterfall" else rows)]
    language = data.draw(st.sampled_from(["en", "ar"]))
    for drawing in drawings(chart(form, *values, names=names, unit="$"), language):
        for mark in drawing.marks:
            edges = (
                [(mark.x, mark.y), (mark.x + mark.width, mark.y + mark.height)]
                if isinstance(mark, Box)
                else list(mark.points)
                if isinstance(mark, Line)
                else [area(mark)[:2], area(mark)[2:]]
            )
            assert all(-1 <= x <= drawing.width + 1 for x, _ in edges), mark
            assert all(-1 <= y <= drawing.height + 1 for _, y in edges), mark
        for one, other in combinations(map(area, labels(drawing)), 2):
            assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3], (
                labels(drawing)
            )


def test_bars_begin_at_zero_and_hang_below_it_where_numbers_are_negative() -> None:
    wide, narrow = drawings(chart("bar", [40, -20]))
    up, down = boxes(wide)
    assert (up.height, up.y + up.height) == pytest.approx((2 * down.height, down.y), abs=0.2)
    right, left = boxes(narrow)
    assert (right.width, left.x + left.width) == pytest.approx((2 * left.width, right.x), abs=0.2)


def test_series_differ_by_more_than_color() -> None:
    looks = [(box.look, box.is_hatched) for box in boxes(drawings(chart("bar", [1, 1], [1, 1], [1, 1]))[0])]
    assert looks[:3] == [("f-brand", False), ("f-accent", True), ("s-brand", False)]
    lines = [
        mark for mark in drawings(chart("line", [1, 9], [5, 2], [8, 8]))[0].marks if isinstance(mark, Line)
    ]
    assert len({mark.dashes for mark in lines if mark.weight > 2}) == 3


def test_names_stand_where_the_lines_end() -> None:
    wide, narrow = drawings(chart("line", [1, 9], [9, 1]))
    named = {label.text: label.y for label in labels(wide) if label.text.startswith("Row")}
    assert named["Row 0"] < named["Row 1"]
    assert not [label for label in labels(narrow) if label.text.startswith("Row")]


def test_names_that_leave_no_room_for_columns_lie_beside_bars() -> None:
    names = ["Outpatient infusion pharmacy services", "Discharge prescriptions at the bedside"] * 3
    wide = drawings(chart("bar", [1, 2, 3, 4, 5, 6], names=names))[0]
    assert {box.x for box in boxes(wide)} == {boxes(wide)[0].x}
    assert [label.text for label in labels(wide) if label.text in names] == names


@given(st.lists(VALUE, min_size=3, max_size=9))
@settings(deadline=None)
def test_each_bar_of_a_waterfall_begins_where_the_last_ended(changes: list[int]) -> None:
    values = [*changes, sum(changes)]
    steps = levels(values)
    assert missing(values) == 0
    assert all(one[1] == other[0] for one, other in pairwise(steps[:-1]))
    assert steps[-2][1] == steps[-1][1]


def test_fractions_add_up_as_people_add() -> None:
    assert missing([0.3, -0.1, -0.1, 0.1]) == 0
    assert missing([0.1, 0.2, 0.4]) == pytest.approx(0.1)


@given(st.lists(st.integers(min_value=1, max_value=10**9), min_size=3, max_size=6))
@settings(deadline=None)
def test_where_a_waterfall_is_cut_every_step_shows(values: list[int]) -> None:
    floor = floor_of(values)
    lowest = min(tip for _, tip in levels(values))
    assert floor is None or 0 < floor < lowest


def test_a_cut_is_said_and_shown() -> None:
    """Nobody mistakes a cut bar for a whole one."""
    cut = chart("waterfall", [1500, 60, 52, 1612], cut=True, unit="$")
    facts = cut.facts(page_writer())
    assert facts["cut_at"] == "$1,450"
    for drawing in (facts["wide"], facts["narrow"]):
        torn = [mark for mark in drawing.marks if isinstance(mark, Line) and mark.look == "s-surface"]
        assert len(torn) == 2
    assert chart("waterfall", [1500, 60, 52, 1612]).facts(page_writer())["cut_at"] == ""


def test_right_to_left_charts_are_mirrored() -> None:
    """A11Y-10: who reads from the right meets the first category first."""
    block = chart("bar", [40, 20])
    english, arabic = drawings(block)[0], drawings(block, "ar")[0]
    assert [box.x for box in boxes(arabic)] == [english.width - box.x - box.width for box in boxes(english)]
    assert [box.height for box in boxes(arabic)] == [box.height for box in boxes(english)]


@pytest.mark.parametrize(("form", "name"), [("bar", "Bar chart."), ("line", "Line chart.")])
def test_a11y_09_a_chart_says_what_it_shows(form: str, name: str) -> None:
    heard = chart(form, [8.5, 4], [-2, 6], unit="$").facts(page_writer())["alt"]
    first = "Row 0: the lowest number is $4.0 (C1), the highest is $8.5 (C0)."
    assert heard == f"{name} {first} Row 1: the lowest number is −$2.0 (C0), the highest is $6.0 (C1)."


def test_a11y_09_a_waterfall_tells_its_steps_unless_the_author_does() -> None:
    block = chart("waterfall", [9, -4, 5], unit="days")
    assert (
        "Waterfall chart. C0: 9\u00a0days. C1: −\u00a04\u00a0days. C2: 5\u00a0days."
        == block.facts(page_writer())["alt"]
    )
    assert chart("bar", [1, 2], alt="Two bars.").facts(page_writer())["alt"] == "Two bars."


def test_numbers_are_written_as_in_the_language_of_the_course() -> None:
    rows = chart("bar", [1234.5, 2], unit="$").facts(page_writer("es"))["rows"]
    assert rows == [("C0", ["1.234,5\u00a0$"]), ("C1", ["2,0\u00a0$"])]


def test_a_large_chart_is_drawn_with_an_axis_instead_of_numbers() -> None:
    wide = drawings(chart("bar", list(range(1000, 13000, 1000)), list(range(12000, 0, -1000))))[0]
    assert "15,000" in {label.text for label in labels(wide)}
    assert "11,000" not in {label.text for label in labels(wide)}
