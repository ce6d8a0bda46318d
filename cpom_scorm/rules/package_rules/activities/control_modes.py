"""Whether control modes let learners reach what a course holds, and do what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.manifest.model import Placed
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.activities.findings import clusters, gathered, judgements, part_place
from cpom_scorm.rules.package_rules.places import attribute_place, place
from cpom_scorm.sequencing.dead_ends import culprits
from cpom_scorm.sequencing.words import names, way

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.activities.model import Activity
    from cpom_scorm.package.model import Package


@rule("SEQ-015", "activities-unreachable", Severity.WARNING, since="0.1", spec="SN 3.2; SN SB.2.1 to SB.2.9")
def activities_unreachable(package: Package) -> Iterator[Diagnostic]:
    """## What
    Control modes let no learner reach some activities: their cluster allows neither choice nor flow, or
    choice without anything visible to choose. It is an error when nothing of the organization can be reached.

    ## Why it matters
    The LMS shows an empty window or "select an activity", and the course can never be completed. Only a
    request of a SCO could lead there.

    ## Example
    `<imsss:controlMode choice="false"/>`: flow is false unless the manifest says otherwise.

    ## Fix
    Write `flow="true"` or `choice="true"` on the cluster, or make its activities visible.
    """
    for judgement in judgements(package):
        reached = any(judgement.structure.has(leaf) for leaf in judgement.tree.leaves)
        for dead_end in culprits(judgement.tree, judgement.structure):
            cluster = dead_end.cluster
            begin = (
                f"learners cannot reach {names(dead_end.lost)}" if reached else "nobody can start anything"
            )
            message = f"{begin}: {quoted(cluster.name)} {dead_end.reason}"
            if dead_end.way:
                message += f"; path: {way(dead_end.way)}"
            yield Diagnostic(
                activities_unreachable,
                message,
                part_place(package, cluster, cluster.control),
                dead_end.remedy,
                weight=None if reached else Severity.ERROR,
            )


@rule("SEQ-016", "backward-in-forward-only", Severity.WARNING, since="0.1", spec="SN 3.2.5; SN SB.2.1")
def backward_in_forward_only(package: Package) -> Iterator[Diagnostic]:
    """## What
    A cluster is `forwardOnly`, and an activity in it has a rule that goes to the previous one, or hides some
    controls of the LMS but leaves Previous.

    ## Why it matters
    The LMS refuses to go back: the rule leaves the learner without content, the button gives an error.

    ## Example
    A post-condition rule with `previous` in a cluster with `forwardOnly="true"`.

    ## Fix
    Remove `forwardOnly` or the rule; hide `previous` beside the other controls.
    """
    for judgement in judgements(package):
        for cluster in clusters(judgement):
            if cluster.control.forward_only:
                yield from gathered(_backward(package, cluster))


def _backward(package: Package, cluster: Activity) -> Iterator[Diagnostic]:
    forward = f"{quoted(cluster.name)} only goes forward"
    for child in cluster.children:
        for found in child.rules_of("post", "previous"):
            message = f"a rule of {quoted(child.name)} goes to the previous activity, but {forward}"
            span, remedy = place(package, found), 'remove the rule, or write forwardOnly="false"'
            yield Diagnostic(backward_in_forward_only, message, span, remedy)
        if child.hidden_controls and "previous" not in child.hidden_controls and cluster.control.flow:
            message = f"{quoted(child.name)} hides controls but leaves Previous, while {forward}"
            remedy = "add <adlnav:hideLMSUI>previous</adlnav:hideLMSUI>"
            yield Diagnostic(backward_in_forward_only, message, place(package, child.item), remedy)


@rule("SEQ-021", "cluster-settings-on-leaf", Severity.WARNING, since="0.1", spec="SN 3.2; SN 3.11, 3.12")
def cluster_settings_on_leaf(package: Package) -> Iterator[Diagnostic]:
    """## What
    An activity without children has a control mode or randomization controls. `choiceExit="false"` has a
    meaning there and passes.

    ## Why it matters
    They speak of children, so they do nothing; the course behaves otherwise than its author believes.

    ## Example
    `<imsss:controlMode flow="true"/>` on the item of a SCO instead of its parent.

    ## Fix
    Move them to the parent, or remove them.
    """
    for judgement in judgements(package):
        used = {part.node for cluster in clusters(judgement) for part in (cluster.control, cluster.random)}
        yield from gathered(_without_effect(package, judgement.tree.activities, used))


def _without_effect(
    package: Package, activities: tuple[Activity, ...], used: set[int | None]
) -> Iterator[Diagnostic]:
    for activity in activities:
        if activity.children or activity.parent is None:
            continue
        for name, part in (("control mode", activity.control), ("randomization", activity.random)):
            speaks = part is activity.control and not activity.control.choice_exit
            if part.node is not None and part.node not in used and not speaks:
                message = f"the {name} of {quoted(activity.name)} has no effect: it has no children"
                span, remedy = place(package, part), "move it to the parent, or remove it"
                yield Diagnostic(cluster_settings_on_leaf, message, span, remedy)


@rule("SEQ-030", "choice-limit-locks-in", Severity.WARNING, since="0.1", spec="SN 3.2.2; SN 3.3, SB.2.9")
def choice_limit_locks_in(package: Package) -> Iterator[Diagnostic]:
    """## What
    `choiceExit="false"` on an activity whose parent has no flow, so that neither choice nor flow leads out of
    it; or `constrainChoice="true"` on a cluster without flow.

    ## Why it matters
    Who has entered the first cannot leave it but by ending the session. Constrained choice offers the next
    and the previous activity in flow: without flow there is none.

    ## Example
    `<adlseq:constrainedChoiceConsiderations constrainChoice="true"/>` where `flow` is false.

    ## Fix
    Allow flow, or remove the setting.
    """
    for judgement in judgements(package):
        yield from gathered(_locked_in(package, judgement.tree.activities))


def _locked_in(package: Package, activities: tuple[Activity, ...]) -> Iterator[Diagnostic]:
    for activity in activities:
        control, name = activity.control, quoted(activity.name)
        if _locks_in(activity):
            message = f"{name} cannot be left: neither by choice nor, as its parent has none, by flow"
            span = part_place(package, activity, control, "choiceExit")
            remedy = 'remove choiceExit, or write flow="true" on the parent'
            yield Diagnostic(choice_limit_locks_in, message, span, remedy)
        if control.constrains_choice and activity.children and not control.flow:
            message = f"{name} offers only neighbours in flow to choose but has no flow"
            span = attribute_place(package, Placed(node=control.constraint), "constrainChoice")
            remedy = 'write flow="true" on its controlMode, or remove constrainChoice'
            yield Diagnostic(choice_limit_locks_in, message, span, remedy)


def _locks_in(activity: Activity) -> bool:
    parent = activity.parent
    if activity.control.choice_exit or parent is None or parent.control.flow or not parent.control.choice:
        return False
    return not any(one.rules_of("post") or one.rules_of("exit") for one in activity.walk())


RULES = (
    activities_unreachable,
    backward_in_forward_only,
    cluster_settings_on_leaf,
    choice_limit_locks_in,
)
