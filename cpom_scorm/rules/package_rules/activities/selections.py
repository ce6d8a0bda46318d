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


RULES = (selection_too_large, randomization_never)
