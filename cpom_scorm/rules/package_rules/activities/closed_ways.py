"""Whether rules and limits leave learners stuck before something that nothing opens again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.activities.findings import clusters, gathered, judgements
from cpom_scorm.rules.package_rules.places import attribute_place, place
from cpom_scorm.sequencing.conditions import outcomes
from cpom_scorm.sequencing.traps import find_traps
from cpom_scorm.sequencing.words import names, way, when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.activities.model import Activity
    from cpom_scorm.package.model import Package
    from cpom_scorm.sequencing.judgement import Judgement


@rule("SEQ-027", "never-cleared", Severity.WARNING, since="0.1", spec="SN 3.4.1; SN UP.5, SB.2.1")
def never_cleared(package: Package) -> Iterator[Diagnostic]:
    """## What
    A `disabled` or `stopForwardTraversal` rule fires for every learner and nothing that anybody can do
    clears it; or it closes, to learners with some result, all that they could still reach.

    ## Why it matters
    The activity, or all that follows it, can never be reached.

    ## Example
    An item that is disabled until it is satisfied itself; two items that wait for each other; in a course
    that only goes forward, an item that is disabled unless the test before it was passed.

    ## Fix
    Let the rule ask about something that learners can do before, or let them try again.
    """
    for judgement in judgements(package):
        yield from _obstacles(package, judgement)
        yield from _traps(package, judgement)


def _obstacles(package: Package, judgement: Judgement) -> Iterator[Diagnostic]:
    for found in judgement.obstacles:
        if found.shuts_cluster:
            continue
        name = quoted(found.activity.name)
        stops = found.rule.action == "stopForwardTraversal"
        effect = f"Continue never leads on from {name}" if stops else f"{name} is disabled for everybody"
        others = [leaf for leaf in found.behind if leaf is not found.activity]
        lost = f", so {names(others)} cannot be reached" if others else ""
        message = (
            f"{effect}{lost}: its rule fires {when(found.activity, found.rule)}, and nothing clears it; "
            f"path: {way(found.way, f'{name} (stop)' if stops else f'{name} (disabled)')}"
        )
        remedy = "let the rule ask about something that learners can do before"
        yield Diagnostic(never_cleared, message, place(package, found.rule), remedy)


def _traps(package: Package, judgement: Judgement) -> Iterator[Diagnostic]:
    for found in find_traps(judgement.tree, judgement.reach):
        leaf, closed = quoted(found.leaf.name), quoted(found.closed.name)
        path = way(found.way[:-1], f"{leaf} ({found.result})", f"{closed} (disabled)")
        message = (
            f"a learner at {leaf} with {found.result} cannot reach any activity: {closed} is disabled then "
            f"and nothing leads back; path: {path}"
        )
        remedy = f"let {leaf} be tried again, for example by a post-condition rule with retry"
        yield Diagnostic(never_cleared, message, place(package, found.rule), remedy)


@rule("SEQ-029", "attempt-limit-strands", Severity.WARNING, since="0.1", spec="SN 3.5; SN UP.1, SB.2.10")
def attempt_limit_strands(package: Package) -> Iterator[Diagnostic]:
    """## What
    An activity with `attemptLimit="1"` has a rule that says `retry` all the same; or a cluster with it can be
    left by choice before its end.

    ## Why it matters
    The retry is refused and learners are left without content. A cluster that was left may not be entered
    again: what was open in it stays open, and its status with it.

    ## Example
    `attemptLimit="1"` beside a rule that retries while the activity is not satisfied.

    ## Fix
    Allow as many attempts as the rule needs, or remove the rule; write `choiceExit="false"` on the cluster.
    """
    for judgement in judgements(package):
        yield from gathered(_refused(package, judgement))
        for cluster in clusters(judgement):
            if cluster.limits.attempts == 1 and _can_be_left(cluster):
                begun, other = cluster.children[0], _other(cluster)
                message = (
                    f"{quoted(cluster.name)} allows one attempt, which ends when a learner chooses something "
                    f"else; path: {way((cluster, begun, other), f'{quoted(cluster.name)} (refused)')}"
                )
                span = attribute_place(package, cluster.limits, "attemptLimit")
                remedy = 'write choiceExit="false" on its controlMode, or move the limit to the activities'
                yield Diagnostic(attempt_limit_strands, message, span, remedy)


def _refused(package: Package, judgement: Judgement) -> Iterator[Diagnostic]:
    for activity in judgement.tree.activities:
        rules = activity.rules_of("post", "retry") and activity.rules_of("post")
        if activity.limits.attempts != 1 or not rules:
            continue
        values = judgement.reach.values
        if "retry" in outcomes(activity, rules, values, is_over=True, is_last=True):
            retry = next(one for one in rules if one.action == "retry")
            name, steps = quoted(activity.name), judgement.reach.path(activity)
            message = (
                f"{name} allows one attempt, after which its rule still says retry "
                f"{when(activity, retry)}; path: {way(steps, 'retry (refused)')}"
            )
            remedy = "allow more attempts, or remove the rule"
            yield Diagnostic(attempt_limit_strands, message, place(package, retry), remedy)


def _can_be_left(cluster: Activity) -> bool:
    """Whether learners may choose something else in the middle and lose what rollup takes of the attempt."""
    control = cluster.control
    uses_attempt = control.current_objective or control.current_progress
    is_long = len(cluster.children) > 1
    return uses_attempt and is_long and control.choice_exit and _other(cluster) is not cluster


def _other(cluster: Activity) -> Activity:
    """Give a neighbour that can be chosen from within a cluster; the cluster itself when there is none."""
    parent = cluster.parent
    if parent is None or not parent.control.choice:
        return cluster
    return next((one for one in parent.children if one is not cluster and one.is_visible), cluster)


@rule("SEQ-031", "exit-always", Severity.WARNING, since="0.1", spec="SN 3.4.2, 3.4.3; SN TB.2.1, TB.2.2")
def exit_always(package: Package) -> Iterator[Diagnostic]:
    """## What
    An activity that others follow ends the whole session by `exitAll`, whatever the result; or an exit rule
    ends a cluster as soon as the first of its activities ends.

    ## Why it matters
    Learners are thrown out after each part and must start again to get on.

    ## Example
    A post-condition rule `exitAll` with the condition `always` on each lesson.

    ## Fix
    Give the rule a condition, or keep it on the last activity.
    """
    for judgement in judgements(package):
        yield from gathered(_exits(package, judgement))


def _exits(package: Package, judgement: Judgement) -> Iterator[Diagnostic]:
    last = judgement.tree.leaves[-1:]
    values = judgement.reach.values
    for activity in judgement.tree.activities:
        post, ends = activity.rules_of("post"), activity.rules_of("exit")
        name = quoted(activity.name)
        is_between = activity.is_leaf and activity not in last
        if is_between and outcomes(activity, post, values, is_over=True) == {"exitAll"}:
            steps = judgement.reach.path(activity)
            message = f"the end of {name} always ends the session; path: {way(steps, 'exitAll')}"
            remedy = "give the rule a condition, or keep it on the last activity"
            yield Diagnostic(exit_always, message, place(package, post[0]), remedy)
        is_long = len(activity.children) > 1
        if is_long and outcomes(activity, ends, values, is_over=True) == {"exit"}:
            message = f"{name} always ends when the first of its activities ends"
            remedy = "give the exit rule a condition"
            yield Diagnostic(exit_always, message, place(package, ends[0]), remedy)


RULES = (never_cleared, attempt_limit_strands, exit_always)
