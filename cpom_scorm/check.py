"""Course folder → findings, without building anything: what `check` prints and what a build begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.budget import check_room
from cpom_scorm.course.load import load_course
from cpom_scorm.course.lock import LOCK_NAME, check_lock, extend, read_lock
from cpom_scorm.diagnostics import Report
from cpom_scorm.editions import EDITIONS
from cpom_scorm.rules.course_rules import judge_course

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.editions import Edition


def check_course(folder: Path, *, strict: bool, editions: Iterable[Edition] = EDITIONS) -> Report:
    """Find what is wrong with a course and its lock file, and where it is too large. Writes nothing."""
    loaded, report = load_and_check(folder, strict=strict)
    if loaded.course is None:
        return report
    lock, found = read_lock(folder / LOCK_NAME, (folder / LOCK_NAME).as_posix())
    if lock is not None or not found:
        found = [*found, *check_lock(lock, loaded.course)]
    report += Report.of(found, strict=strict)
    if report.has_errors:
        return report
    return report + Report.of(check_room(loaded, extend(lock, loaded.course)[0], editions), strict=strict)


def load_and_check(folder: Path, *, strict: bool) -> tuple[LoadedCourse, Report]:
    """Read a course and apply the course rules; a course that cannot be read is None with errors."""
    loaded = load_course(folder)
    if loaded.course is None:
        return loaded, loaded.report
    return loaded, Report.of((*loaded.report, *judge_course(loaded, strict=strict)), strict=strict)
