"""Whether pools have what their draws ask for, and whether draws are alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.course.model import Pool
    from cpom_scorm.interactions import Interaction
    from cpom_scorm.source import DataPath


@dataclass(frozen=True, slots=True)
class _Draw:
    """What is drawn from a pool, or from its questions about one objective."""

    path: DataPath
    about: str
    """For messages: empty, or ` about "<objective>"`."""
    count: int
    questions: tuple[tuple[DataPath, Interaction], ...]
    """What it is drawn from."""


@rule("QUE-022", "pool-too-small", Severity.ERROR, since="0.1", spec="author's format")
def pool_too_small(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A pool has fewer questions than are drawn from it.

    What: `draw` is larger than the number of the pool's questions, or than that of its questions about an
    objective.
    Why it matters: learners would be asked fewer questions than the course says.
    Example: `draw: 5` over four questions; `draw: {o2: 1}` where no question has `objective: o2`.
    Fix: add questions, give them the objective, or draw fewer.
    """
    for _, _, draws in _pools(loaded):
        for draw in draws:
            if len(draw.questions) < draw.count:
                has = len(draw.questions) or "none"
                message = f"the pool draws {counted(draw.count, 'question')}{draw.about}, but has {has}"
                help_text = "add questions, or draw fewer"
                if draw.about:
                    help_text = 'add questions with this "objective", or draw fewer'
                yield Diagnostic(pool_too_small, message, loaded.span(draw.path), help_text)


@rule("QUE-023", "pool-without-choice", Severity.WARNING, since="0.1", spec="author's format")
def pool_without_choice(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A draw takes all that a pool has.

    What: every attempt asks all questions of the pool.
    Why it matters: a pool promises that a second attempt asks something else; this one does not.
    Example: `draw: 4` over four questions.
    Fix: add questions, draw fewer, or move the questions to the quiz's own `questions`.
    """
    for path, pool, draws in _pools(loaded):
        count = len(pool.questions)
        drawn = sum(draw.count for draw in draws)
        if count and drawn == count and all(len(draw.questions) == draw.count for draw in draws):
            message = f"the pool draws all of its {counted(count, 'question')}, so attempts do not differ"
            help_text = 'add questions, draw fewer, or move them to the "questions" of the quiz'
            yield Diagnostic(pool_without_choice, message, loaded.span((*path, "draw")), help_text)


@rule("QUE-024", "question-never-drawn", Severity.WARNING, since="0.1", spec="author's format")
def question_never_drawn(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A question of a pool is never asked.

    What: `draw` says how many questions to ask about each objective, and leaves out that of this question; or
    the question has none.
    Why it matters: no learner will ever see the question.
    Example: `draw: {o1: 2}` over a question with `objective: o2`.
    Fix: add the objective to `draw`, or give the question one that is drawn.
    """
    for path, pool, _ in _pools(loaded):
        if not isinstance(pool.draw, Mapping):
            continue
        for at, question in enumerate(pool.questions):
            if question.objective not in pool.draw:
                place = (*path, "questions", at)
                why = (
                    f'nothing about "{question.objective}" is drawn'
                    if question.objective
                    else "it has no objective"
                )
                message = f'the question "{question.id}" is never asked: {why}'
                span = loaded.span((*place, "objective" if question.objective else "id"))
                help_text = 'add its objective to "draw", or give it one that is drawn'
                yield Diagnostic(question_never_drawn, message, span, help_text)


@rule("QUE-025", "draws-not-alike", Severity.WARNING, since="0.1", spec="author's format")
def draws_not_alike(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """One draw from a pool can be worth more than another.

    What: some questions that a draw chooses from have another weight, or are not scored.
    Why it matters: two learners, or two attempts, would be scored by different amounts of points.
    Example: `draw: 2` over three questions, one of them with `weight: 3`.
    Fix: put such questions into a pool of their own, or among the quiz's own `questions`.
    """
    for _, _, draws in _pools(loaded):
        for draw in draws:
            if len(draw.questions) > draw.count:
                yield from _unlike(loaded, draw)


def _unlike(loaded: LoadedCourse, draw: _Draw) -> Iterator[Diagnostic]:
    first_path, first = draw.questions[0]
    for path, question in draw.questions[1:]:
        span, label_text = loaded.span((*path, "id")), ""
        if question.is_scored != first.is_scored:
            scored, unscored = (question, first) if question.is_scored else (first, question)
            message = f'the pool{draw.about} mixes "{scored.id}", which is scored, with "{unscored.id}"'
            label_text = "scored" if first.is_scored else "not scored"
        elif question.is_scored and question.weight != first.weight:
            message = (
                f'"{question.id}" has {question.points} points, others of the pool{draw.about} {first.points}'
            )
            label_text = f"weight {first.points}"
            span = loaded.span((*path, "weight" if "weight" in question.model_fields_set else "id"))
        else:
            continue
        label = Label(loaded.span((*first_path, "id")), label_text)
        help_text = "put it into a pool of its own"
        yield Diagnostic(draws_not_alike, message, span, help_text, (label,))


def _pools(loaded: LoadedCourse) -> Iterator[tuple[DataPath, Pool, list[_Draw]]]:
    """Give each pool with its path and its draws."""
    for at, section in enumerate(loaded.complete.sections):
        for place, pool in enumerate(section.quiz.pools if section.quiz else ()):
            path = ("sections", at, "quiz", "pools", place)
            placed = [((*path, "questions", index), one) for index, one in enumerate(pool.questions)]
            if not isinstance(pool.draw, Mapping):
                yield path, pool, [_Draw((*path, "draw"), "", pool.draw, tuple(placed))]
                continue
            draws = []
            for objective, count in pool.draw.items():
                about = tuple((where, one) for where, one in placed if one.objective == objective)
                draws.append(_Draw((*path, "draw", objective), f' about "{objective}"', count, about))
            yield path, pool, draws


RULES = (pool_too_small, pool_without_choice, question_never_drawn, draws_not_alike)
