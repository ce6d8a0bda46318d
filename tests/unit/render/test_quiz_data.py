"""What the player knows of quizzes. If these fail, learners are asked something else than was written."""

from __future__ import annotations

import math
from typing import Any

import pytest

from cpom_scorm.render.player_script import PLAYER_DIR
from cpom_scorm.render.quiz_data import FEATURES, asked_about, quiz_data, quiz_features
from tests.unit.render.sample import ENGLISH, sample_course, sample_data


def question(name: str, **fields: Any) -> dict[str, Any]:
    stem = {"kind": "true_false", "id": name, "stem": "Is it?", "correct": True, "feedback": "It is."}
    return stem | fields


def several(letter: str, count: int, **fields: Any) -> list[dict[str, Any]]:
    return [question(f"{letter}{number}", **fields) for number in range(count)]


def course_of(pages: bool = True, **quiz: Any) -> Any:
    section = sample_data()["sections"][0]
    section["quiz"] = {"title": "Show it", "minutes": 5, "questions": []} | quiz
    if not pages:
        section["pages"] = []
    return sample_course(sections=[section])


def data_of(**quiz: Any) -> dict[str, Any]:
    course = course_of(**quiz)
    return quiz_data(course, course.sections[0], course.sections[0].quiz, ENGLISH)


def test_a_pool_tells_how_many_of_which_questions_are_drawn() -> None:
    data = data_of(questions=several("x", 2), pools=[{"draw": 2, "questions": several("a", 4)}])
    assert data["questions"] == ["x0", "x1"]
    assert data["pools"] == [[2, ["a0", "a1", "a2", "a3"]]]
    assert (data["asked"], data["total"], data["needed"]) == (4, 4, 4)


def test_a_draw_by_objectives_becomes_one_for_each_and_leaves_out_what_it_does_not_name() -> None:
    about = [*several("a", 3, objective="o1"), *several("b", 2, objective="o2"), *several("c", 2)]
    data = data_of(pools=[{"draw": {"o2": 1, "o1": 2}, "questions": about}])
    assert data["pools"] == [[1, ["b0", "b1"]], [2, ["a0", "a1", "a2"]]]
    assert data["asked"] == 3


@pytest.mark.parametrize(
    ("count", "mark", "needed"), [(5, 80, 4), (11, 80, 9), (10, 70, 7), (30, 80, 24), (3, 67, 3), (7, 100, 7)]
)
def test_needed_is_the_smallest_count_that_reaches_the_mark(count: int, mark: int, needed: int) -> None:
    assert data_of(questions=several("x", count), pass_mark=mark)["needed"] == needed


def test_what_is_needed_is_never_short_of_the_mark_and_never_one_too_many() -> None:
    for count in range(1, 61):
        needed = data_of(questions=several("x", count))["needed"]
        assert needed == math.ceil(count * 0.8 - 1e-9)


@pytest.mark.parametrize("fields", [{"weight": 2}, {"credit": "share"}], ids=["weight", "credit"])
def test_where_questions_differ_no_count_is_promised(fields: dict[str, Any]) -> None:
    assert data_of(questions=[question("x"), question("y", **fields)])["needed"] is None


def test_questions_that_are_not_scored_are_asked_but_not_counted() -> None:
    rating = {"kind": "likert", "id": "r", "stem": "How sure?", "feedback": "Kept."}
    scale = [{"id": "low", "text": "Low"}, {"id": "high", "text": "High"}]
    data = data_of(questions=[*several("x", 2), rating | {"scale": scale}])
    assert (data["asked"], data["total"], data["needed"]) == (3, 2, 2)


def test_an_assessment_is_called_one() -> None:
    assert data_of(questions=[question("x")])["name"] == "Section check"
    assert data_of(pages=False, questions=[question("x")])["name"] == "Assessment"


def test_objectives_come_in_the_order_of_the_course_with_their_questions() -> None:
    course = course_of(questions=[question("x"), *several("a", 2, objective="o1")])
    assert asked_about(course, course.sections[0].quiz) == [("Tell one from two", ["a0", "a1"])]


@pytest.mark.parametrize(
    ("quiz", "feature"),
    [
        ({"pools": [{"draw": 1, "questions": [question("a"), question("b")]}]}, "pools"),
        ({"show": "all"}, "together"),
        ({"feedback": "immediate"}, "atOnce"),
        ({"attempts": 3}, "limit"),
        ({"questions": [question("x", objective="o1")]}, "objectives"),
        ({"questions": [question("x", revisit="one")]}, "study"),
    ],
)
def test_a_course_gets_what_its_quizzes_use(quiz: dict[str, Any], feature: str) -> None:
    plain = course_of(questions=[question("x")])
    assert quiz_features(plain) == {"history"}
    assert quiz_features(course_of(**({"questions": [question("x")]} | quiz))) == {"history", feature}
    assert quiz_features(course_of(attempts=1, questions=[question("x")])) == {"limit"}


def test_features_are_the_rows_of_the_players_tables() -> None:
    text = "".join(
        (PLAYER_DIR / name).read_text("utf-8")
        for name in ("draws.js", "view/quiz_features.js", "view/result_features.js")
    )
    rows = [line.strip(" ,") for line in text.splitlines() if line.startswith("  ")]
    assert sorted(rows) == sorted(FEATURES)
