"""Walks over a course: every block and every question with the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.interactions import Interaction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.blocks import Block
    from cpom_scorm.course.model import Course, Page, Quiz, Section
    from cpom_scorm.source import DataPath


@dataclass(frozen=True, slots=True)
class PlacedQuestion:
    """A question and where it stands."""

    path: DataPath
    question: Interaction
    section: Section | None
    """None on the welcome page."""
    in_quiz: bool
    """Whether it counts; all others are knowledge checks."""


def placed_blocks(course: Course) -> Iterator[tuple[DataPath, Block, Page]]:
    """Give every block of every page in reading order."""
    for path, page, _ in course.placed_pages():
        for index, block in enumerate(page.blocks):
            yield (*path, "blocks", index), block, page


def placed_questions(course: Course) -> Iterator[PlacedQuestion]:
    """Give every question in reading order, a section's quiz after its pages."""
    if course.welcome:
        yield from _knowledge_checks(course.welcome, ("welcome",), None)
    for at, section in enumerate(course.sections):
        for place, page in enumerate(section.pages):
            yield from _knowledge_checks(page, ("sections", at, "pages", place), section)
        for path, question in _quiz_questions(section.quiz, ("sections", at, "quiz")):
            yield PlacedQuestion(path, question, section, in_quiz=True)


def _quiz_questions(quiz: Quiz | None, path: DataPath) -> Iterator[tuple[DataPath, Interaction]]:
    if quiz is None:
        return
    for index, question in enumerate(quiz.questions):
        yield (*path, "questions", index), question
    for place, pool in enumerate(quiz.pools):
        for index, question in enumerate(pool.questions):
            yield (*path, "pools", place, "questions", index), question


def _knowledge_checks(page: Page, path: DataPath, section: Section | None) -> Iterator[PlacedQuestion]:
    for index, block in enumerate(page.blocks):
        if isinstance(block, Interaction):
            yield PlacedQuestion((*path, "blocks", index), block, section, in_quiz=False)
