"""Whether what counts as correct in a numeric question holds together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.interactions import Numeric
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import questions_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse


@rule("QUE-011", "range-reversed", Severity.ERROR, since="0.1", spec="author's format")
def range_reversed(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The range of a numeric question ends before it begins.

    What: `min` is larger than `max`.
    Why it matters: no number lies between the two, so nobody could answer correctly.
    Example: `range: {min: 26, max: 24}`.
    Fix: swap the two.
    """
    for path, numeric in questions_of(loaded, Numeric):
        if numeric.range and numeric.range.min > numeric.range.max:
            low, high = numeric.range.min, numeric.range.max
            message = f'"min" is {low:.15g}, which is more than "max", {high:.15g}'
            yield Diagnostic(range_reversed, message, loaded.span((*path, "range", "min")), "swap the two")


@rule("QUE-012", "key-outside-range", Severity.ERROR, since="0.1", spec="author's format")
def key_outside_range(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The correct number lies outside the range that counts as correct.

    What: `correct` is smaller than `min` or larger than `max`.
    Why it matters: learners who give the answer that you show them would be told that it is wrong.
    Example: `correct: 25` with `range: {min: 30, max: 40}`.
    Fix: correct the number or the range.
    """
    for path, numeric in questions_of(loaded, Numeric):
        between = numeric.range
        if between and between.min <= between.max and not between.min <= numeric.correct <= between.max:
            told = f"{between.min:.15g} to {between.max:.15g}"
            message = f'"correct" is {numeric.correct:.15g}, outside the range {told}'
            span = loaded.span((*path, "correct"))
            yield Diagnostic(key_outside_range, message, span, "correct the number or the range")


@rule("QUE-013", "tolerance-and-range", Severity.ERROR, since="0.1", spec="author's format")
def tolerance_and_range(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A numeric question has both `tolerance` and `range`.

    What: two keys say what counts as correct.
    Why it matters: only one of them can hold, and readers of the course could not tell which.
    Example: `tolerance: 1` beside `range: {min: 24, max: 26}`.
    Fix: keep one of the two.
    """
    for path, numeric in questions_of(loaded, Numeric):
        if numeric.tolerance is not None and numeric.range is not None:
            message = '"tolerance" and "range" both say what counts as correct'
            span = loaded.key_span((*path, "tolerance"))
            yield Diagnostic(tolerance_and_range, message, span, "keep one of the two")


RULES = (range_reversed, key_outside_range, tolerance_and_range)
