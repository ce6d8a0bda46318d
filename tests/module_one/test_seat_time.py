"""The minutes that the module tells, held against an estimate: reading, and seconds for what learners do."""

from __future__ import annotations

from typing import Any

import pytest

from tests.module_one.prose import words_read
from tests.module_one.reading import content_sections, course, pages, sections, text_of

WORDS_A_MINUTE = 180
"""Slower than a novel is read: the texts are studied."""
SECONDS = {
    "choice": 45, "true_false": 30, "fill_in": 45, "matching": 90, "categorise": 90, "sequencing": 75,
    "numeric": 120, "cloze": 150, "hotspot": 45, "performance": 180, "long_fill_in": 240, "likert": 20,
    "calculator": 60, "scenario": 120, "responsibility_exercise": 150, "builder": 180, "self_ratings": 20,
    "flip_cards": 40, "checklist": 30, "org_chart": 30, "figure": 20, "chart": 30, "comparison": 20,
}  # fmt: skip
"""For one of each kind, feedback read; of a likert, each statement. Estimates, not timed with learners."""
_ASKED = [section for section in sections() if "quiz" in section]


def _seconds(block: dict[str, Any]) -> int:
    return SECONDS.get(block["kind"], 0) * len(block.get("statements", [0]))


@pytest.mark.parametrize(("_section", "page"), pages(), ids=[page["id"] for _, page in pages()])
def test_the_minutes_of_a_page_are_its_reading_and_its_doing(_section: str, page: dict[str, Any]) -> None:
    estimate = words_read(page) / WORDS_A_MINUTE + sum(map(_seconds, page["blocks"])) / 60
    assert abs(page["minutes"] - estimate) <= 1.1, round(estimate, 1)


@pytest.mark.parametrize("section", _ASKED, ids=lambda section: section["id"])
def test_the_minutes_of_a_quiz_are_its_questions(section: dict[str, Any]) -> None:
    quiz = section["quiz"]
    drawn = (
        pool["draw"] * sum(map(_seconds, pool["questions"])) / len(pool["questions"])
        for pool in quiz.get("pools", [])
    )
    estimate = (sum(map(_seconds, quiz.get("questions", []))) + sum(drawn)) / 60
    assert abs(quiz["minutes"] - estimate) <= 3, round(estimate, 1)


def test_the_module_tells_how_long_it_takes() -> None:
    told = [course()["welcome"]["minutes"], *(page["minutes"] for _, page in pages())]
    told += [section["quiz"]["minutes"] for section in _ASKED]
    assert len(content_sections()) == 5
    assert round(sum(told) / 60 * 4) / 4 == 4
    assert "approximately four hours" in text_of("what_to_expect")
