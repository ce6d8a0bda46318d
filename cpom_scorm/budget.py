"""Whether learners' progress fits into what an LMS keeps, in the worst case (RUN-62)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.course.lock_rules import RECORD_TOO_LARGE
from cpom_scorm.course.record_size import worst_case
from cpom_scorm.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.course.lock import Lock
    from cpom_scorm.editions import Edition


def record_bytes(lock: Lock) -> int:
    """Give the length in bytes of the longest record that a learner of this course can have."""
    return worst_case([slot.entry for slot in lock.slots])


def check_budget(loaded: LoadedCourse, lock: Lock, editions: Iterable[Edition]) -> Iterator[Diagnostic]:
    """Find the editions that cannot keep the longest record."""
    longest = record_bytes(lock)
    for edition in editions:
        limit = edition.limits.suspend_data
        if longest > limit:
            yield Diagnostic(
                RECORD_TOO_LARGE,
                f"progress may take {longest:,} bytes, and {edition.title} keeps {limit:,}",
                loaded.span(("sections",)),
                "split the course, or build it for an edition that keeps more",
            )
