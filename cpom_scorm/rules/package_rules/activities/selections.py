"""Whether what is selected and shuffled is what its author means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.activities.findings import clusters, gathered, judgements
from cpom_scorm.rules.package_rules.places import attribute_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.activities.model import Activity
    from cpom_scorm.package.model import Package
    from cpom_scorm.sequencing.judgement import Judgement

_NEVER = "never"


@rule("RND-001", "selection-too-large", Severity.WARNING, since="0.1", spec="SN 3.11; SN SR.1")
def selection_too_large(package: Package) -> Iterator[Diagnostic]:
    """## What
    `selectCount` is larger than the number of children.

    ## Why it matters
    All children are taken; some LMSs take none, or stop with an error.

    ## Example
    `selectCount="10"` on a cluster with eight questions.

    ## Fix
    Write the number that learners should get, below the number of children.
    """
    for judgement in judgements(package):
        yield from gathered(_too_large(package, judgement))


def _too_large(package: Package, judgement: Judgement) -> Iterator[Diagnostic]:
    for cluster in clusters(judgement):
        count, there = cluster.random.select_count, len(cluster.children)
        if count is not None and count > there and cluster.random.selection != _NEVER:
            message = f"{quoted(cluster.name)} selects {count} of {there} children"
            span = attribute_place(package, cluster.random, "selectCount")
            yield Diagnostic(selection_too_large, message, span, f"write {there} or less")


@rule("RND-003", "randomization-never", Severity.WARNING, since="0.1", spec="SN 3.11, 3.12; SN SR.1, SR.2")
def randomization_never(package: Package) -> Iterator[Diagnostic]:
    """## What
    `selectCount` without `selectionTiming`, or `reorderChildren="true"` without `randomizationTiming`: both
    timings are `never` unless the manifest says otherwise.

    ## Why it matters
    Nothing is selected and nothing shuffled: every learner gets all children in order.

    ## Example
    `<imsss:randomizationControls selectCount="5"/>`

    ## Fix
    Write `selectionTiming="onEachNewAttempt"` (or `once`), and `randomizationTiming` likewise.
    """
    for judgement in judgements(package):
        yield from gathered(_never(package, judgement))


def _never(package: Package, judgement: Judgement) -> Iterator[Diagnostic]:
    for cluster in clusters(judgement):
        random = cluster.random
        if random.select_count and random.selection == _NEVER:
            message = f'{quoted(cluster.name)} never selects children: its selectionTiming is "never"'
            remedy = 'write selectionTiming="onEachNewAttempt"'
            yield Diagnostic(
                randomization_never, message, attribute_place(package, random, "selectCount"), remedy
            )
        if random.reorders and random.reordering == _NEVER:
            message = (
                f'{quoted(cluster.name)} never reorders its children: its randomizationTiming is "never"'
            )
            remedy = 'write randomizationTiming="onEachNewAttempt"'
            yield Diagnostic(
                randomization_never, message, attribute_place(package, random, "reorderChildren"), remedy
            )


@rule("RND-004", "result-left-out", Severity.WARNING, since="0.1", spec="SN 3.11; SN SR.1, UP.2.1")
def result_left_out(package: Package) -> Iterator[Diagnostic]:
    """## What
    A selection may leave out the only activity that writes a global objective about which a rule elsewhere
    asks.

    ## Why it matters
    Rollup leaves out what is not selected, and that is right. But the global objective stays unknown for
    these learners: the rule never lets them through, or lets all through.

    ## Example
    Two of four tests are selected; a lesson waits for the objective of the third.

    ## Fix
    Let each activity of the pool write the same objective, or ask about the status of the cluster.
    """
    for judgement in judgements(package):
        for cluster in clusters(judgement):
            if cluster.chosen_children < len(cluster.children):
                yield from _left_out(package, judgement, cluster)


def _left_out(package: Package, judgement: Judgement, cluster: Activity) -> Iterator[Diagnostic]:
    inside = set(cluster.walk())
    for target, reader in _asked_outside(judgement, {*inside, *cluster.ancestors()}).items():
        writers = [one for one in judgement.tree.activities if target in _written_by(one)]
        holders = [child for child in cluster.children if any(one in writers for one in child.walk())]
        spare = len(cluster.children) - len(holders)
        if holders and inside.issuperset(writers) and spare >= cluster.chosen_children:
            pool, left, waiting = quoted(cluster.name), quoted(holders[0].name), quoted(reader.name)
            message = (
                f"{pool} may leave out {left}, without which the global objective {quoted(target)} that "
                f"{waiting} asks about stays unknown; path: start → {pool} (without {left}) → {waiting}"
            )
            span = attribute_place(package, cluster.random, "selectCount")
            remedy = "let each activity of the pool write it, or ask about the status of the cluster"
            yield Diagnostic(result_left_out, message, span, remedy)


def _written_by(activity: Activity) -> set[str]:
    return {one.target for objective in activity.objectives for one in objective.maps if one.writes}


def _asked_outside(judgement: Judgement, own: set[Activity]) -> dict[str, Activity]:
    """Give the global objectives about which rules of other activities ask, with the first that does."""
    found: dict[str, Activity] = {}
    for activity in judgement.tree.activities:
        conditions = [one for each in activity.rules for one in each.conditions]
        for condition in conditions if activity not in own else ():
            objective = activity.objective(condition.objective)
            for one in objective.maps if objective else ():
                if "status" in one.reads or "measure" in one.reads:
                    found.setdefault(one.target, activity)
    return found


RULES = (selection_too_large, randomization_never, result_left_out)
