"""Whether the lists of questions hold what learners can choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.course.contents import placed_questions
from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.editions import EDITIONS
from cpom_scorm.interactions import Cloze, FillIn
from cpom_scorm.interactions.options import AnyOption
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import all_lists, lists_of, questions_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpom_scorm.blocks import Role
    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.source import DataPath

_FEWEST: Mapping[Role, int] = {"option": 2, "source": 2, "target": 2, "answer": 2, "gap": 1, "step": 1}
_FEWEST_OFFERED = 2
_NAMED_IN_ANSWERS = ("option", "source", "target", "step", "answer")
"""Roles whose entries one answer names; rows and gaps are reported one by one."""


@rule("QUE-007", "too-few-options", Severity.ERROR, since="0.1", spec="author's format")
def too_few_options(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A question has too little to choose from, or no text that counts as correct.

    What: fewer than two options, areas, points of a scale, sources, targets, items or categories; a scenario
    without steps or a cloze without gaps; a gap that offers one option; an empty `accept`.
    Why it matters: with one option there is nothing to decide, and with none there is no correct answer.
    Example: `options: [{id: a, text: Count}]`.
    Fix: add an option, or ask another way.
    """
    for path, count, fewest in _counted(loaded):
        if count < fewest:
            message = f'"{path[-1]}" holds {count or "no"} {"entry" if count == 1 else "entries"}'
            yield Diagnostic(too_few_options, message, loaded.key_span(path), f"write at least {fewest}")


@rule("QUE-008", "too-many-options", Severity.ERROR, since="0.1", spec="RUN-53; 1.2 RTE 3.4.7")
def too_many_options(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A question has more options than SCORM 1.2 can tell apart.

    What: a question has more than 36 options, areas, sources, targets or steps.
    Why it matters: SCORM 1.2 records an answer by one character 0-9 or a-z for each option.
    Example: a matching with 40 targets.
    Fix: split the question.
    """
    for placed in placed_questions(loaded.complete):
        most = min(edition.responses[placed.question.kind].max_items for edition in EDITIONS)
        for listed in lists_of(placed.path, placed.question):
            count = len(listed.entries)
            if listed.role in _NAMED_IN_ANSWERS and count > most:
                message = f'"{listed.name}" holds {count} entries, but {most} can be reported'
                span = loaded.key_span(listed.path)
                yield Diagnostic(too_many_options, message, span, "split the question")


@rule("QUE-014", "option-text-twice", Severity.ERROR, since="0.1", spec="author's format")
def option_text_twice(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """Two options of a question read the same.

    What: the text of an option, area, source, target, item, category, statement, criterion or decision is
    used twice in one list, or an option of a gap is. Capital letters do not count; options whose pictures
    have different `alt` texts are not the same.
    Why it matters: learners cannot tell the two apart, but only one of them counts as correct.
    Example: `options: [{id: a, text: Count}, {id: b, text: Count}]`.
    Fix: change or remove one of them.
    """
    for texts in _text_lists(loaded):
        first: dict[str, DataPath] = {}
        for path, text in texts:
            folded = " ".join(text.casefold().split())
            if folded in first:
                label = Label(loaded.span(first[folded]), "first used here")
                name = next(key for key in reversed(path) if isinstance(key, str) and key != "text")
                message = f'two entries of "{name}" have the same text'
                help_text = "change or remove one of them"
                yield Diagnostic(option_text_twice, message, loaded.span(path), help_text, (label,))
            first.setdefault(folded, path)


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

    What: a choice or hotspot gives one feedback for the whole question and none for this option, or a
    decision in a scenario has no consequence.
    Why it matters: learners who chose a wrong option learn most from why that one is wrong.
    Example: `{id: a, text: Count first}`.
    Fix: add `feedback` to the option.
    """
    for listed in all_lists(loaded):
        for at, option in enumerate(listed.entries):
            if isinstance(option, AnyOption) and option.feedback is None:
                message = f'the option "{option.id}" of {listed.place} has no feedback of its own'
                span = loaded.span((*listed.path, at))
                yield Diagnostic(option_without_feedback, message, span, 'add "feedback" to the option')


def _counted(loaded: LoadedCourse) -> Iterator[tuple[DataPath, int, int]]:
    """Give each list with the number of its entries and how many it must have."""
    for listed in all_lists(loaded):
        yield listed.path, len(listed.entries), _FEWEST.get(listed.role, 0)
    for path, question in questions_of(loaded, FillIn):
        yield (*path, "accept"), len(question.accept), 1
    for path, cloze in questions_of(loaded, Cloze):
        for at, gap in enumerate(cloze.gaps):
            yield (*path, "gaps", at, "accept"), len(gap.accept), 1
            if gap.options:
                yield (*path, "gaps", at, "options"), len(gap.options), _FEWEST_OFFERED


def _text_lists(loaded: LoadedCourse) -> Iterator[list[tuple[DataPath, str]]]:
    """Give the texts that must differ, list by list, with their paths."""
    for listed in all_lists(loaded):
        if listed.role not in ("gap", "step"):
            yield [
                ((*listed.path, at, "text"), f"{entry.text} {getattr(entry, 'alt', None) or ''}")
                for at, entry in enumerate(listed.entries)
            ]
    for path, cloze in questions_of(loaded, Cloze):
        for at, gap in enumerate(cloze.gaps):
            yield [((*path, "gaps", at, "options", place), text) for place, text in enumerate(gap.options)]


RULES = (too_few_options, too_many_options, option_text_twice, option_without_feedback)
