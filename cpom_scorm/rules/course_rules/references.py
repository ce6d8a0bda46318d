"""Whether what a question points to exists, and whether objectives are asked about."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from cpom_scorm.course.contents import placed_questions
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpom_scorm.course.load import LoadedCourse

_LONGEST_LIST = 12


@rule("QUE-003", "objective-unknown", Severity.ERROR, since="0.1", spec="author's format")
def objective_unknown(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A question is about an objective that its section does not have.

    What: `objective` names no id in the `objectives` of the section; in an assessment, which is a section
    without pages, in those of any section.
    Why it matters: the answer would count for no objective.
    Example: `objective: o11_9` in a section with o11_1 to o11_5.
    Fix: write the id of one of the section's objectives.
    """
    owners = {one.id: section for section in loaded.complete.sections for one in section.objectives}
    for placed in placed_questions(loaded.complete):
        section, whose = placed.section, "section"
        known = [objective.id for objective in section.objectives] if section else []
        if section and not section.pages:
            known, whose = list(owners), "course"
        named = placed.question.objective
        if named is not None and named not in known:
            message = f'the {whose if section else "welcome page"} has no objective "{named}"'
            if named in owners:
                message += f': it is one of the section "{owners[named].id}"'
            span = loaded.span((*placed.path, "objective"))
            yield Diagnostic(objective_unknown, message, span, _help(named, known))


@rule("QUE-004", "revisit-unknown", Severity.ERROR, since="0.1", spec="author's format")
def revisit_unknown(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A question sends learners to a page that does not exist.

    What: `revisit` names no page of the course.
    Why it matters: learners who answered wrongly would get a link that leads nowhere.
    Example: `revisit: one_doze` where the page is `one_dose`.
    Fix: write the id of a page.
    """
    known = list(dict.fromkeys(page.id for _, page, _ in loaded.complete.placed_pages()))
    for placed in placed_questions(loaded.complete):
        if placed.question.revisit is not None and placed.question.revisit not in known:
            message = f'there is no page "{placed.question.revisit}"'
            span = loaded.span((*placed.path, "revisit"))
            yield Diagnostic(revisit_unknown, message, span, _help(placed.question.revisit, known))


@rule(
    "QUE-026",
    "objective-without-question",
    Severity.NOTE,
    since="0.1",
    spec="author's format",
    strict=Severity.ERROR,
)
def objective_without_question(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """No question is about an objective. Told under `--strict` only.

    What: no question of a quiz, an assessment or a page names the objective.
    Why it matters: neither learners nor you will know whether the objective was reached.
    Example: `objectives: [{id: o1, text: Count stock}]` without `objective: o1` anywhere.
    Fix: write a question about it, or name it in one that is.
    """
    named = {placed.question.objective for placed in placed_questions(loaded.complete)}
    for at, section in enumerate(loaded.complete.sections):
        for place, objective in enumerate(section.objectives):
            if objective.id not in named:
                message = f'no question is about the objective "{objective.id}"'
                span = loaded.span(("sections", at, "objectives", place, "id"))
                help_text = "write a question about it, or name it in one that is"
                yield Diagnostic(objective_without_question, message, span, help_text)


def _help(word: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, known, 1)
    if near:
        return f'write "{near[0]}"'
    if len(known) > _LONGEST_LIST:
        return "write the id of one that exists"
    return f"write one of {', '.join(known)}" if known else "remove the line"


RULES = (objective_unknown, revisit_unknown, objective_without_question)
