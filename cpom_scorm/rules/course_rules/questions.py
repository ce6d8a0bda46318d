"""Whether questions can be answered and graded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.course.contents import placed_questions
from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.editions import EDITIONS
from cpom_scorm.interactions import Choice
from cpom_scorm.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.source import DataPath

_FEWEST_OPTIONS = 2


@rule("QUE-005", "correct-option-unknown", Severity.ERROR, since="0.1", spec="author's format")
def correct_option_unknown(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The answer key of a choice names an option that does not exist.

    What: `correct` holds an id that no option has.
    Why it matters: nobody could answer the question correctly.
    Example: `correct: e` with options a to d.
    Fix: write the id of an option.
    """
    for path, choice in _choices(loaded):
        known = [option.id for option in choice.options]
        for at, name in enumerate(choice.correct_ids):
            if name not in known:
                message = f'"correct" names the option "{name}", which does not exist'
                help_text = f"write one of {', '.join(known)}" if known else "add options"
                yield Diagnostic(
                    correct_option_unknown, message, loaded.span((*path, "correct", at)), help_text
                )


@rule("QUE-006", "correct-count", Severity.ERROR, since="0.1", spec="author's format")
def correct_count(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A choice has too many or too few correct options.

    What: with `select: one` there is not exactly one correct option, or `correct` is an empty list.
    Why it matters: learners can pick one option only, so the question could not be answered correctly.
    Example: `select: one` with `correct: [a, c]`.
    Fix: write `select: many`, or leave one id in `correct`.
    """
    for path, choice in _choices(loaded):
        count = len(set(choice.correct_ids))
        if count == 0 or (choice.select == "one" and count > 1):
            message = f'"correct" names {count} options, but only one can be selected'
            help_text = "leave one id, or write select: many"
            if count == 0:
                message, help_text = '"correct" names no option', "name at least one option"
            yield Diagnostic(correct_count, message, loaded.span((*path, "correct")), help_text)


@rule("QUE-007", "too-few-options", Severity.ERROR, since="0.1", spec="author's format")
def too_few_options(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A question has too little to choose from.

    What: a choice has fewer than two options, or a matching fewer than two sources or targets.
    Why it matters: with one option there is nothing to decide.
    Example: `options: [{id: a, text: Count}]`.
    Fix: add an option, or ask another way.
    """
    for placed in placed_questions(loaded.complete):
        for role in _roles(placed.question.kind):
            count = sum(its == role for its, _ in placed.question.option_ids())
            if count < _FEWEST_OPTIONS:
                message = f'"{role}s" holds {count or "no"} {"entry" if count == 1 else "entries"}'
                span = loaded.key_span((*placed.path, f"{role}s"))
                yield Diagnostic(too_few_options, message, span, f"write at least {_FEWEST_OPTIONS}")


@rule("QUE-008", "too-many-options", Severity.ERROR, since="0.1", spec="RUN-53; 1.2 RTE 3.4.7")
def too_many_options(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A question has more options than SCORM 1.2 can tell apart.

    What: a question has more than 36 options, sources or targets.
    Why it matters: SCORM 1.2 records an answer by one character 0-9 or a-z for each option.
    Example: a matching with 40 targets.
    Fix: split the question.
    """
    for placed in placed_questions(loaded.complete):
        kind = placed.question.kind
        most = min(edition.responses[kind].max_items for edition in EDITIONS)
        for role in _roles(kind):
            count = sum(its == role for its, _ in placed.question.option_ids())
            if count > most:
                message = f'"{role}s" holds {count} entries, but {most} can be reported'
                span = loaded.key_span((*placed.path, f"{role}s"))
                yield Diagnostic(too_many_options, message, span, "split the question")


@rule("QUE-014", "option-text-twice", Severity.ERROR, since="0.1", spec="author's format")
def option_text_twice(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """Two options of a question read the same.

    What: the text of an option, source or target is used twice in one list of a question.
    Why it matters: learners cannot tell the two apart, but only one of them counts as correct.
    Example: `options: [{id: a, text: Count}, {id: b, text: Count}]`.
    Fix: change or remove one of them.
    """
    for placed in placed_questions(loaded.complete):
        for role in _roles(placed.question.kind):
            first: dict[str, DataPath] = {}
            for at, option in enumerate(getattr(placed.question, f"{role}s")):
                path = (*placed.path, f"{role}s", at, "text")
                text = " ".join(option.text.casefold().split())
                if text in first:
                    label = Label(loaded.span(first[text]), "first used here")
                    message = f'two entries of "{role}s" have the same text'
                    help_text = "change or remove one of them"
                    yield Diagnostic(option_text_twice, message, loaded.span(path), help_text, (label,))
                first.setdefault(text, path)


@rule(
    "QUE-015",
    "option-without-feedback",
    Severity.NOTE,
    since="0.1",
    spec="author's format",
    strict=Severity.ERROR,
)
def option_without_feedback(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """An option has no feedback of its own. Told under `--strict` only.

    What: a choice gives one feedback for the whole question and none for this option.
    Why it matters: learners who chose a wrong option learn most from why that one is wrong.
    Example: `{id: a, text: Count first}`.
    Fix: add `feedback` to the option.
    """
    for path, choice in _choices(loaded):
        for at, option in enumerate(choice.options):
            if option.feedback is None:
                message = f'the option "{option.id}" of "{choice.id}" has no feedback of its own'
                span = loaded.span((*path, "options", at))
                yield Diagnostic(option_without_feedback, message, span, 'add "feedback" to the option')


@rule("QUE-016", "correct-option-twice", Severity.ERROR, since="0.1", spec="2004 RTE 4.2.9.1")
def correct_option_twice(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The answer key of a choice names an option twice.

    What: `correct` lists the same id more than once.
    Why it matters: most likely another option was meant, and SCORM 2004 refuses patterns with repeats.
    Example: `correct: [a, a]`.
    Fix: remove the repeated id, or write the one that was meant.
    """
    for path, choice in _choices(loaded):
        for at, name in enumerate(choice.correct_ids):
            if name in choice.correct_ids[:at]:
                message = f'"correct" names the option "{name}" twice'
                span = loaded.span((*path, "correct", at))
                yield Diagnostic(correct_option_twice, message, span, "remove the repeated id")


def _choices(loaded: LoadedCourse) -> Iterator[tuple[DataPath, Choice]]:
    for placed in placed_questions(loaded.complete):
        if isinstance(placed.question, Choice):
            yield placed.path, placed.question


def _roles(kind: str) -> tuple[str, ...]:
    """Name the lists of a kind of question, also where they are empty."""
    return {"choice": ("option",), "matching": ("source", "target")}.get(kind, ())


RULES = (
    correct_option_unknown,
    correct_count,
    too_few_options,
    too_many_options,
    option_text_twice,
    option_without_feedback,
    correct_option_twice,
)
