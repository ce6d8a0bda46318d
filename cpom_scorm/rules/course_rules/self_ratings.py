"""Whether the ratings that are put side by side can be compared."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from cpom_scorm.blocks import SelfRatings
from cpom_scorm.course.contents import placed_questions
from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.interactions import Likert
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.contents import PlacedQuestion
    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.source import DataPath


@rule("CRS-120", "rating-unknown", Severity.ERROR, since="0.1", spec="author's format")
def rating_unknown(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """Self-ratings name a question that does not exist.

    What: `question` of a rating is no id of a question.
    Why it matters: there would be nothing to show, and no page to send learners to.
    Example: `question: self_ratng` where the question is called `self_rating`.
    Fix: write the id of a `likert` question.
    """
    questions = _questions(loaded)
    for path, name in _named(loaded):
        if name not in questions:
            likert = [known for known, placed in questions.items() if isinstance(placed.question, Likert)]
            near = difflib.get_close_matches(name, likert, 1)
            help_text = f'write "{near[0]}"' if near else "write the id of a likert question"
            message = f'no question is called "{name}"'
            yield Diagnostic(rating_unknown, message, loaded.span(path), help_text)


@rule("CRS-121", "rating-of-another-kind", Severity.ERROR, since="0.1", spec="author's format")
def rating_of_another_kind(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """Self-ratings name a question that asks for no rating.

    What: the question that `question` names is not of the kind `likert`.
    Why it matters: its answers have no place on a scale.
    Example: the id of a `choice`.
    Fix: write the id of a `likert` question.
    """
    questions = _questions(loaded)
    for path, name in _named(loaded):
        placed = questions.get(name)
        if placed and not isinstance(placed.question, Likert):
            message = f'"{name}" is a question of the kind {placed.question.kind}, not likert'
            label = Label(loaded.span((*placed.path, "kind")), "the question")
            help_text = "write the id of a likert question"
            yield Diagnostic(rating_of_another_kind, message, loaded.span(path), help_text, (label,))


@rule("CRS-122", "ratings-differ", Severity.ERROR, since="0.1", spec="author's format")
def ratings_differ(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """Two ratings that stand side by side do not ask the same.

    What: the two `likert` questions differ in the ids of their statements or of their scale, or the same
    question is named twice.
    Why it matters: a rating of one thing would be compared with one of another.
    Example: `statements` with `finance` and `quality` in one question, with `finance` alone in the other.
    Fix: use the same ids in the same order in both questions.
    """
    questions = _questions(loaded)
    for path, block in blocks_of(loaded, SelfRatings):
        asked = [questions.get(rating.question) for rating in block.ratings]
        likert = [placed for placed in asked if placed and isinstance(placed.question, Likert)]
        if len(likert) == len(block.ratings) > 1:
            span = loaded.span((*path, "ratings", 1, "question"))
            first, second = likert
            told = _difference(first, second)
            if told:
                label = Label(loaded.span((*second.path, "id")), "the second question")
                help_text = "use the same ids in the same order in both questions"
                yield Diagnostic(ratings_differ, told, span, help_text, (label,))


def _difference(first: PlacedQuestion, second: PlacedQuestion) -> str:
    """Say what keeps two questions from being compared; empty: nothing."""
    one, other = first.question, second.question
    if one.id == other.id:
        return f'"{one.id}" is named twice'
    for role, name in (("row", "statements"), ("option", "scale")):
        ids = [[known for its, known in question.option_ids() if its == role] for question in (one, other)]
        if ids[0] != ids[1]:
            return f'"{one.id}" and "{other.id}" differ in their {name}'
    return ""


def _questions(loaded: LoadedCourse) -> dict[str, PlacedQuestion]:
    return {placed.question.id: placed for placed in placed_questions(loaded.complete)}


def _named(loaded: LoadedCourse) -> Iterator[tuple[DataPath, str]]:
    for path, block in blocks_of(loaded, SelfRatings):
        for at, rating in enumerate(block.ratings):
            yield (*path, "ratings", at, "question"), rating.question


RULES = (rating_unknown, rating_of_another_kind, ratings_differ)
