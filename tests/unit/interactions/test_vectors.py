"""Python against the vectors that the player is held to as well.

Were they to drift apart, a right answer would differ from the correct pattern in the LMS's report.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cpom_scorm.course.lock import extend
from cpom_scorm.course.model import Course
from cpom_scorm.editions import EDITIONS
from cpom_scorm.interactions import INTERACTIONS, Interaction
from cpom_scorm.source import SourceText
from cpom_scorm.yaml_source import read_yaml

VECTORS = Path(__file__).parents[2] / "vectors" / "interactions"
KINDS = {kind.example().partition("kind: ")[2].split()[0]: kind for kind in INTERACTIONS}
CASES = [
    pytest.param(KINDS[kind], case, id=f"{kind}: {case['name']}")
    for kind in KINDS
    if (VECTORS / f"{kind}.json").exists()
    for case in json.loads((VECTORS / f"{kind}.json").read_text("utf-8"))
]


def question_of(model: type[Interaction], case: dict[str, Any]) -> Interaction:
    tree = read_yaml(SourceText("question.yaml", case["question"])).tree
    assert tree
    return model.model_validate(tree.data)


@pytest.mark.parametrize(("model", "case"), CASES)
def test_the_key_is_the_one_that_the_player_grades_by(model: type[Interaction], case: dict[str, Any]) -> None:
    assert case["key"] == question_of(model, case).key()


@pytest.mark.parametrize(("model", "case"), CASES)
def test_correct_patterns_are_written_as_each_edition_asks(
    model: type[Interaction], case: dict[str, Any]
) -> None:
    """RUN-53, conformance 9.2 and 9.4."""
    question = question_of(model, case)
    written = {
        edition.id: {
            part.id: list(
                question.correct_patterns(part.id, edition.responses[question.kind], case["letters"])
            )
            for part in question.parts()
        }
        for edition in EDITIONS
    }
    assert case["patterns"] == written


@pytest.mark.parametrize(("model", "case"), CASES)
def test_answers_are_written_as_the_player_writes_them(
    model: type[Interaction], case: dict[str, Any]
) -> None:
    question = question_of(model, case)
    is_in_parts = any(part.id for part in question.parts()) or question.kind == "likert"
    for answer in case["answers"]:
        for edition in EDITIONS:
            form, response = edition.responses[question.kind], answer["response"]
            own = response if is_in_parts else {"": response}
            written = {
                part.id: question.encode(own[part.id], form, case["letters"]) if part.id in own else ""
                for part in question.parts()
            }
            assert answer["encoded"][edition.id] == written


@pytest.mark.parametrize(("model", "case"), CASES)
def test_letters_are_those_that_the_lock_gives(model: type[Interaction], case: dict[str, Any]) -> None:
    question = question_of(model, case)
    page = {"id": "p", "title": "P", "minutes": 1, "blocks": [question]}
    section = {"id": "s", "number": "1", "title": "S", "pages": [page]}
    values = {"id": "c1", "title": "C", "language": "en", "sections": [section]}
    given = extend(None, Course.model_validate(values))[0].letters(question.id)
    if case["name"] != "letters that an earlier version gave":
        assert case["letters"] == given
