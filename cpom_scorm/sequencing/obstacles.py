"""What shuts activities away from every learner, each cause once however much lies behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cpom_scorm.sequencing.reach import Reach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.activities.model import Activity, ActivityRule, ActivityTree
    from cpom_scorm.sequencing.values import Values

_MOST = 10
"""Of one tree. Each costs another look at the whole tree."""


class Obstacle(NamedTuple):
    """Pre-condition rules that nobody ever gets past."""

    activity: Activity
    """The activity with the rule, or the cluster all of whose children have one."""
    rule: ActivityRule
    """The rule, the first where several shut a cluster."""
    behind: tuple[Activity, ...]
    """The leaves that nobody reaches because of it, in document order."""
    way: tuple[Activity, ...]
    """How a learner gets as far as anybody does."""
    shuts_cluster: bool = False


def find_obstacles(
    tree: ActivityTree, structure: Reach, possible: Values
) -> tuple[Reach, tuple[Obstacle, ...]]:
    """Find obstacles one by one, each looked for as if those before it were repaired.

    Gives them with what learners reach when all are.
    """
    ignored: set[int] = set()
    found: list[Obstacle] = []
    reach = Reach.by_rules(tree, structure, possible)
    while len(ignored) < _MOST and reach.is_certain:
        first = next(_candidates(tree, reach), None)
        if first is None:
            break
        activity, rule, shuts_cluster = first
        ignored |= {one.number for one in (activity, *(activity.children if shuts_cluster else ()))}
        later = Reach.by_rules(tree, structure, possible, ignored)
        behind = tuple(leaf for leaf in tree.leaves if later.has(leaf) and not reach.has(leaf))
        found.append(Obstacle(activity, rule, behind, _way(tree, reach, activity), shuts_cluster))
        reach = later
    return reach, tuple(found)


def _candidates(tree: ActivityTree, reach: Reach) -> Iterator[tuple[Activity, ActivityRule, bool]]:
    """Give what stops everybody in document order, but first what no result of the learner could change."""
    found = list(_stops(tree, reach))
    yield from (one for one in found if _is_plain(one[1]))
    yield from (one for one in found if not _is_plain(one[1]))


def _is_plain(rule: ActivityRule) -> bool:
    return any(condition.name == "always" for condition in rule.conditions)


def _stops(tree: ActivityTree, reach: Reach) -> Iterator[tuple[Activity, ActivityRule, bool]]:
    waiting = [tree.root]
    while waiting:
        activity = waiting.pop()
        if reach.always(activity, "disabled"):
            yield activity, activity.rules_of("pre", "disabled")[0], False
            continue
        if _is_shut(activity, reach):
            yield activity, activity.children[0].rules_of("pre", "skip", "disabled")[0], True
            continue
        if reach.always(activity, "stopForwardTraversal") and _has_followers(tree, activity):
            yield activity, activity.rules_of("pre", "stopForwardTraversal")[0], False
        waiting += reversed(activity.children)


def _is_shut(cluster: Activity, reach: Reach) -> bool:
    """Whether flow into a cluster finds every child skipped or disabled.

    Children that are disabled until something happens are left to themselves: they may wait for one another.
    """
    if not cluster.children or not cluster.control.flow:
        return False
    return all(reach.always(child, "skip") or _is_off(child, reach) for child in cluster.children)


def _is_off(child: Activity, reach: Reach) -> bool:
    plain = any(_is_plain(rule) for rule in child.rules_of("pre", "disabled"))
    return plain and reach.always(child, "disabled")


def _has_followers(tree: ActivityTree, activity: Activity) -> bool:
    """Whether flow would lead on from an activity, to something that comes after it in the tree."""
    flows = activity.parent is not None and activity.parent.control.flow
    below = {one.number for one in activity.walk()}
    return flows and any(leaf.number > max(below) for leaf in tree.leaves)


def _way(tree: ActivityTree, reach: Reach, activity: Activity) -> tuple[Activity, ...]:
    """Give the way to the last activity before this one that can be reached."""
    before = [leaf for leaf in tree.leaves if leaf.number < activity.number and reach.has(leaf)]
    return reach.path(before[-1]) if before else ()
