"""Whether what a question points to exists, and whether its settings have an effect."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from cpom_scorm.course.contents import placed_questions
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpom_scorm.course.load import LoadedCourse

_LONGEST_LIST = 12


@rule("QUE-003", "objective-unknown", Severity.ERROR, since="0.1", spec="author's format")
def objective_unknown(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A question is about an objective that its section does not have.

    What: `objective` names no id in the `objectives` of the section.
    Why it matters: the answer would count for no objective.
    Example: `objective: o11_9` in a section with o11_1 to o11_5.
    Fix: write the id of one of the section's objectives.
    """
    for placed in placed_questions(loaded.complete):
        known = [objective.id for objective in placed.section.objectives] if placed.section else []
        if placed.question.objective is not None and placed.question.objective not in known:
            message = f'the section has no objective "{placed.question.objective}"'
            span = loaded.span((*placed.path, "objective"))
            yield Diagnostic(objective_unknown, message, span, _help(placed.question.objective, known))


@rule("QUE-004", "revisit-unknown", Severity.ERROR, since="0.1", spec="author's format")
def revisit_unknown(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A question sends learners to a page that does not exist.

    What: `revisit` names no page of the course.
    Why it matters: learners who answered wrongly would get a link that leads nowhere.
    Example: `revisit: one_doze` where the page is `one_dose`.
    Fix: write the id of a page.
    """
    known = list(dict.fromkeys(page.id for _, page, _ in loaded.complete.placed_pages()))
    for placed in placed_questions(loaded.complete):
        if placed.question.revisit is not None and placed.question.revisit not in known:
            message = f'there is no page "{placed.question.revisit}"'
            span = loaded.span((*placed.path, "revisit"))
            yield Diagnostic(revisit_unknown, message, span, _help(placed.question.revisit, known))


@rule("QUE-017", "setting-without-effect", Severity.WARNING, since="0.1", spec="author's format")
def setting_without_effect(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A setting of a question does nothing where the question stands.

    What: `tries` in a quiz, where each question is answered once per attempt; `weight` on a page, where
    questions never count.
    Why it matters: the course behaves otherwise than its file says.
    Example: `tries: 3` for a question of a quiz.
    Fix: remove the line.
    """
    for placed in placed_questions(loaded.complete):
        name, where = ("tries", "a quiz") if placed.in_quiz else ("weight", "a page")
        if name in placed.question.model_fields_set:
            message = f'"{name}" has no effect for a question of {where}'
            span = loaded.key_span((*placed.path, name))
            yield Diagnostic(setting_without_effect, message, span, "remove the line")


def _help(word: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, known, 1)
    if near:
        return f'write "{near[0]}"'
    if len(known) > _LONGEST_LIST:
        return "write the id of one that exists"
    return f"write one of {', '.join(known)}" if known else "remove the line"


RULES = (objective_unknown, revisit_unknown, setting_without_effect)
