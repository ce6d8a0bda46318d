"""The places of a course in reading order, and what they are called in links and files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.model import Course, Page, Section


@dataclass(frozen=True, slots=True)
class Stop:
    """A page, or a section's quiz."""

    href: str
    title: str
    minutes: int
    counts: bool
    """Whether the course is complete only when the learner was there: required pages and quizzes."""
    section: Section | None
    page: Page | None
    """None: the quiz."""


def stops(course: Course) -> tuple[Stop, ...]:
    """Give every stop in reading order: the welcome page, then each section's pages and its quiz."""
    welcome = (_page_stop(course.welcome, None),) if course.welcome else ()
    return (*welcome, *(stop for section in course.sections for stop in section_stops(section)))


def section_stops(section: Section) -> Iterator[Stop]:
    """Give a section's pages and its quiz."""
    for page in section.pages:
        yield _page_stop(page, section)
    if section.quiz:
        quiz = section.quiz
        yield Stop(f"#/quiz/{section.id}", quiz.title, quiz.minutes, True, section, None)


def _page_stop(page: Page, section: Section | None) -> Stop:
    return Stop(f"#/page/{page.id}", page.title, page.minutes, page.required, section, page)


def script_name(number: int) -> str:
    """Name the script of the section with this place in the course; 0 is the welcome page's."""
    return f"section-{number}.js"


def section_label(section: Section) -> str:
    """Name a section in few words."""
    return f"{section.number} {section.short_title or section.title}"


def quiz_name_key(section: Section) -> str:
    """Give the string that says what kind of quiz a section has; the player's `quizName` chooses alike."""
    return "quiz.name" if section.pages else "quiz.assessment"
