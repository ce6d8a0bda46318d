"""Objectives and the questions that ask about them."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.module_one.reading import content_sections, questions, sections

_OBJECTIVES = [objective["id"] for section in content_sections() for objective in section["objectives"]]
_ASSESSMENT = next(section for section in sections() if section["id"] == "assessment")
_BANK = {1: 9, 2: 11, 3: 8, 4: 8, 5: 8}
"""By last digit of the section: how many items the bank has."""


@pytest.mark.parametrize("objective", _OBJECTIVES)
def test_an_objective_has_two_items_at_least(objective: str) -> None:
    asked = [question["id"] for _, question in questions() if question.get("objective") == objective]
    assert len(asked) >= 2, asked


def test_every_question_that_counts_has_one_objective() -> None:
    quizzes = [section["quiz"] for section in sections() if "quiz" in section]
    counted = [
        question
        for quiz in quizzes
        for pool in (quiz, *quiz.get("pools", []))
        for question in pool.get("questions", [])
    ]
    assert [question["id"] for question in counted if question.get("objective") not in _OBJECTIVES] == []


def test_all_items_of_the_bank_are_asked() -> None:
    found = Counter(int(name[2]) for _, question in questions() if (name := question["id"]).startswith("i1"))
    assert found == _BANK | {2: found[2]}
    assert found[2] >= _BANK[2]


def test_there_are_forty_variants_at_least() -> None:
    bank = sum(_BANK.values())
    quizzes = [section["quiz"] for section in sections() if "quiz" in section]
    asked = sum(len(pool.get("questions", [])) for quiz in quizzes for pool in (quiz, *quiz.get("pools", [])))
    assert asked - bank >= 40


def test_the_assessment_draws_by_the_weights_of_the_sections() -> None:
    """15, 35, 20, 20 and 10 per cent, of 25 to 30 questions."""
    draws = [pool["draw"] for pool in _ASSESSMENT["quiz"]["pools"]]
    total = sum(draws)
    assert 25 <= total <= 30
    for draw, weight in zip(draws, (15, 35, 20, 20, 10), strict=True):
        assert abs(100 * draw / total - weight) < 100 / total


def test_the_pools_of_the_assessment_ask_about_the_section_they_stand_for() -> None:
    for number, pool in enumerate(_ASSESSMENT["quiz"]["pools"], start=1):
        assert {question["objective"][:3] for question in pool["questions"]} == {f"o1{number}"}


def test_retakes_of_the_assessment_meet_new_questions() -> None:
    for pool in _ASSESSMENT["quiz"]["pools"]:
        assert len(pool["questions"]) >= 1.4 * pool["draw"]


def test_all_kinds_of_interactions_occur() -> None:
    assert {question["kind"] for _, question in questions()} == {
        "categorise",
        "choice",
        "cloze",
        "fill_in",
        "hotspot",
        "likert",
        "long_fill_in",
        "matching",
        "numeric",
        "performance",
        "sequencing",
        "true_false",
    }


def test_keys_of_single_choices_are_spread_over_the_places() -> None:
    """Nobody passes by always choosing the same letter, nor the longest option."""
    single = [
        question for _, question in questions() if question["kind"] == "choice" and "select" not in question
    ]
    places = Counter(
        [option["id"] for option in question["options"]].index(question["correct"]) for question in single
    )
    assert max(places.values()) <= 0.4 * len(single)
    longest = [
        max(question["options"], key=lambda option: len(option["text"]))["id"] == question["correct"]
        for question in single
    ]
    assert sum(longest) <= 0.4 * len(single)
