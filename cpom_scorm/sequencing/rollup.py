"""What children may make of the status of their cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.sequencing.conditions import can_fire
from cpom_scorm.sequencing.values import (
    COMPLETED,
    COMPLETIONS,
    FAILED,
    INCOMPLETE,
    KNOWN,
    SATISFIED,
    STATUSES,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpom_scorm.package.activities.model import Activity, RollupRule
    from cpom_scorm.sequencing.values import Values

STATUS_ACTIONS = ("satisfied", "notSatisfied")
COMPLETION_ACTIONS = ("completed", "incomplete")
RESULTS = {
    "satisfied": SATISFIED,
    "notSatisfied": FAILED,
    "completed": COMPLETED,
    "incomplete": INCOMPLETE,
}
"""Rollup action → the value that it sets."""


def contributors(cluster: Activity, action: str) -> tuple[Activity, ...]:
    """Give the children that count for a rollup action."""
    return tuple(child for child in cluster.children if child.is_tracked and child.rollup.gives(action))


def weighed(cluster: Activity) -> tuple[Activity, ...]:
    """Give the children whose measure counts."""
    return tuple(child for child in cluster.children if child.is_tracked and child.rollup.weight > 0)


def rules_for(cluster: Activity, actions: tuple[str, ...]) -> tuple[RollupRule, ...]:
    """Give the rollup rules with one of these actions; when there are none, the standard's own count."""
    return tuple(rule for rule in cluster.rollup.rules if rule.action in actions)


def roll_up(cluster: Activity, values: Values) -> None:
    """Let a cluster be all that its children may make of it."""
    if not cluster.is_tracked or not values.is_attempted(cluster):
        return
    if any(KNOWN in values.measure(child) for child in weighed(cluster)):
        values.add("measure", cluster, "", frozenset({KNOWN}))
    if cluster.completed_by_measure:
        values.add("completion", cluster, "", COMPLETIONS)
    else:
        values.add("completion", cluster, "", _completions(cluster, values))
    if not cluster.primary.by_measure:
        values.add("status", cluster, "", _statuses(cluster, values))
    elif KNOWN in values.measure(cluster):
        values.add("status", cluster, "", STATUSES)


def _completions(cluster: Activity, values: Values) -> frozenset[str]:
    rules = rules_for(cluster, COMPLETION_ACTIONS)
    if rules:
        return _by_rules(cluster, rules, values)
    found = set()
    if _all_can(cluster, "completed", lambda child: COMPLETED in values.completion(child)):
        found.add(COMPLETED)
    if contributors(cluster, "incomplete"):
        found.add(INCOMPLETE)
    return frozenset(found)


def _statuses(cluster: Activity, values: Values) -> frozenset[str]:
    rules = rules_for(cluster, STATUS_ACTIONS)
    if rules:
        return _by_rules(cluster, rules, values)
    found = set()
    if _all_can(cluster, "satisfied", lambda child: SATISFIED in values.status(child)):
        found.add(SATISFIED)
    if any(FAILED in values.status(child) for child in contributors(cluster, "notSatisfied")):
        found.add(FAILED)
    return frozenset(found)


def _by_rules(cluster: Activity, rules: tuple[RollupRule, ...], values: Values) -> frozenset[str]:
    return frozenset(RESULTS[rule.action] for rule in rules if _rule_can_fire(cluster, rule, values))


def _all_can(cluster: Activity, action: str, can: Callable[[Activity], bool]) -> bool:
    """Whether all children that count may do something, in some selection of children."""
    counted = contributors(cluster, action)
    blocked = sum(1 for child in counted if child.rollup.always_counts(action) and not can(child))
    return any(can(child) for child in counted) and len(cluster.children) - blocked >= cluster.chosen_children


def _rule_can_fire(cluster: Activity, rule: RollupRule, values: Values) -> bool:
    counted = contributors(cluster, rule.action)
    if not counted:
        return False
    held = {
        child.number: can_fire(child, rule.conditions, values, any_is_enough=rule.any) for child in counted
    }
    able = sum(1 for child in counted if True in held[child.number])
    if rule.children == "all":
        return _all_can(cluster, rule.action, lambda child: True in held[child.number])
    if rule.children == "none":
        return any(False in held[child.number] for child in counted)
    if rule.children == "atLeastCount":
        return able >= rule.least
    if rule.children == "atLeastPercent":
        varies = cluster.chosen_children < len(cluster.children)
        varies = varies or not all(child.rollup.always_counts(rule.action) for child in counted)
        return able >= (1 if varies and rule.part else rule.part * len(counted))
    return able > 0
