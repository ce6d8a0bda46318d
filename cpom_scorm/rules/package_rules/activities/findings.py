"""What findings about activities share: where they stand, and one finding for one fault."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from cpom_scorm.rules.package_rules.places import attribute_place, place
from cpom_scorm.sequencing.judgement import Judgement, judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpom_scorm.diagnostics import Diagnostic
    from cpom_scorm.package.activities.model import Activity
    from cpom_scorm.package.model import Package
    from cpom_scorm.rules.package_rules.places import Placed
    from cpom_scorm.source import Span


def judgements(package: Package) -> Iterator[Judgement]:
    """Give the judgement on each organization of a package with sequencing."""
    return map(judge, package.activity_trees)


def clusters(judgement: Judgement) -> Iterator[Activity]:
    """Give the activities with others below them."""
    return (activity for activity in judgement.tree.activities if activity.children)


def part_place(package: Package, activity: Activity, part: Placed, attribute: str = "") -> Span:
    """Give the place of a part of an activity's sequencing, or of the activity where it has no such part."""
    if part.node is None:
        return place(package, activity.item)
    return attribute_place(package, part, attribute) if attribute else place(package, part)


def gathered(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Keep one finding of each place: what stands in the collection is one fault however many refer to it."""
    first: dict[object, Diagnostic] = {}
    counts: Counter[object] = Counter()
    for one in found:
        key = (one.rule.id, one.span and (one.span.line, one.span.column))
        first.setdefault(key, one)
        counts[key] += 1
    for place_key, one in first.items():
        more = counts[place_key] - 1
        yield replace(one, message=f"{one.message} (and {more} more like it)") if more else one
