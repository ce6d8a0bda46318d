"""Course folder → findings, without building anything: what `check` prints and what a build begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.budget import check_room
from cpom_scorm.course.load import load_course
from cpom_scorm.course.lock import LOCK_NAME, check_lock, extend, read_lock
from cpom_scorm.diagnostics import Report
from cpom_scorm.editions import EDITIONS
from cpom_scorm.render.theme import load_theme
from cpom_scorm.republish.builds import check_answers
from cpom_scorm.rules.course_rules import judge_course, judge_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.diagnostics import Diagnostic
    from cpom_scorm.editions import Edition


def check_course(
    folder: Path, *, strict: bool, editions: Iterable[Edition] = EDITIONS, themes: Sequence[Path] = ()
) -> Report:
    """Find what is wrong with a course, its lock file and its theme, or too large. Writes nothing.

    `themes`: folders of themes that it is to be built with, the foremost first.
    """
    loaded, report = load_and_check(folder, strict=strict)
    about_theme = Report.of(load_theme(folder, themes).diagnostics, strict=strict)
    if loaded.course is None:
        return report + about_theme
    lock, found = read_lock(folder / LOCK_NAME, (folder / LOCK_NAME).as_posix())
    if lock is not None or not found:
        found = [*found, *check_lock(lock, loaded.course)]
    report += Report.of(found, strict=strict)
    if report.has_errors:
        return report + about_theme
    extended = extend(lock, loaded.course)[0]
    about_progress = (
        *check_room(loaded, extended, editions),
        *check_answers(loaded, lock, extended),
    )
    return report + about_theme + Report.of(about_progress, strict=strict)


def load_and_check(folder: Path, *, strict: bool) -> tuple[LoadedCourse, Report]:
    """Read a course and apply the course rules to all of it that can be read; with errors it is None."""
    loaded = load_course(folder)
    judged: Iterable[Diagnostic] = ()
    if loaded.course:
        judged = judge_course(loaded, strict=strict)
    elif loaded.part:
        judged = judge_part(loaded.part, strict=strict)
    return loaded, Report.of((*loaded.report, *judged), strict=strict)
