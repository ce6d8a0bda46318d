"""What the player knows of quizzes from the start: what is asked, what is drawn, and what passes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cpom_scorm.render.places import quiz_name_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpom_scorm.course.model import Course, Pool, Quiz, Section
    from cpom_scorm.interactions import Interaction
    from cpom_scorm.render.catalogue import Catalogue

_RESOLUTION = 10_000
"""The player compares scores in ten-thousandths (`scoring.js`)."""


FEATURES = ("pools", "together", "atOnce", "objectives", "study", "history", "limit")
"""Every row of the player's `draws.js` and `quiz_features.js`."""


def quiz_data(course: Course, section: Section, quiz: Quiz, t: Catalogue) -> dict[str, Any]:
    """Give a quiz as the player gets it; `asked` of its questions stand in an attempt, `total` are scored."""
    mark = quiz.pass_mark or course.scoring.pass_mark
    return {
        "title": quiz.title,
        "name": t[quiz_name_key(section)],
        "minutes": quiz.minutes,
        "pass": mark / 100,
        "weight": quiz.weight,
        "shuffle": quiz.shuffle,
        "show": quiz.show,
        "feedback": quiz.feedback,
        "attempts": quiz.attempts,
        "questions": [question.id for question in quiz.questions],
        "pools": [[count, [question.id for question in pool]] for count, pool in draws(quiz)],
        "asked": asked_count(quiz),
        "total": _scored_count(quiz),
        "needed": needed_count(quiz, mark),
    }


def draws(quiz: Quiz) -> tuple[tuple[int, tuple[Interaction, ...]], ...]:
    """Give what attempts draw: how many, and from which questions. One by objectives becomes several."""
    return tuple(draw for pool in quiz.pools for draw in _pool_draws(pool))


def _pool_draws(pool: Pool) -> Iterator[tuple[int, tuple[Interaction, ...]]]:
    if not isinstance(pool.draw, Mapping):
        yield min(pool.draw, len(pool.questions)), pool.questions
        return
    for objective, count in pool.draw.items():
        about = tuple(question for question in pool.questions if question.objective == objective)
        yield min(count, len(about)), about


def asked_count(quiz: Quiz) -> int:
    """Count the questions of one attempt."""
    return len(quiz.questions) + sum(count for count, _ in draws(quiz))


def needed_count(quiz: Quiz, mark: int) -> int | None:
    """Give the fewest right answers that reach the mark (per cent).

    None where questions weigh differently or give part of a point: there only a share can be told.
    """
    questions = _possible(quiz)
    total = _scored_count(quiz)
    alike = {(question.weight, question.credit) for question in questions if question.is_scored}
    mixed = any(len({question.is_scored for question in pool}) > 1 for _, pool in draws(quiz))
    if not total or mixed or len(alike) > 1 or any(credit != "whole" for _, credit in alike):
        return None
    return next(right for right in range(total + 1) if _reached(right / total) >= mark * _RESOLUTION / 100)


def _reached(share: float) -> int:
    return math.floor(share * _RESOLUTION + 0.5)


def _scored_count(quiz: Quiz) -> int:
    always = sum(question.is_scored for question in quiz.questions)
    return always + sum(count for count, pool in draws(quiz) if pool and pool[0].is_scored)


def _possible(quiz: Quiz) -> Sequence[Interaction]:
    return [*quiz.questions, *(question for _, pool in draws(quiz) for question in pool)]


def quiz_features(course: Course) -> frozenset[str]:
    """Give the rows of the player's `draws.js` and `quiz_features.js` that the course's quizzes need."""
    features: set[str] = set()
    for section in course.sections:
        quiz = section.quiz
        if quiz is None:
            continue
        named = {
            "pools": bool(quiz.pools),
            "together": quiz.show == "all",
            "atOnce": quiz.feedback == "immediate",
            "objectives": any(question.objective for question in quiz.every_question),
            "study": any(question.revisit for question in quiz.every_question),
            "history": quiz.attempts != 1,
            "limit": quiz.attempts is not None,
        }
        features |= {name for name, is_used in named.items() if is_used}
    return frozenset(features)


def asked_about(course: Course, quiz: Quiz) -> list[tuple[str, list[str]]]:
    """Give the objectives that questions of a quiz name, each with its text and the ids of its questions."""
    texts = {one.id: one.text for section in course.sections for one in section.objectives}
    about: dict[str, list[str]] = {}
    for question in quiz.every_question:
        if question.objective in texts:
            about.setdefault(question.objective, []).append(question.id)
    return [(texts[objective], about[objective]) for objective in texts if objective in about]
