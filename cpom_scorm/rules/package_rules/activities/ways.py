"""Whether sequencing rules leave every learner a way through the course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.activities.findings import gathered, judgements
from cpom_scorm.rules.package_rules.places import place
from cpom_scorm.sequencing.conditions import outcomes
from cpom_scorm.sequencing.words import way, when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.model import Package
    from cpom_scorm.sequencing.judgement import Judgement

_BACK = {
    "retry": "{} starts over when it ends",
    "retryAll": "the end of {} starts the course over",
    "previous": "the end of {} sends learners back",
}


@rule("SEQ-022", "flow-finds-nothing", Severity.WARNING, since="0.1", spec="SN 3.4; SN SB.2.2")
def flow_finds_nothing(package: Package) -> Iterator[Diagnostic]:
    """## What
    Pre-condition rules skip or disable every child of a cluster, for every learner.

    ## Why it matters
    Flow finds nothing to deliver: the session ends, or learners go past the cluster without seeing it.

    ## Example
    `skip` with the condition `always` on each item.

    ## Fix
    Give the rules a condition that is false for some learners, or remove them.
    """
    for judgement in judgements(package):
        for found in judgement.obstacles:
            if found.shuts_cluster:
                message = (
                    f"every child of {quoted(found.activity.name)} is always skipped or disabled, so flow "
                    f"finds nothing in it; path: {way(found.way, quoted(found.activity.name), 'nothing')}"
                )
                remedy = "give the rules a condition that is false for some learners, or remove them"
                yield Diagnostic(flow_finds_nothing, message, place(package, found.rule), remedy)


@rule("SEQ-023", "endless-retry", Severity.WARNING, since="0.1", spec="SN 3.4.3; SN TB.2.2")
def endless_retry(package: Package) -> Iterator[Diagnostic]:
    """## What
    Whatever the result, the end of an activity leads to `retry`, `retryAll` or `previous`, and there is no
    attempt limit.

    ## Why it matters
    Learners go round for ever and never get to what follows.

    ## Example
    A post-condition rule `retry` with the condition `always`, or with `attempted`, which is always true then.

    ## Fix
    Give the rule a condition that good results make false, such as `satisfied` with `operator="not"`, or set
    an `attemptLimit`.
    """
    for judgement in judgements(package):
        yield from gathered(_loops(package, judgement))


def _loops(package: Package, judgement: Judgement) -> Iterator[Diagnostic]:
    for activity in judgement.tree.activities:
        rules = activity.rules_of("post")
        if not rules or activity.limits.attempts is not None:
            continue
        actions = outcomes(activity, rules, judgement.reach.values, is_over=True)
        if actions <= set(_BACK):
            first = next(one for one in rules if one.action in actions)
            name = quoted(activity.name)
            steps = judgement.reach.path(activity) if activity.is_leaf else (activity,)
            message = (
                f"whatever the result, {_BACK[first.action].format(name)}: its rule fires "
                f"{when(activity, first)}; path: {way(steps, first.action, '…')}"
            )
            remedy = "give the rule a condition that a good result makes false, or set an attemptLimit"
            yield Diagnostic(endless_retry, message, place(package, first), remedy)


RULES = (flow_finds_nothing, endless_retry)
