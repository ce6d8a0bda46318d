"""Whether the settings of questions do something where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.course.contents import placed_questions
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.interactions import (
    Choice,
    Cloze,
    Feedback,
    FillIn,
    Numeric,
    Performance,
    Selection,
    TrueFalse,
)
from cpom_scorm.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.contents import PlacedQuestion
    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.interactions import Interaction
    from cpom_scorm.source import DataPath


@rule("QUE-017", "setting-without-effect", Severity.WARNING, since="0.1", spec="author's format")
def setting_without_effect(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A setting of a question does nothing where the question stands.

    What: `tries` in a quiz, where each question is answered once per attempt; `weight` on a page, where
    questions never count; either of them, `credit` or a feedback for each result where nothing is right or
    wrong; `credit` or a feedback for what is partly right where an answer is right or wrong as a
    whole; `case_matters` where nothing is typed; `alt` without `image`.
    Why it matters: the course behaves otherwise than its file says.
    Example: `tries: 3` for a question of a quiz.
    Fix: remove the line.
    """
    for placed in placed_questions(loaded.complete):
        for path, where in (*_idle_where_it_stands(placed), *_idle_in_its_kind(placed)):
            message = f'"{path[-1]}" has no effect for {where}'
            help_text = "remove the line"
            if path[-1] == "feedback":
                message = f'a "feedback" for each result has no effect for {where}'
                help_text = "write one text"
            yield Diagnostic(setting_without_effect, message, loaded.key_span(path), help_text)


def _idle_where_it_stands(placed: PlacedQuestion) -> Iterator[tuple[DataPath, str]]:
    """Give the paths of settings that depend on the place or the score, and what they do nothing for."""
    question, path = placed.question, placed.path
    names = ["tries"] if placed.in_quiz else ["weight"]
    where = "a question of a quiz" if placed.in_quiz else "a question of a page"
    if not question.is_scored:
        names, where = ["tries", "weight", "credit"], "a question that is not scored"
        if isinstance(question.feedback, Feedback):
            yield (*path, "feedback"), where
    for name in names:
        if name in question.model_fields_set:
            yield (*path, name), where


def _idle_in_its_kind(placed: PlacedQuestion) -> Iterator[tuple[DataPath, str]]:
    """Give the same for settings that depend on the kind of question and its other settings."""
    question, path, written = placed.question, placed.path, placed.question.model_fields_set
    if _is_right_as_a_whole(question):
        where = "a question that cannot be partly right"
        if "credit" in written:
            yield (*path, "credit"), where
        if isinstance(question.feedback, Feedback) and question.feedback.partly is not None:
            yield (*path, "feedback", "partly"), where
    match question:
        case Cloze() if (
            "case_matters" in written and question.gaps and all(gap.options for gap in question.gaps)
        ):
            yield (*path, "case_matters"), "gaps that offer options"
        case Choice():
            for at, option in enumerate(question.options):
                if option.alt is not None and option.image is None:
                    yield (*path, "options", at, "alt"), "an option without a picture"


def _is_right_as_a_whole(question: Interaction) -> bool:
    match question:
        case TrueFalse() | FillIn() | Numeric():
            return True
        case Selection():
            return question.select == "one"
        case Cloze():
            return len(question.gaps) == 1
        case Performance():
            return len(question.steps) == 1
        case _:
            return False


RULES = (setting_without_effect,)
