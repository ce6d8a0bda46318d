"""Whether learners can type, or choose, what counts as correct in fill_in and cloze."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cpom_scorm.course.markdown_scan import Found
from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.interactions import Cloze, FillIn
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import questions_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.source import DataPath

_MARK = re.compile(r"\[\[([^\[\]\n]*)\]\]")
"""Whatever is meant as a gap, also where learners would see the brackets."""


class _Typed(NamedTuple):
    """What is accepted in one field."""

    path: DataPath
    accept: tuple[str, ...]
    options: tuple[str, ...]
    question: FillIn | Cloze

    def folded(self, text: str) -> str:
        """Give the text as it is compared with an answer."""
        line = " ".join(text.split())
        return line if self.question.case_matters else line.casefold()


@rule("QUE-031", "gaps-and-text", Severity.ERROR, since="0.1", spec="author's format")
def gaps_and_text(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The gaps of a cloze and its text do not agree.

    What: a gap does not stand in `text`, stands there twice, or `text` holds `[[…]]` that is no id of a gap.
    Why it matters: learners could not fill the gap, or would read the brackets.
    Example: `text: I am [[feeling]].` with a gap called `feelings`.
    Fix: write `[[id]]` exactly once for each gap.
    """
    for path, cloze in questions_of(loaded, Cloze):
        known = [gap.id for gap in cloze.gaps]
        marks = list(_MARK.finditer(cloze.text))
        for at, mark in enumerate(marks):
            span = loaded.place_of((*path, "text"), _place(mark))
            if mark[1] not in known:
                help_text = f"write one of {', '.join(known)}, or add a gap" if known else "add the gap"
                message = f'the text holds "{mark[0]}", but no gap has this id'
                yield Diagnostic(gaps_and_text, message, span, help_text)
            elif mark[1] in [earlier[1] for earlier in marks[:at]]:
                message = f'the gap "{mark[1]}" stands in the text twice'
                yield Diagnostic(gaps_and_text, message, span, "give each place a gap of its own")
        for at, name in enumerate(known):
            if name not in [mark[1] for mark in marks]:
                message = f'the gap "{name}" does not stand in the text'
                span = loaded.span((*path, "gaps", at, "id"))
                yield Diagnostic(gaps_and_text, message, span, f'write "[[{name}]]" where it belongs')


@rule("QUE-032", "accepted-not-offered", Severity.ERROR, since="0.1", spec="author's format")
def accepted_not_offered(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A text that counts as correct is not among the options of its gap.

    What: a gap has `options`, and `accept` holds a text that is none of them.
    Why it matters: learners choose from the options, so they could not give that answer.
    Example: `accept: [safety]` with `options: [Staffing, Billing]`.
    Fix: add the text to `options`, or write in `accept` what stands there.
    """
    for typed in _typed(loaded):
        offered = [typed.folded(option) for option in typed.options]
        for at, text in enumerate(typed.accept):
            if offered and typed.folded(text) not in offered:
                message = f'"{text}" counts as correct, but is not among the options of the gap'
                span = loaded.span((*typed.path, "accept", at))
                help_text = 'add it to "options", or write in "accept" what stands there'
                yield Diagnostic(accepted_not_offered, message, span, help_text)


@rule("QUE-033", "accepted-too-long", Severity.ERROR, since="0.1", spec="author's format")
def accepted_too_long(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A text that counts as correct is longer than answers can be.

    What: a text in `accept`, or in the `options` of a gap, takes more bytes of UTF-8 than `max_length`, which
    is 60 when left out. English letters take one byte, others two to four.
    Why it matters: learners could not type the answer, or it would be cut when progress is saved.
    Example: `accept: [an unusually long answer]` with `max_length: 20`.
    Fix: raise `max_length`, or accept a shorter text.
    """
    for typed in _typed(loaded):
        most = typed.question.max_length
        for name, texts in (("accept", typed.accept), ("options", typed.options)):
            for at, text in enumerate(texts):
                size = len(" ".join(text.split()).encode())
                if size > most:
                    message = f'"{text}" takes {size} bytes, but "max_length" is {most}'
                    span = loaded.span((*typed.path, name, at))
                    help_text = f'write "max_length: {size}" or more, or shorten the text'
                    yield Diagnostic(accepted_too_long, message, span, help_text)


@rule("QUE-034", "accepted-text-twice", Severity.WARNING, since="0.1", spec="author's format")
def accepted_text_twice(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """Two accepted texts are the same to the learner.

    What: two texts in `accept` differ in spaces only, or in capital letters where those do not matter.
    Why it matters: LMSs get the first five texts only, and most likely another spelling was meant.
    Example: `accept: [system, System]`.
    Fix: remove one, or write the spelling that was meant.
    """
    for typed in _typed(loaded):
        first: dict[str, DataPath] = {}
        for at, text in enumerate(typed.accept):
            path = (*typed.path, "accept", at)
            folded = typed.folded(text)
            if folded in first:
                label = Label(loaded.span(first[folded]), "first accepted here")
                message = f'"{text}" is accepted already'
                help_text = "remove it, or write the spelling that was meant"
                yield Diagnostic(accepted_text_twice, message, loaded.span(path), help_text, (label,))
            first.setdefault(folded, path)


def _typed(loaded: LoadedCourse) -> Iterator[_Typed]:
    for path, question in questions_of(loaded, FillIn):
        yield _Typed(path, question.accept, (), question)
    for path, cloze in questions_of(loaded, Cloze):
        for at, gap in enumerate(cloze.gaps):
            yield _Typed((*path, "gaps", at), gap.accept, gap.options, cloze)


def _place(mark: re.Match[str]) -> Found:
    before = mark.string[: mark.start()]
    return Found(before.count("\n") + 1, len(before) - before.rfind("\n"), len(mark[0]))


RULES = (gaps_and_text, accepted_not_offered, accepted_too_long, accepted_text_twice)
