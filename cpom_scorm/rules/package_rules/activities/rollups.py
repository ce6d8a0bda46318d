"""Whether children can ever make a cluster complete or satisfied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.activities.findings import clusters, gathered, judgements, part_place
from cpom_scorm.rules.package_rules.places import attribute_place, place
from cpom_scorm.sequencing.rollup import STATUS_ACTIONS, contributors, weighed
from cpom_scorm.sequencing.values import COMPLETED, FAILED, SATISFIED, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.activities.model import Activity, RollupRule
    from cpom_scorm.package.model import Package
    from cpom_scorm.sequencing.judgement import Judgement

_TWINS = (
    ("satisfied", "notSatisfied", "whoever fails stays at unknown"),
    ("notSatisfied", "satisfied", "it is never satisfied"),
    ("incomplete", "completed", "it never completes"),
)
"""Rollup action, its twin, and what comes of a cluster that has a rule for the first alone."""


@rule("ROL-004", "rollup-count-too-high", Severity.WARNING, since="0.1", spec="SN 3.7; SN RB.1.4")
def rollup_count_too_high(package: Package) -> Iterator[Diagnostic]:
    """## What
    A rollup rule asks for more children than count for it: those that are tracked, give their result to the
    cluster and, where some are selected, are chosen.

    ## Why it matters
    The rule is never true: the cluster stays without the status.

    ## Example
    `childActivitySet="atLeastCount" minimumCount="3"` on a cluster with two children.

    ## Fix
    Lower `minimumCount`, or let more children count.
    """
    for judgement in judgements(package):
        yield from gathered(_too_high(package, judgement))


def _too_high(package: Package, judgement: Judgement) -> Iterator[Diagnostic]:
    for cluster in clusters(judgement):
        for found in cluster.rollup.rules:
            most = min(len(contributors(cluster, found.action)), cluster.chosen_children)
            if found.children == "atLeastCount" and found.least > most > 0:
                message = (
                    f'the rule for "{found.action}" of {quoted(cluster.name)} asks for {found.least} '
                    f"children, but only {most} can count"
                )
                span = attribute_place(package, found, "minimumCount")
                yield Diagnostic(rollup_count_too_high, message, span, f"write {most} or less")


@rule("ROL-006", "rollup-rules-on-leaf", Severity.WARNING, since="0.1", spec="SN 3.7")
def rollup_rules_on_leaf(package: Package) -> Iterator[Diagnostic]:
    """## What
    An activity without children has rollup rules. The attributes of `rollupRules` have a meaning there.

    ## Why it matters
    The rules ask about children, so they are never looked at.

    ## Example
    `<imsss:rollupRule>` in the sequencing of the item of a SCO.

    ## Fix
    Move the rules to the parent.
    """
    for judgement in judgements(package):
        used = {found.node for cluster in clusters(judgement) for found in cluster.rollup.rules}
        leaves = (activity for activity in judgement.tree.activities if activity.is_leaf and activity.parent)
        yield from gathered(
            Diagnostic(
                rollup_rules_on_leaf,
                f"the rollup rules of {quoted(leaf.name)} have no effect: it has no children",
                place(package, leaf.rollup.rules[0]),
                "move them to the parent, or remove them",
            )
            for leaf in leaves
            if leaf.rollup.rules and leaf.rollup.rules[0].node not in used
        )


@rule("ROL-008", "nothing-rolls-up", Severity.WARNING, since="0.1", spec="SN 3.7; SN RB.1.2, RB.1.3")
def nothing_rolls_up(package: Package) -> Iterator[Diagnostic]:
    """## What
    No child of a cluster counts for its completion, or none for its success: all are untracked or give
    nothing to it.

    ## Why it matters
    The course never completes or never passes, whatever learners do.

    ## Example
    `rollupProgressCompletion="false"` on every item.

    ## Fix
    Let at least one child count: `tracked="true"` and the two attributes of `rollupRules` true.
    """
    for judgement in judgements(package):
        for cluster in clusters(judgement):
            lacks = lacking(judgement, cluster)
            if lacks:
                reason = "no child counts for it" if len(lacks) == 1 else "no child counts for either"
                message = f"{quoted(cluster.name)} never {' and never '.join(lacks)}: {reason}"
                span = place(package, cluster.item)
                remedy = "let a child count: tracked, rollupProgressCompletion, rollupObjectiveSatisfied true"
                yield Diagnostic(nothing_rolls_up, message, span, remedy)


def lacking(judgement: Judgement, cluster: Activity) -> list[str]:
    """Tell what a cluster that matters to anybody never does, because no child counts for it."""
    if not cluster.is_tracked:
        return []
    possible, is_course = judgement.possible, cluster.parent is None
    matters = {
        "completes": is_course or cluster.rollup.progress,
        "passes": is_course or cluster.rollup.objective,
    }
    never = {
        "completes": not contributors(cluster, "completed")
        and possible.completion(cluster) == {UNKNOWN}
        and not cluster.completed_by_measure,
        "passes": not contributors(cluster, "satisfied") and possible.status(cluster) == {UNKNOWN},
    }
    return [word for word, is_never in never.items() if is_never and matters[word]]


@rule("ROL-012", "weights-are-zero", Severity.WARNING, since="0.1", spec="SN 3.7.2; SN RB.1.1")
def weights_are_zero(package: Package) -> Iterator[Diagnostic]:
    """## What
    Children give their result to a cluster, but each with the weight 0.

    ## Why it matters
    The cluster never gets a score: the course shows none, and what is satisfied by a measure never is.

    ## Example
    `objectiveMeasureWeight="0"` on every item.

    ## Fix
    Give the activities whose score counts a weight above 0.
    """
    for judgement in judgements(package):
        for cluster in clusters(judgement):
            counted = contributors(cluster, "satisfied")
            matters = cluster.is_tracked and (cluster.parent is None or cluster.rollup.weight > 0)
            if matters and counted and not weighed(cluster):
                message = (
                    f"{quoted(cluster.name)} never gets a score: each child that counts has the weight 0"
                )
                span = part_place(package, counted[0], counted[0].rollup, "objectiveMeasureWeight")
                remedy = "write a weight above 0 on the activities whose score counts"
                yield Diagnostic(weights_are_zero, message, span, remedy)


@rule("ROL-011", "rollup-rule-without-twin", Severity.WARNING, since="0.1", spec="SN 3.7; SN RB.1.2, RB.1.3")
def rollup_rule_without_twin(package: Package) -> Iterator[Diagnostic]:
    """## What
    A cluster has a rollup rule for one of `satisfied` and `notSatisfied`, or for `incomplete`, but none for
    its twin. One rule of its own replaces the standard's rules for both.

    ## Why it matters
    Without `satisfied` the cluster is never satisfied. Without `notSatisfied` whoever fails stays at unknown:
    the LMS shows neither passed nor failed.

    ## Example
    Only `all satisfied → satisfied`, which looks like the standard's own rule.

    ## Fix
    Add the twin, or remove the rule where it says what the standard says anyway.
    """
    for judgement in judgements(package):
        yield from gathered(_without_twin(package, judgement))


def _without_twin(package: Package, judgement: Judgement) -> Iterator[Diagnostic]:
    for cluster in clusters(judgement):
        rules = {found.action: found for found in reversed(cluster.rollup.rules)}
        for action, twin, effect in _TWINS:
            found = rules.get(action)
            if found is not None and twin not in rules and _matters(judgement, cluster, found):
                message = (
                    f'{quoted(cluster.name)} has a rollup rule for "{action}" but none for "{twin}": {effect}'
                )
                span, remedy = place(package, found), f'add a rule for "{twin}", or remove this one'
                yield Diagnostic(rollup_rule_without_twin, message, span, remedy)


def _matters(judgement: Judgement, cluster: Activity, found: RollupRule) -> bool:
    """Whether the twin is missed: where nothing else sets its value, and learners' failures are asked for.

    Who writes "all completed" means a gate that is open or not yet open.
    """
    if not cluster.is_tracked or (cluster.primary.by_measure and found.action in STATUS_ACTIONS):
        return False
    possible = judgement.possible
    if found.action == "incomplete":
        return COMPLETED not in possible.completion(cluster)
    if found.action == "notSatisfied":
        return SATISFIED not in possible.status(cluster)
    asks_for_results = all(one.name == "satisfied" for one in found.conditions)
    shows = cluster.parent is None or cluster.rollup.objective
    is_lost = FAILED not in possible.status(cluster)
    return asks_for_results and shows and is_lost


RULES = (
    rollup_count_too_high,
    rollup_rules_on_leaf,
    nothing_rolls_up,
    weights_are_zero,
    rollup_rule_without_twin,
)
