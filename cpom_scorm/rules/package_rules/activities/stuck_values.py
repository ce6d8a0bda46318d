"""Whether status, completion and measures that somebody waits for can ever arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.package.activities.model import Launch
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.activities.findings import gathered, judgements, part_place
from cpom_scorm.rules.package_rules.activities.rollups import lacking
from cpom_scorm.rules.package_rules.places import attribute_place, place
from cpom_scorm.sequencing.conditions import RECORDED, variable
from cpom_scorm.sequencing.rollup import weighed
from cpom_scorm.sequencing.values import COMPLETED
from cpom_scorm.sequencing.words import asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.activities.model import Activity, ActivityObjective
    from cpom_scorm.package.model import Package
    from cpom_scorm.sequencing.judgement import Judgement

_KINDS = {"status": "a status", "measure": "a measure", "completion": "a completion"}


@rule("SEQ-028", "condition-on-nothing", Severity.WARNING, since="0.1", spec="SN 3.4; SN UP.2.1")
def condition_on_nothing(package: Package) -> Iterator[Diagnostic]:
    """## What
    A rule asks about a status, completion or measure that nothing ever sets: no content reports it, nothing
    rolls up to it, no map reads it, or the activity is not tracked.

    ## Why it matters
    The value stays unknown, so the rule never fires, or always does: LMSs differ in what "not" makes of it.

    ## Example
    A rule about an objective of a page that is an asset, or of an activity with `tracked="false"`.

    ## Fix
    Ask about an objective that a SCO reports, or read it from a global objective by a `mapInfo`.
    """
    for judgement in judgements(package):
        yield from gathered(_on_nothing(package, judgement))


def _on_nothing(package: Package, judgement: Judgement) -> Iterator[Diagnostic]:
    for activity in judgement.tree.activities:
        seen: set[str] = set()
        for condition in (condition for found in activity.rules for condition in found.conditions):
            kind, name = variable(activity, condition)
            objective = activity.objective(name)
            if kind not in RECORDED or objective is None or name in seen:
                continue
            stays = judgement.is_stuck(kind, activity, name)
            if stays and not _is_told_elsewhere(judgement, activity, objective, kind):
                seen.add(name)
                message = (
                    f"a rule of {quoted(activity.name)} asks whether {asked(activity, condition)}, but "
                    f"{_reason(activity, objective, kind)}"
                )
                remedy = "ask about an objective that a SCO reports, or read one by a mapInfo"
                yield Diagnostic(condition_on_nothing, message, place(package, condition), remedy)


def _reason(activity: Activity, objective: ActivityObjective, kind: str) -> str:
    if not activity.is_tracked:
        return "nothing of it is tracked"
    if activity.children and objective.is_primary:
        return f"none of its children can give it {_KINDS[kind]}"
    if objective.maps:
        return f"nothing writes {_KINDS[kind]} to the global objective that it reads"
    if activity.launch is Launch.ASSET:
        return f"it is an asset, which reports no {_KINDS[kind].partition(' ')[2]}, and no map reads one"
    return f"nothing sets {_KINDS[kind]} of it: no map reads one"


def _is_told_elsewhere(
    judgement: Judgement, activity: Activity, objective: ActivityObjective, kind: str
) -> bool:
    """Whether another rule reports the cause."""
    if not activity.is_tracked and objective.maps:
        return True
    if (
        objective.by_measure
        and kind != "completion"
        and judgement.is_stuck("measure", activity, objective.id)
    ):
        return True
    if activity.children and objective.is_primary:
        return bool(lacking(judgement, activity)) or not weighed(activity)
    return kind == "completion" and _never_completes(judgement, activity)


@rule("SEQ-032", "asset-never-completes", Severity.WARNING, since="0.1", spec="SN 3.13; SN UP.4")
def asset_never_completes(package: Package) -> Iterator[Diagnostic]:
    """## What
    An asset has `completionSetByContent="true"`, and its cluster waits for it.

    ## Why it matters
    An asset cannot report: it never completes, so nor does the course.

    ## Example
    `completionSetByContent="true"` on a welcome page.

    ## Fix
    Leave the attribute out: the LMS then completes the asset by itself.
    """
    for judgement in judgements(package):
        possible = judgement.possible
        found = [
            leaf
            for leaf in judgement.tree.leaves
            if _never_completes(judgement, leaf)
            and leaf.parent is not None
            and COMPLETED not in possible.completion(leaf.parent)
        ]
        if found:
            first, *others = found
            cluster = first.parent or first
            message = (
                f"{quoted(first.name)} is an asset that should report its completion, so "
                f"{quoted(cluster.name)} never completes"
            )
            span = part_place(package, first, first.delivery, "completionSetByContent")
            labels = tuple(Label(place(package, one.item), "this one too") for one in others[:3])
            remedy = "remove completionSetByContent"
            yield Diagnostic(asset_never_completes, message, span, remedy, labels)


def _never_completes(judgement: Judgement, leaf: Activity) -> bool:
    reports = leaf.delivery.completion_by_content and leaf.launch is Launch.ASSET
    return reports and leaf.is_tracked and judgement.is_stuck("completion", leaf, "")


@rule("OBJ-013", "measure-never-arrives", Severity.WARNING, since="0.1", spec="SN 3.10; SN RB.1.2 a")
def measure_never_arrives(package: Package) -> Iterator[Diagnostic]:
    """## What
    `satisfiedByMeasure="true"` where no measure can arrive: no SCO, no map and no child gives one. Or a
    `minNormalizedMeasure` without `satisfiedByMeasure="true"`.

    ## Why it matters
    The first is never satisfied. The second is not used: the pass mark has no effect.

    ## Example
    `<imsss:primaryObjective satisfiedByMeasure="true">` on a page that is an asset.

    ## Fix
    Remove `satisfiedByMeasure`, or let a measure arrive; write it beside the pass mark.
    """
    for judgement in judgements(package):
        yield from gathered(_never_arrives(package, judgement))


def _never_arrives(package: Package, judgement: Judgement) -> Iterator[Diagnostic]:
    for activity in judgement.tree.activities:
        for objective in activity.objectives:
            name = quoted(activity.name)
            if objective.mark is not None and not objective.by_measure:
                mark = f"{objective.mark:g}"
                message = f"the pass mark {mark} of {name} has no effect without satisfiedByMeasure"
                span = place(package, objective)
                yield Diagnostic(measure_never_arrives, message, span, 'write satisfiedByMeasure="true"')
            if objective.by_measure and _waits(judgement, activity, objective):
                message = f"{name} is satisfied by its measure, but none can arrive: {_why(activity)}"
                span = attribute_place(package, objective, "satisfiedByMeasure")
                remedy = "remove satisfiedByMeasure, or read a measure by a mapInfo"
                yield Diagnostic(measure_never_arrives, message, span, remedy)


def _waits(judgement: Judgement, activity: Activity, objective: ActivityObjective) -> bool:
    if not judgement.is_stuck("measure", activity, objective.id):
        return False
    if not activity.is_tracked:
        return not objective.maps
    return not (activity.children and objective.is_primary) or bool(weighed(activity))


def _why(activity: Activity) -> str:
    if not activity.is_tracked:
        return "it is not tracked"
    if activity.children:
        return "no child has one"
    return "an asset reports none" if activity.launch is Launch.ASSET else "nothing sets it"


RULES = (condition_on_nothing, asset_never_completes, measure_never_arrives)
