"""Which clusters keep learners from what lies in or behind them, by their control modes alone."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.activities.model import Activity, ActivityTree
    from cpom_scorm.sequencing.reach import Reach


class DeadEnd(NamedTuple):
    """A cluster whose control mode keeps learners from some leaves."""

    cluster: Activity
    reason: str
    """Said of the cluster: "allows neither choice nor flow"."""
    remedy: str
    lost: tuple[Activity, ...]
    """The leaves that nobody reaches, in document order."""
    way: tuple[Activity, ...]
    """How a learner gets to the last leaf before them; empty where the first are lost."""


def culprits(tree: ActivityTree, structure: Reach) -> Iterator[DeadEnd]:
    """Give the clusters that shut leaves away, in document order, each with all that it shuts away."""
    lost: dict[Activity, list[Activity]] = {}
    reasons: dict[Activity, tuple[str, str]] = {}
    for leaf in tree.leaves:
        if not structure.has(leaf):
            found = _culprit(leaf)
            if found is not None:
                lost.setdefault(found[0], []).append(leaf)
                reasons.setdefault(found[0], found[1:])
    for cluster in sorted(lost, key=lambda one: one.number):
        first = lost[cluster][0]
        before = [leaf for leaf in tree.leaves if leaf.number < first.number and structure.has(leaf)]
        way = structure.path(before[-1]) if before else ()
        yield DeadEnd(cluster, *reasons[cluster], tuple(lost[cluster]), way)


def _culprit(leaf: Activity) -> tuple[Activity, str, str] | None:
    line = [*reversed(tuple(leaf.ancestors())), leaf]
    for cluster, _ in pairwise(line):
        control = cluster.control
        if not control.choice and not control.flow:
            return cluster, "allows neither choice nor flow", 'write flow="true" or choice="true" on it'
        if control.flow:
            continue
        if not any(child.is_visible for child in cluster.children):
            return cluster, "has no flow and shows nothing to choose", "make its items visible, or write flow"
        if control.prevents_activation and cluster.parent is not None:
            reason = "has no flow and can be entered only by flow"
            return cluster, reason, 'write flow="true" on it, or remove preventActivation'
    for cluster, child in pairwise(line):
        for earlier in cluster.children[: cluster.children.index(child)]:
            if earlier.children and not earlier.control.flow and not cluster.control.choice:
                return earlier, "has no flow, so learners cannot go on from it", 'write flow="true" on it'
    return None
