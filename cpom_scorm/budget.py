"""Whether learners' progress fits into what an LMS keeps and sends, in the worst case (RUN-26, RUN-62)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.course.contents import placed_questions
from cpom_scorm.course.lock_rules import RECORD_TOO_LARGE, SAVE_TOO_LARGE
from cpom_scorm.course.record_size import text_lengths, worst_case
from cpom_scorm.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.course.lock import Lock
    from cpom_scorm.course.model import Course
    from cpom_scorm.editions import Edition

_BYTES_PER_VALUE = 150
"""What Moodle sends for one value, its name and the form around it included (lms-notes 4)."""
_OTHER_VALUES = 30
"""Statuses, scores, times and preferences of the course, resent as well."""


def record_bytes(course: Course, lock: Lock, edition: Edition) -> int:
    """Give the length in bytes of the longest record that a learner of this course can have.

    More than the edition keeps only if the record would not fit even without histories of attempts.
    """
    slots, texts = [slot.entry for slot in lock.slots], text_lengths(course)
    longest, limit = worst_case(slots, texts), edition.limits.suspend_data
    return longest if longest <= limit else max(limit, worst_case(slots, texts, attempts=0))


def reported_questions(course: Course) -> int:
    """Count the records that the LMS is told: of quizzes and knowledge checks, one for each reported part."""
    if course.interactions == "off":
        return 0
    return sum(len(placed.question.parts()) for placed in placed_questions(course))


def save_bytes(course: Course, lock: Lock, edition: Edition) -> int | None:
    """Estimate what one save of a finished learner sends; None where only changes are sent."""
    if edition.limits.safe_interactions is None:
        return None
    names = edition.runtime.elements
    per_question = sum(name.startswith("interaction.") and "{n}" in names[name] for name in names)
    per_section = sum(name.startswith("objective.") and "{n}" in names[name] for name in names)
    per_section += len(edition.runtime.objective_statuses)
    values = reported_questions(course) * per_question + len(course.sections) * per_section + _OTHER_VALUES
    return values * _BYTES_PER_VALUE + record_bytes(course, lock, edition)


def check_room(loaded: LoadedCourse, lock: Lock, editions: Iterable[Edition]) -> Iterator[Diagnostic]:
    """Find the editions whose LMSs cannot keep the longest record."""
    for edition in editions:
        longest, limit = record_bytes(loaded.complete, lock, edition), edition.limits.suspend_data
        if longest > limit:
            yield Diagnostic(
                RECORD_TOO_LARGE,
                f"progress may take {longest:,} bytes, and {edition.title} keeps {limit:,}",
                loaded.span(("sections",)),
                "split the course, or build it for an edition that keeps more",
            )


def check_saves(loaded: LoadedCourse, editions: Iterable[Edition]) -> Iterator[Diagnostic]:
    """Find the editions whose LMSs resend more than a page can send while it closes."""
    count = reported_questions(loaded.complete)
    crowded = [
        edition.title
        for edition in editions
        if edition.limits.safe_interactions is not None and count > edition.limits.safe_interactions
    ]
    if crowded:
        yield Diagnostic(
            SAVE_TOO_LARGE,
            f"the course reports {count} questions, and Moodle resends all of them with each save in "
            f"{', '.join(crowded)}",
            loaded.span(("sections",)),
            "expect that a page which closes may lose ten seconds of time and the bookmark, but no answer",
        )
