"""Results with which a learner cannot go anywhere, in courses that only flow."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from cpom_scorm.sequencing.conditions import at_the_end, must, outcomes
from cpom_scorm.sequencing.values import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.activities.model import Activity, ActivityRule, ActivityTree
    from cpom_scorm.sequencing.reach import Reach
    from cpom_scorm.sequencing.values import Values


class Trap(NamedTuple):
    """A leaf at which learners with some result are stuck."""

    leaf: Activity
    result: str
    """In a word: `failed`, `incomplete`."""
    closed: Activity
    """The activity that is disabled for them."""
    rule: ActivityRule
    way: tuple[Activity, ...]


def find_traps(tree: ActivityTree, reach: Reach) -> Iterator[Trap]:
    """Give the leaves that some learners cannot leave, neither forward nor back nor for another attempt."""
    if not reach.is_certain or any(one.children and one.control.choice for one in tree.activities):
        return
    for leaf in tree.leaves:
        if reach.has(leaf) and _has_no_way_back(leaf, tree):
            found = _trap(leaf, reach)
            if found is not None:
                yield found


def _has_no_way_back(leaf: Activity, tree: ActivityTree) -> bool:
    if any(above.rules_of("exit") for above in leaf.ancestors()):
        return False
    is_once = leaf.limits.attempts == 1
    only_forward = leaf.parent is not None and leaf.parent.control.forward_only
    return is_once or (only_forward and leaf is not tree.leaves[0])


def _trap(leaf: Activity, reach: Reach) -> Trap | None:
    values = reach.values
    statuses = at_the_end(leaf, "status", "", values.status(leaf))
    completions = at_the_end(leaf, "completion", "", values.completion(leaf))
    for status, completion in product(sorted(statuses), sorted(completions)):
        known = {values.key("status", leaf): status, values.key("completion", leaf): completion}
        known |= _read_elsewhere(leaf, reach, status)
        narrowed = values.narrowed(known)
        if outcomes(leaf, leaf.rules_of("post"), narrowed, is_over=True) != {""}:
            continue
        closed = _first_closed(leaf, narrowed)
        if closed is not None:
            result = status if status != UNKNOWN else completion
            rule = closed.rules_of("pre", "disabled")[0]
            return Trap(leaf, result, closed, rule, reach.path(leaf))
    return None


def _read_elsewhere(leaf: Activity, reach: Reach, status: str) -> dict[tuple[str, int, str], str]:
    """Give the objectives of others that show the status of a leaf: it alone writes their target."""
    mine = {one.target for one in leaf.primary.maps if "status" in one.writes}
    activities = reach.tree.activities
    others = {
        one.target
        for activity in activities
        for objective in activity.objectives
        for one in objective.maps
        if "status" in one.writes and not (activity is leaf and objective.is_primary)
    }
    return {
        reach.values.key("status", activity, objective.id): status
        for activity in activities
        for objective in activity.objectives
        for one in objective.maps
        if activity is not leaf and "status" in one.reads and one.target in mine - others
    }


def _first_closed(leaf: Activity, values: Values) -> Activity | None:
    """Give what flow comes to first after a leaf, if it is closed to these learners."""
    here: Activity | None = leaf
    while here is not None and here.parent is not None:
        siblings = here.parent.children
        for later in siblings[siblings.index(here) + 1 :]:
            if must(later, "skip", values):
                continue
            return later if must(later, "disabled", values) else None
        here = here.parent
    return None
