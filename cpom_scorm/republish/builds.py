"""What a build changes for learners in the middle: by the lock file, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.course.contents import placed_kept
from cpom_scorm.course.lock_rules import ANSWERS_LOST
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.republish.changes import Change, asked_anew, compare, identity_change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.course.slots import Lock


def lost_answers(before: Lock | None, after: Lock) -> dict[str, str]:
    """Give the questions whose answers a build makes learners give again, and why."""
    if before is None:
        return {}
    return asked_anew(before.questions, after.questions, before.published, after.published)


def changes_between(before: Lock | None, after: Lock) -> tuple[Change, ...] | None:
    """Give what a build changes, by its lock file before and after; None where the file did not say."""
    if before is None or before.published is None or after.published is None:
        return None
    return (
        *identity_change(before.course, after.course),
        *compare(before.published, after.published, lost_answers(before, after), after.published.fallbacks()),
    )


def check_answers(loaded: LoadedCourse, before: Lock | None, after: Lock) -> Iterator[Diagnostic]:
    """Find the questions whose answers learners in the middle lose."""
    lost = lost_answers(before, after)
    for path, block in placed_kept(loaded.complete):
        if block.id in lost:
            yield Diagnostic(
                ANSWERS_LOST,
                f'learners in the middle lose their answer to "{block.id}": {lost[block.id]}',
                loaded.span((*path, "id")),
                "nothing has to be done: they answer again, and what it has earned them stays; to keep "
                "answers leave the question as it was and give the new one another id",
            )
