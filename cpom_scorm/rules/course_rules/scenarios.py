"""Whether the decisions of a scenario lead where they say, and whether the LMS can keep the path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.editions import EDITIONS
from cpom_scorm.interactions import Performance
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import questions_of, reached_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.editions.edition import ResponseForm
    from cpom_scorm.interactions.performance import Decision
    from cpom_scorm.source import DataPath


@rule("QUE-027", "next-step-unknown", Severity.ERROR, since="0.1", spec="author's format")
def next_step_unknown(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A decision leads to a step that does not exist.

    What: `next` is not the id of a step of the same scenario.
    Why it matters: the scenario would end in the middle of the story.
    Example: `next: asks` where the step is called `ask`.
    Fix: write the id of a later step, or `ends: true`.
    """
    for path, scenario, at, decision in _decisions(loaded):
        steps = [step.id for step in scenario.steps]
        if decision.next is not None and decision.next not in steps:
            message = f'"next" names the step "{decision.next}", which does not exist'
            later = ", ".join(steps[at + 1 :])
            help_text = f"write one of {later}, or ends: true" if later else "write ends: true"
            yield Diagnostic(next_step_unknown, message, loaded.span((*path, "next")), help_text)


@rule("QUE-028", "next-step-behind", Severity.ERROR, since="0.1", spec="author's format")
def next_step_behind(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A decision leads back to a step that was already taken.

    What: `next` names the decision's own step or one above it in the list.
    Why it matters: scenarios only move forward, so that each step is answered and reported once; the scenario
    would end here instead.
    Example: `next: first` in the step after `first`.
    Fix: write the id of a later step, or tell in the feedback what would have been better.
    """
    for path, scenario, at, decision in _decisions(loaded):
        taken = [step.id for step in scenario.steps[: at + 1]]
        if decision.next in taken:
            where = "to its own step" if decision.next == taken[-1] else f'back to the step "{decision.next}"'
            message = f'the decision "{decision.id}" leads {where}'
            span = loaded.span((*path, "next"))
            help_text = "write the id of a later step, or ends: true"
            yield Diagnostic(next_step_behind, message, span, help_text)


@rule("QUE-029", "next-and-ends", Severity.ERROR, since="0.1", spec="author's format")
def next_and_ends(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A decision both leads on and ends the scenario.

    What: `next` stands beside `ends: true`.
    Why it matters: only one of them can hold: the scenario would end, and the next step be missed.
    Example: `{id: home, text: Send him home, next: ask, ends: true}`.
    Fix: keep one of the two.
    """
    for path, _, _, decision in _decisions(loaded):
        if decision.ends and decision.next is not None:
            message = f'the decision "{decision.id}" ends the scenario and leads to "{decision.next}"'
            span = loaded.key_span((*path, "next"))
            yield Diagnostic(next_and_ends, message, span, 'remove "next" or "ends"')


@rule("QUE-030", "step-unreachable", Severity.ERROR, since="0.1", spec="author's format")
def step_unreachable(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """No decision leads to a step of a scenario.

    What: every decision before the step ends the scenario or jumps over it.
    Why it matters: no learner ever sees the step.
    Example: a second step after a first one whose decisions all say `ends: true`.
    Fix: let a decision lead to the step, or remove the step.
    """
    for path, scenario in questions_of(loaded, Performance):
        leads = {at: _onward(scenario, at) for at in range(len(scenario.steps))}
        reached = reached_from(0, leads) if leads else set()
        for at, step in enumerate(scenario.steps):
            if at not in reached and not _has_wrong_turn(scenario):
                message = f'no decision leads to the step "{step.id}"'
                span = loaded.span((*path, "steps", at, "id"))
                help_text = "let a decision lead to it, or remove it"
                yield Diagnostic(step_unreachable, message, span, help_text)


@rule("QUE-039", "path-too-long", Severity.ERROR, since="0.1", spec="SCORM 1.2 RTE 3.4.4 CMIFeedback")
def path_too_long(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The longest path through a scenario is longer than LMSs keep.

    What: the ids of the steps and of the longest decisions, joined as the LMS gets them, have more characters
    than an edition allows for an answer; SCORM 1.2 allows 255.
    Why it matters: the end of the path would be cut off in reports.
    Example: ten steps whose ids, and those of their decisions, have 15 characters each.
    Fix: shorten the ids of steps and decisions before the course is published, or split the scenario.
    """
    for path, scenario in questions_of(loaded, Performance):
        for edition in EDITIONS:
            form = edition.responses[scenario.kind]
            longest = _longest_path(scenario, form)
            if longest > form.max_length:
                most = form.max_length
                message = f"the longest path takes {longest} characters, and {edition.title} keeps {most}"
                span = loaded.key_span((*path, "steps"))
                yield Diagnostic(path_too_long, message, span, "shorten the ids of steps and decisions")


def _decisions(loaded: LoadedCourse) -> Iterator[tuple[DataPath, Performance, int, Decision]]:
    """Give each decision with its path, its scenario and the place of its step."""
    for path, scenario in questions_of(loaded, Performance):
        for at, step in enumerate(scenario.steps):
            for place, decision in enumerate(step.options):
                yield (*path, "steps", at, "options", place), scenario, at, decision


def _onward(scenario: Performance, at: int) -> set[int]:
    following = (scenario.following(at, decision) for decision in scenario.steps[at].options)
    return {place for place in following if place is not None}


def _has_wrong_turn(scenario: Performance) -> bool:
    """Tell whether a `next` is wrong: that is told by itself, and the rest follows from it."""
    return any(
        decision.next is not None and not decision.ends and scenario.following(at, decision) is None
        for at, step in enumerate(scenario.steps)
        for decision in step.options
    )


def _longest_path(scenario: Performance, form: ResponseForm) -> int:
    """Give the characters of the longest answer that learners can reach."""
    after: dict[int | None, int] = {None: 0}
    for at in reversed(range(len(scenario.steps))):
        step = scenario.steps[at]
        ends = [0]
        for decision in step.options:
            onward = after[scenario.following(at, decision)]
            here = len(step.id) + len(form.pair_separator) + len(decision.id)
            ends.append(here + (len(form.item_separator) + onward if onward else 0))
        after[at] = max(ends)
    return after.get(0, 0)


RULES = (next_step_unknown, next_step_behind, next_and_ends, step_unreachable, path_too_long)
