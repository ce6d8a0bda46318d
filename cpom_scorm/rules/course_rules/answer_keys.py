"""Whether answer keys name what exists, and enough of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.interactions import Categorise, Matching, Performance, Selection, Sequencing
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import questions_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.source import DataPath


@rule("QUE-005", "correct-option-unknown", Severity.ERROR, since="0.1", spec="author's format")
def correct_option_unknown(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The answer key names an option that does not exist.

    What: `correct` of a choice, a hotspot or a step of a scenario holds an id that no option, or area, has.
    Why it matters: nobody could answer the question correctly.
    Example: `correct: e` with options a to d.
    Fix: write the id of an option.
    """
    for path, names, known in _option_keys(loaded):
        for at, name in enumerate(names):
            if name not in known:
                message = f'"correct" names the option "{name}", which does not exist'
                help_text = f"write one of {', '.join(known)}" if known else "add options"
                yield Diagnostic(correct_option_unknown, message, loaded.span((*path, at)), help_text)


@rule("QUE-006", "correct-count", Severity.ERROR, since="0.1", spec="author's format")
def correct_count(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A choice or hotspot has too many or too few correct options.

    What: with `select: one` there is not exactly one correct option, or `correct` is an empty list.
    Why it matters: learners can pick one option only, so the question could not be answered correctly.
    Example: `select: one` with `correct: [a, c]`.
    Fix: write `select: many`, or leave one id in `correct`.
    """
    for path, question in questions_of(loaded, Selection):
        count = len(set(question.correct_ids))
        if count == 0 or (question.select == "one" and count > 1):
            message = f'"correct" names {count} options, but only one can be selected'
            help_text = "leave one id, or write select: many"
            if count == 0:
                message, help_text = '"correct" names no option', "name at least one option"
            yield Diagnostic(correct_count, message, loaded.span((*path, "correct")), help_text)


@rule("QUE-009", "matching-key-incomplete", Severity.ERROR, since="0.1", spec="author's format")
def matching_key_incomplete(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The answer key of a matching leaves out a source, or that of a categorise an item.

    What: `correct` has no target for one of the sources, or no category for one of the items.
    Why it matters: nobody could answer the question correctly.
    Example: sources s1 and s2 with `correct: {s1: t1}`.
    Fix: add the missing pair.
    """
    for path, question in _pair_questions(loaded):
        source_word, target_word = _pair_words(question)
        for source in getattr(question, question.lists["source"]):
            if source.id not in question.correct:
                message = f'"correct" has no {target_word} for the {source_word} "{source.id}"'
                span = loaded.key_span((*path, "correct"))
                yield Diagnostic(matching_key_incomplete, message, span, f'add a pair for "{source.id}"')


@rule("QUE-010", "matching-key-unknown", Severity.ERROR, since="0.1", spec="author's format")
def matching_key_unknown(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The answer key of a matching or categorise names what does not exist.

    What: `correct` holds an id that no source or item, or no target or category, has.
    Why it matters: nobody could answer the question correctly.
    Example: `correct: {s1: t9}` with targets t1 to t4.
    Fix: write ids of sources or items before the colons, and ids of targets or categories after them.
    """
    for path, question in _pair_questions(loaded):
        source_word, target_word = _pair_words(question)
        sources = [source.id for source in getattr(question, question.lists["source"])]
        targets = [target.id for target in getattr(question, question.lists["target"])]
        for source, target in question.correct.items():
            place = (*path, "correct", source)
            if source not in sources:
                message = f'"correct" names the {source_word} "{source}", which does not exist'
                help_text = f"write one of {', '.join(sources)}" if sources else f"add the {source_word}"
                yield Diagnostic(matching_key_unknown, message, loaded.key_span(place), help_text)
            if target not in targets:
                message = f'"correct" names the {target_word} "{target}", which does not exist'
                help_text = f"write one of {', '.join(targets)}" if targets else f"add the {target_word}"
                yield Diagnostic(matching_key_unknown, message, loaded.span(place), help_text)


@rule("QUE-016", "correct-option-twice", Severity.ERROR, since="0.1", spec="2004 RTE 4.2.9.1")
def correct_option_twice(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The answer key of a choice or hotspot names an option twice.

    What: `correct` lists the same id more than once.
    Why it matters: most likely another option was meant, and SCORM 2004 refuses patterns with repeats.
    Example: `correct: [a, a]`.
    Fix: remove the repeated id, or write the one that was meant.
    """
    for path, question in questions_of(loaded, Selection):
        for at in _repeats(question.correct_ids):
            message = f'"correct" names the option "{question.correct_ids[at]}" twice'
            span = loaded.span((*path, "correct", at))
            yield Diagnostic(correct_option_twice, message, span, "remove the repeated id")


@rule("QUE-018", "order-incomplete", Severity.ERROR, since="0.1", spec="author's format")
def order_incomplete(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The answer key of a sequencing is not an order of its options.

    What: `correct` leaves out an option, names one twice, or names one that does not exist.
    Why it matters: learners always put all options in order, so no answer could be correct.
    Example: options a, b and c with `correct: [b, a]`.
    Fix: write the id of each option once, or leave `correct` out and list the options in the correct order.
    """
    for path, question in questions_of(loaded, Sequencing):
        known = [option.id for option in question.options]
        place = (*path, "correct")
        if not question.correct:
            continue
        for at, name in enumerate(question.correct):
            if name not in known:
                message = f'"correct" names the option "{name}", which does not exist'
                help_text = f"write one of {', '.join(known)}"
                yield Diagnostic(order_incomplete, message, loaded.span((*place, at)), help_text)
        for at in _repeats(question.correct):
            message = f'"correct" names the option "{question.correct[at]}" twice'
            yield Diagnostic(order_incomplete, message, loaded.span((*place, at)), "remove the repeated id")
        for name in known:
            if name not in question.correct:
                message = f'"correct" leaves out the option "{name}"'
                span = loaded.key_span(place)
                yield Diagnostic(order_incomplete, message, span, f'write "{name}" where it belongs')


def _option_keys(loaded: LoadedCourse) -> Iterator[tuple[DataPath, Sequence[str], list[str]]]:
    """Give the path of each key, the ids in it and the ids that exist."""
    for path, question in questions_of(loaded, Selection):
        known = [option.id for option in getattr(question, question.lists["option"])]
        yield (*path, "correct"), question.correct_ids, known
    for path, scenario in questions_of(loaded, Performance):
        for at, step in enumerate(scenario.steps):
            known = [option.id for option in step.options]
            yield (*path, "steps", at, "correct"), (step.correct,), known


def _pair_questions(loaded: LoadedCourse) -> Iterator[tuple[DataPath, Matching | Categorise]]:
    yield from questions_of(loaded, Matching)
    yield from questions_of(loaded, Categorise)


def _pair_words(question: Matching | Categorise) -> tuple[str, str]:
    return ("source", "target") if isinstance(question, Matching) else ("item", "category")


def _repeats(names: Sequence[str]) -> Iterator[int]:
    """Give the places of names that stood further ahead already."""
    return (at for at, name in enumerate(names) if name in names[:at])


RULES = (
    correct_option_unknown,
    correct_count,
    matching_key_incomplete,
    matching_key_unknown,
    correct_option_twice,
    order_incomplete,
)
