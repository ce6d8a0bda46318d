"""If these break, a course may ship whose records the LMS cuts, and with them all progress (RUN-62)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpom_scorm.course.record_size import HISTORY_LENGTH, worst_case
from cpom_scorm.editions import EDITIONS

TABLES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "vectors" / "record.json").read_text(encoding="utf-8")
)
CASES = [
    pytest.param(table, case, id=f"{table['name']}: {case['name']}")
    for table in TABLES
    for case in table["cases"]
]


@pytest.mark.parametrize(("table", "case"), CASES)
def test_no_record_of_the_player_is_longer_than_the_worst_case(
    table: dict[str, Any], case: dict[str, Any]
) -> None:
    assert len(case["text"]) <= worst_case(table["slots"], table.get("texts", {}))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table["name"])
def test_a_record_with_everything_in_it_is_exactly_as_long_as_the_worst_case(table: dict[str, Any]) -> None:
    """Attempts are remembered as long as there is room; these records have none."""
    longest = next(case["text"] for case in table["cases"] if case.get("longest"))
    assert worst_case(table["slots"], table.get("texts", {}), attempts=0) == len(longest)


def test_every_attempt_that_the_player_remembers_is_counted() -> None:
    """RUN-40, RUN-62: a score of 14 bits and a time of 24."""
    player = (Path(__file__).parents[3] / "cpom_scorm" / "player" / "record.js").read_text("utf-8")
    assert f"HISTORY_LENGTH = {HISTORY_LENGTH};" in player
    slots = [["section", "s"], ["section", "t"], ["question", "q", "choice"]]
    bits = 2 * HISTORY_LENGTH * (14 + 24)
    longer = worst_case(slots, {}) - worst_case(slots, {}, attempts=0)
    assert longer in (bits // 6, bits // 6 + 1)


def _choice(name: str, options: int) -> list[list[str]]:
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"[:options]
    return [["question", name, "choice"], *(["option", name, "option", f"o{x}", x] for x in letters)]


def test_600_questions_of_six_options_and_1200_pages_fit_in_every_edition() -> None:
    slots = [["page", f"p{number}"] for number in range(1200)]
    slots += [["section", f"s{number}"] for number in range(50)]
    for number in range(600):
        slots += _choice(f"q{number}", 6)
    assert worst_case(slots, {}, attempts=0) <= min(edition.limits.suspend_data for edition in EDITIONS)


def test_a_question_that_changed_its_kind_takes_room_once() -> None:
    once = [["page", "p"], ["question", "q", "numeric"]]
    twice = [["page", "p"], ["question", "q", "true_false"], ["question", "q", "numeric"]]
    assert worst_case(once, {}) == worst_case(twice, {})


def test_a_question_of_a_kind_that_records_do_not_know_takes_room_without_its_response() -> None:
    assert worst_case([["question", "q", "true_false"]], {}) >= worst_case(
        [["question", "q", "hologram"]], {}
    )


@given(
    st.lists(st.sampled_from(["true_false", "choice", "numeric"]), max_size=40),
    st.sampled_from(["true_false", "choice", "numeric"]),
)
def test_the_worst_case_never_shrinks_when_a_course_grows(kinds: list[str], added: str) -> None:
    slots = [["question", f"q{number}", kind] for number, kind in enumerate(kinds)]
    assert worst_case(slots, {}) <= worst_case([*slots, ["question", "new", added]], {})
