"""If these break, a course may ship whose records the LMS cuts, and with them all progress (RUN-62)."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpom_scorm.course.record_size import worst_case
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
    """Histories of attempts may make it longer: the player leaves them out where there is no room."""
    history = sum(len(quiz["pastAttempts"]) for quiz in case["state"]["quizzes"].values())
    longest = worst_case(table["slots"], table.get("texts", {}))
    assert len(case["text"]) <= longest + math.ceil(history * 38 / 6)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table["name"])
def test_a_record_with_everything_in_it_is_exactly_as_long_as_the_worst_case(table: dict[str, Any]) -> None:
    longest = next(case["text"] for case in table["cases"] if case.get("longest"))
    assert worst_case(table["slots"], table.get("texts", {})) == len(longest)


def _choice(name: str, options: int) -> list[list[str]]:
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"[:options]
    return [["question", name, "choice"], *(["option", name, "option", f"o{x}", x] for x in letters)]


def test_600_questions_of_six_options_and_1200_pages_fit_in_every_edition() -> None:
    slots = [["page", f"p{number}"] for number in range(1200)]
    slots += [["section", f"s{number}"] for number in range(50)]
    for number in range(600):
        slots += _choice(f"q{number}", 6)
    assert worst_case(slots, {}) <= min(edition.limits.suspend_data for edition in EDITIONS)


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
