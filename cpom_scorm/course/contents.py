"""Walks over a course: every block and every question with the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.blocks import KeptBlock
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
    for path, block, section, in_quiz in _with_memory(course):
        if isinstance(block, Interaction):
            yield PlacedQuestion(path, block, section, in_quiz)


def placed_kept(course: Course) -> Iterator[tuple[DataPath, KeptBlock]]:
    """Give everything that keeps what learners do in it, questions included, in the same order."""
    for path, block, _, _ in _with_memory(course):
        yield path, block


def _with_memory(course: Course) -> Iterator[tuple[DataPath, KeptBlock, Section | None, bool]]:
    if course.welcome:
        for path, block in _on_page(course.welcome, ("welcome",)):
            yield path, block, None, False
    for at, section in enumerate(course.sections):
        for place, page in enumerate(section.pages):
            for path, block in _on_page(page, ("sections", at, "pages", place)):
                yield path, block, section, False
        for path, question in _quiz_questions(section.quiz, ("sections", at, "quiz")):
            yield path, question, section, True


def _quiz_questions(quiz: Quiz | None, path: DataPath) -> Iterator[tuple[DataPath, Interaction]]:
    if quiz is None:
        return
    for index, question in enumerate(quiz.questions):
        yield (*path, "questions", index), question
    for place, pool in enumerate(quiz.pools):
        for index, question in enumerate(pool.questions):
            yield (*path, "pools", place, "questions", index), question


def _on_page(page: Page, path: DataPath) -> Iterator[tuple[DataPath, KeptBlock]]:
    for index, block in enumerate(page.blocks):
        if isinstance(block, KeptBlock) and block.keeps:
            yield (*path, "blocks", index), block
