"""How results come into being: what content reports, what maps carry, what rolls up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.package.activities.model import Launch
from cpom_scorm.sequencing.rollup import roll_up
from cpom_scorm.sequencing.values import (
    COMPLETED,
    COMPLETIONS,
    MEASURES,
    SATISFIED,
    STATUSES,
    WHOLE,
    Values,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.activities.model import Activity, ActivityTree, ObjectiveMap

_SHARED = tuple(WHOLE)


def settable(tree: ActivityTree) -> Values:
    """Give what each value may be when every activity can be delivered."""
    values = Values()
    open_up(tree, values)
    for leaf in tree.leaves:
        deliver(leaf, values)
    while True:
        before = values.changes
        for activity in reversed(tree.activities):
            conclude(activity, values)
        if values.changes == before:
            return values


def open_up(tree: ActivityTree, values: Values) -> None:
    """Let global objectives that nothing in the package writes be anything: others may write them."""
    written = {one.target for activity in tree.activities for one in _maps(activity) if one.writes}
    for activity in tree.activities:
        for one in _maps(activity):
            if one.target not in written:
                for kind in _SHARED:
                    values.share(kind, one.target, WHOLE[kind])


def deliver(leaf: Activity, values: Values) -> None:
    """Let a leaf have all results that its content may report, or the LMS sets in its stead."""
    values.attempt(leaf)
    if not leaf.is_tracked:
        return
    if leaf.launch is Launch.SCO:
        values.add("completion", leaf, "", COMPLETIONS)
        for objective in leaf.objectives:
            values.add("status", leaf, objective.id, STATUSES)
            values.add("measure", leaf, objective.id, MEASURES)
    else:
        if not leaf.delivery.completion_by_content:
            values.add("completion", leaf, "", frozenset({COMPLETED}))
        if not leaf.delivery.objective_by_content and not leaf.primary.by_measure:
            values.add("status", leaf, "", frozenset({SATISFIED}))
    exchange(leaf, values)


def conclude(activity: Activity, values: Values) -> None:
    """Roll up a cluster, and let maps carry what came of an activity."""
    if activity.children:
        roll_up(activity, values)
    exchange(activity, values)


def exchange(activity: Activity, values: Values) -> None:
    """Let the objectives of an activity and global ones share what their maps say."""
    if not activity.is_tracked:
        return
    for objective in activity.objectives:
        for one in objective.maps:
            for kind in _SHARED:
                if kind in one.reads:
                    values.add(kind, activity, objective.id, values.shared(kind, one.target))
                if kind in one.writes:
                    values.share(kind, one.target, values.of(kind, activity, objective.id))
        if objective.by_measure and values.measure(activity, objective.id) == MEASURES:
            values.add("status", activity, objective.id, STATUSES)


def _maps(activity: Activity) -> Iterator[ObjectiveMap]:
    return (one for objective in activity.objectives for one in objective.maps)
