"""What an author may write for a question. Were this loose, a slip would become a wrong answer key."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from cpom_scorm.interactions import Choice, Matching, Numeric, Sequencing, TrueFalse
from cpom_scorm.schema import INLINE, marked_texts

SHARED = {"id": "q1", "stem": "Which *one*?", "feedback": "That one."}
OPTIONS = [{"id": "a", "text": "A"}, {"id": "b", "text": "B", "feedback": "No."}]
CHOICE = {**SHARED, "kind": "choice", "options": OPTIONS, "correct": "a"}
NUMERIC = {**SHARED, "kind": "numeric", "correct": 25}
LINES = [{"id": "c", "text": "C"}, {"id": "a", "text": "A"}, {"id": "b", "text": "B"}]
SEQUENCING = {**SHARED, "kind": "sequencing", "options": LINES}
PAIR = {
    "sources": [{"id": "s1", "text": "S"}],
    "targets": [{"id": "t1", "text": "T"}],
    "correct": {"s1": "t1"},
}


def places(model: type[Any], values: dict[str, Any]) -> list[tuple[str, tuple[str | int, ...]]]:
    with pytest.raises(ValidationError) as refused:
        model.model_validate(values)
    return [(error["type"], error["loc"]) for error in refused.value.errors()]


def test_what_is_left_out_has_the_promised_defaults() -> None:
    question = Choice.model_validate(CHOICE)
    told = (question.select, question.tries, question.weight, question.credit, question.shuffle)
    assert ("one", 2, 1, "whole", True) == told


def test_lines_are_in_the_correct_order_unless_it_is_written_beside_them_and_are_always_shuffled() -> None:
    orders = [Sequencing.model_validate({**SEQUENCING, **own}) for own in ({}, {"correct": ["b", "a", "c"]})]
    assert [["c", "a", "b"], ["b", "a", "c"]] == [question.key() for question in orders]
    assert all(question.shuffle for question in orders)


def test_one_correct_option_and_a_list_mean_the_same() -> None:
    alone, listed = (Choice.model_validate({**CHOICE, "correct": correct}) for correct in ("a", ["a"]))
    assert (["a"], ["a"]) == (alone.key(), listed.key())


def test_feedback_is_one_text_or_one_for_each_result() -> None:
    one = TrueFalse.model_validate({**SHARED, "kind": "true_false", "correct": True})
    texts = {"correct": "Yes.", "incorrect": "No."}
    several = TrueFalse.model_validate({**SHARED, "kind": "true_false", "correct": True, "feedback": texts})
    with_partly = Choice.model_validate({**CHOICE, "feedback": {**texts, "partly": "Nearly."}})
    assert ["That one."] * 3 == [one.feedback_for(result) for result in ("correct", "partly", "incorrect")]
    assert ["Yes.", "No.", "No."] == [several.feedback_for(r) for r in ("correct", "partly", "incorrect")]
    assert "Nearly." == with_partly.feedback_for("partly")


def test_markdown_is_found_wherever_an_author_may_write_it() -> None:
    question = Choice.model_validate(
        {**CHOICE, "hint": "Think.", "feedback": {"correct": "C", "incorrect": "I"}}
    )
    assert {
        ("stem",),
        ("hint",),
        ("feedback", "correct"),
        ("feedback", "incorrect"),
        ("options", 0, "text"),
        ("options", 1, "text"),
        ("options", 1, "feedback"),
    } == {path for path, _ in marked_texts(question, INLINE)}


REFUSED = {
    "an id in another alphabet": (Choice, {**CHOICE, "id": "prüfung"}, "id"),
    "a hyphen, which Moodle refuses": (Choice, {**CHOICE, "id": "q-1"}, "id"),
    "an id of 41 characters": (Choice, {**CHOICE, "id": "q" * 41}, "id"),
    "an option without text": (Choice, {**CHOICE, "options": [{"id": "a"}]}, "text"),
    "a number for an option's id": (Choice, {**CHOICE, "correct": 1}, "one"),
    "a third way to select": (Choice, {**CHOICE, "select": "two"}, "select"),
    "no feedback": (Choice, {k: v for k, v in CHOICE.items() if k != "feedback"}, "feedback"),
    "a list as feedback": (Choice, {**CHOICE, "feedback": ["A"]}, "text"),
    "feedback for no result": (
        Choice,
        {**CHOICE, "feedback": {"correct": "C", "incorrect": "I", "other": "O"}},
        "other",
    ),
    "no tries": (Choice, {**CHOICE, "tries": 0}, "tries"),
    "ten tries": (Choice, {**CHOICE, "tries": 10}, "tries"),
    "no weight": (Choice, {**CHOICE, "weight": 0}, "weight"),
    "a word for a number": (Numeric, {**NUMERIC, "correct": "25"}, "correct"),
    "true for a number": (Numeric, {**NUMERIC, "correct": True}, "correct"),
    "14 digits": (Numeric, {**NUMERIC, "correct": 10_000_000_000_000}, "correct"),
    "a tolerance below 0": (Numeric, {**NUMERIC, "tolerance": -1}, "tolerance"),
    "half a range": (Numeric, {**NUMERIC, "range": {"min": 1}}, "max"),
    "a word for true": (TrueFalse, {**SHARED, "kind": "true_false", "correct": "true"}, "correct"),
    "a list of pairs": (Matching, {**SHARED, **PAIR, "kind": "matching", "correct": ["s1", "t1"]}, "correct"),
    "lines in the order to find": (Sequencing, {**SEQUENCING, "shuffle": False}, "shuffle"),
    "another kind": (Matching, {**SHARED, **PAIR, "kind": "choice"}, "kind"),
}


@pytest.mark.parametrize(("model", "values", "place"), REFUSED.values(), ids=REFUSED)
def test_other_spellings_are_refused_at_their_place(
    model: type[Any], values: dict[str, Any], place: str
) -> None:
    assert [place] == [location[-1] for _, location in places(model, values)]


def test_weights_read_as_people_write_them() -> None:
    points = [Choice.model_validate({**CHOICE, "weight": weight}).points for weight in (1, 2, 0.5, 100)]
    assert ["1", "2", "0.5", "100"] == points
