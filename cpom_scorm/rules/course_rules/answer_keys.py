"""Whether the answer keys of matching and numeric questions hold together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.course.contents import placed_questions
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.interactions import Matching, Numeric
from cpom_scorm.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.source import DataPath


@rule("QUE-009", "matching-key-incomplete", Severity.ERROR, since="0.1", spec="author's format")
def matching_key_incomplete(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The answer key of a matching leaves out a source.

    What: `correct` has no target for one of the sources.
    Why it matters: nobody could answer the question correctly.
    Example: sources s1 and s2 with `correct: {s1: t1}`.
    Fix: add the missing pair.
    """
    for path, matching in _matchings(loaded):
        for source in matching.sources:
            if source.id not in matching.correct:
                message = f'"correct" has no target for the source "{source.id}"'
                span = loaded.key_span((*path, "correct"))
                yield Diagnostic(matching_key_incomplete, message, span, f'add a pair for "{source.id}"')


@rule("QUE-010", "matching-key-unknown", Severity.ERROR, since="0.1", spec="author's format")
def matching_key_unknown(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The answer key of a matching names what does not exist.

    What: `correct` holds an id that no source, or no target, has.
    Why it matters: nobody could answer the question correctly.
    Example: `correct: {s1: t9}` with targets t1 to t4.
    Fix: write ids of sources before the colons and ids of targets after them.
    """
    for path, matching in _matchings(loaded):
        sources = [source.id for source in matching.sources]
        targets = [target.id for target in matching.targets]
        for source, target in matching.correct.items():
            place = (*path, "correct", source)
            if source not in sources:
                message = f'"correct" names the source "{source}", which does not exist'
                help_text = f"write one of {', '.join(sources)}"
                yield Diagnostic(matching_key_unknown, message, loaded.key_span(place), help_text)
            if target not in targets:
                message = f'"correct" names the target "{target}", which does not exist'
                help_text = f"write one of {', '.join(targets)}"
                yield Diagnostic(matching_key_unknown, message, loaded.span(place), help_text)


@rule("QUE-011", "range-reversed", Severity.ERROR, since="0.1", spec="author's format")
def range_reversed(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The range of a numeric question ends before it begins.

    What: `min` is larger than `max`.
    Why it matters: no number lies between the two, so nobody could answer correctly.
    Example: `range: {min: 26, max: 24}`.
    Fix: swap the two.
    """
    for path, numeric in _numerics(loaded):
        if numeric.range and numeric.range.min > numeric.range.max:
            message = f'"min" is {numeric.range.min:g}, which is more than "max", {numeric.range.max:g}'
            yield Diagnostic(range_reversed, message, loaded.span((*path, "range", "min")), "swap the two")


@rule("QUE-012", "key-outside-range", Severity.ERROR, since="0.1", spec="author's format")
def key_outside_range(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The correct number lies outside the range that counts as correct.

    What: `correct` is smaller than `min` or larger than `max`.
    Why it matters: learners who give the answer that you show them would be told that it is wrong.
    Example: `correct: 25` with `range: {min: 30, max: 40}`.
    Fix: correct the number or the range.
    """
    for path, numeric in _numerics(loaded):
        between = numeric.range
        if between and between.min <= between.max and not between.min <= numeric.correct <= between.max:
            message = (
                f'"correct" is {numeric.correct:g}, outside the range {between.min:g} to {between.max:g}'
            )
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
    for path, numeric in _numerics(loaded):
        if numeric.tolerance is not None and numeric.range is not None:
            message = '"tolerance" and "range" both say what counts as correct'
            span = loaded.key_span((*path, "tolerance"))
            yield Diagnostic(tolerance_and_range, message, span, "keep one of the two")


def _matchings(loaded: LoadedCourse) -> Iterator[tuple[DataPath, Matching]]:
    for placed in placed_questions(loaded.complete):
        if isinstance(placed.question, Matching):
            yield placed.path, placed.question


def _numerics(loaded: LoadedCourse) -> Iterator[tuple[DataPath, Numeric]]:
    for placed in placed_questions(loaded.complete):
        if isinstance(placed.question, Numeric):
            yield placed.path, placed.question


RULES = (
    matching_key_incomplete,
    matching_key_unknown,
    range_reversed,
    key_outside_range,
    tolerance_and_range,
)
