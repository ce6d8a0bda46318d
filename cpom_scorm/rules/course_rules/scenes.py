"""Whether the choices of a scenario that learners explore lead somewhere, and whether it can end."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from cpom_scorm.blocks import Scenario
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import blocks_of, reached_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.blocks import Choice
    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.source import DataPath

_END = ""
"""Stands for the end of a scenario; no scene has this id."""


@rule("CRS-085", "choice-leads-nowhere", Severity.ERROR, since="0.1", spec="author's format")
def choice_leads_nowhere(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A choice in a scenario leads nowhere.

    What: `next` of the choice is not the id of a scene of the scenario, or the choice has neither `next` nor
    `ends: true`.
    Why it matters: the story would stop in the middle, and learners could not tell that from its end.
    Example: `next: plans` where the scene is called `plan`.
    Fix: write the id of a scene, or `ends: true`.
    """
    for path, scenario, choice in _choices(loaded):
        names = [scene.id for scene in scenario.scenes]
        help_text = f"write next: with one of {', '.join(names)}, or ends: true"
        if choice.next is not None and choice.next not in names:
            message = f'"next" names the scene "{choice.next}", which does not exist'
            yield Diagnostic(choice_leads_nowhere, message, loaded.span((*path, "next")), help_text)
        elif choice.next is None and not choice.ends:
            message = "the choice neither leads to a scene nor ends the scenario"
            yield Diagnostic(choice_leads_nowhere, message, loaded.span(path), help_text)


@rule("CRS-086", "choice-next-and-ends", Severity.ERROR, since="0.1", spec="author's format")
def choice_next_and_ends(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A choice in a scenario both leads on and ends it.

    What: `next` stands beside `ends: true`.
    Why it matters: only one of them can hold.
    Example: `{text: Wait, consequence: The queue grows., next: plan, ends: true}`.
    Fix: keep one of the two.
    """
    for path, _, choice in _choices(loaded):
        if choice.ends and choice.next is not None:
            message = f'the choice ends the scenario and leads to "{choice.next}"'
            span = loaded.key_span((*path, "next"))
            yield Diagnostic(choice_next_and_ends, message, span, 'remove "next" or "ends"')


@rule("CRS-087", "scene-unreachable", Severity.ERROR, since="0.1", spec="author's format")
def scene_unreachable(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """No choice leads to a scene of a scenario.

    What: whatever learners choose, from the first scene on, they never come to this one.
    Why it matters: no learner ever sees the scene.
    Example: a third scene, where all choices lead to the first and the second.
    Fix: let a choice lead to the scene, or remove it.
    """
    for path, scenario in _followable(loaded):
        reached = reached_from(scenario.scenes[0].id, _leads(scenario))
        for at, scene in enumerate(scenario.scenes):
            if scene.id not in reached:
                message = f'no choice leads to the scene "{scene.id}"'
                span = loaded.span((*path, "scenes", at, "id"))
                yield Diagnostic(scene_unreachable, message, span, "let a choice lead to it, or remove it")


@rule("CRS-088", "scene-without-way-out", Severity.ERROR, since="0.1", spec="author's format")
def scene_without_way_out(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """From a scene of a scenario no ending can be reached.

    What: whatever learners choose from here on, they come to no scene without choices and to no choice with
    `ends: true`.
    Why it matters: learners would go in circles, and never hear how the story ends.
    Example: two scenes whose choices lead to each other.
    Fix: give a scene on the way a choice that ends the scenario, or one to a scene without choices.
    """
    for path, scenario in _followable(loaded):
        leads = _leads(scenario)
        reached = reached_from(scenario.scenes[0].id, leads)
        lost = (
            (at, scene.id)
            for at, scene in enumerate(scenario.scenes)
            if scene.id in reached and _END not in reached_from(scene.id, leads)
        )
        for at, scene_id in islice(lost, 1):
            message = f'no ending can be reached from the scene "{scene_id}"'
            span = loaded.span((*path, "scenes", at, "id"))
            help_text = "add a choice that ends the scenario, or one that leads to a scene without choices"
            yield Diagnostic(scene_without_way_out, message, span, help_text)


def _leads(scenario: Scenario) -> dict[str, list[str]]:
    """Give where each scene can lead; a scene without choices, and a choice that ends, to the end."""
    return {
        scene.id: [choice.next or _END for choice in scene.choices] or [_END] for scene in scenario.scenes
    } | {_END: []}


def _followable(loaded: LoadedCourse) -> Iterator[tuple[DataPath, Scenario]]:
    """Give the scenarios whose choices lead somewhere: what else is wrong follows from it."""
    for path, scenario in blocks_of(loaded, Scenario):
        leads = _leads(scenario)
        choices = [choice for scene in scenario.scenes for choice in scene.choices]
        if all((choice.next or _END) in leads and (choice.next or choice.ends) for choice in choices):
            yield path, scenario


def _choices(loaded: LoadedCourse) -> Iterator[tuple[DataPath, Scenario, Choice]]:
    for path, scenario in blocks_of(loaded, Scenario):
        for at, scene in enumerate(scenario.scenes):
            for place, choice in enumerate(scene.choices):
                yield (*path, "scenes", at, "choices", place), scenario, choice


RULES = (choice_leads_nowhere, choice_next_and_ends, scene_unreachable, scene_without_way_out)
