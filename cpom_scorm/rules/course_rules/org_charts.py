"""Whether an organization chart can be drawn, and says only once where the learner stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.blocks import OrgChart
from cpom_scorm.blocks.org_chart import MOST_LEVELS
from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.blocks import Position
    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.source import DataPath


@rule("CRS-080", "org-chart-too-deep", Severity.ERROR, since="0.1", spec="WCAG 2.2, 1.4.10")
def org_chart_too_deep(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """An organization chart has more than five levels.

    What: more than four positions stand above this one.
    Why it matters: on a phone each level moves in; the boxes of a sixth would be too narrow for their words.
    Example: `reports` inside the `reports` of five positions.
    Fix: leave out a level at the top, or show a part of the chart in a block of its own.
    """
    for path, chart in blocks_of(loaded, OrgChart):
        for place, position, level in _positions((*path, "top"), chart.top, 1):
            if level == MOST_LEVELS + 1:
                message = f'"{position.title}" stands on level {level}, but {MOST_LEVELS} is the most'
                help_text = "leave out a level, or show a part of the chart in a block of its own"
                yield Diagnostic(org_chart_too_deep, message, loaded.span(place), help_text)


@rule("CRS-081", "org-chart-two-heres", Severity.ERROR, since="0.1", spec="author's format")
def org_chart_two_heres(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """An organization chart says at two positions that the learner is there.

    What: `here: true` stands at more than one position of a chart.
    Why it matters: "You are here" helps only in one place.
    Example: `here: true` at the manager and at the director.
    Fix: leave it at one position.
    """
    for path, chart in blocks_of(loaded, OrgChart):
        everyone = _positions((*path, "top"), chart.top, 1)
        heres = [(*place, "here") for place, position, _ in everyone if position.here]
        for place in heres[1:]:
            label = Label(loaded.span(heres[0]), "the first one")
            message = '"here: true" stands at a second position of the chart'
            yield Diagnostic(org_chart_two_heres, message, loaded.span(place), "leave it at one", (label,))


def _positions(path: DataPath, position: Position, level: int) -> Iterator[tuple[DataPath, Position, int]]:
    """Give the position and all below it, with their paths and levels."""
    yield path, position, level
    for at, below in enumerate(position.reports):
        yield from _positions((*path, "reports", at), below, level + 1)


RULES = (org_chart_too_deep, org_chart_two_heres)
