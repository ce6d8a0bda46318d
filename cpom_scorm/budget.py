"""Whether learners' progress fits into what an LMS keeps, in the worst case (RUN-62)."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from cpom_scorm.course.record_size import worst_case
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.rule import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.course.lock import Lock
    from cpom_scorm.editions import Edition

RECORD_TOO_LARGE = Rule(
    "LCK-008",
    "record-too-large",
    Severity.ERROR,
    since="0.1",
    spec="SCORM 1.2 RTE 3.4.4 (4,096), 2004 2nd RTE 4.2.23 (4,000); RUN-62",
    page=inspect.cleandoc(
        """The progress of a learner may outgrow what the LMS keeps.

        What: with every page seen and every question answered at its longest, the record is longer than the
        edition's limit for suspend data.
        Why it matters: LMSs cut the record or refuse it, and learners lose their place.
        Example: a course of 700 questions built for SCORM 1.2.
        Fix: split the course, or build it for SCORM 2004 3rd or 4th Edition, which keep more.
        """
    ),
)


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
