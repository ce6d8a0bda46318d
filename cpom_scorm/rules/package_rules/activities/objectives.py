"""Whether objectives get the values that somebody waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.places import attribute_place, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.activities.model import Activity, ObjectiveMap
    from cpom_scorm.package.model import Package


def _shared_here(package: Package) -> dict[str, list[tuple[Activity, ObjectiveMap]]]:
    """Give the maps of each global objective that the manifest does not share with other packages."""
    found: dict[str, list[tuple[Activity, ObjectiveMap]]] = {}
    for tree in package.activity_trees:
        if tree.shares_objectives is not True:
            for activity in tree.activities:
                for objective in activity.objectives:
                    for one in objective.maps:
                        found.setdefault(one.target, []).append((activity, one))
    return found


@rule("OBJ-011", "global-objective-one-sided", Severity.WARNING, since="0.1", spec="SN 3.10.2; SN 4.2.1")
def global_objective_one_sided(package: Package) -> Iterator[Diagnostic]:
    """## What
    A global objective is read but nothing in the package writes it, or it is written but nothing reads it.
    Where `objectivesGlobalToSystem="true"` is written, other packages may do so.

    ## Why it matters
    What is read stays unknown: rules that wait for it never fire. Reading is on by default, writing is not.

    ## Example
    Two activities that only have `<imsss:mapInfo targetObjectiveID="g"/>`.

    ## Fix
    Write `writeSatisfiedStatus="true"` where the result arises and read it where it is asked for; correct a
    target that is misspelt.
    """
    for target, maps in _shared_here(package).items():
        is_read = any(one.reads for _, one in maps)
        is_written = any(one.writes for _, one in maps)
        if is_read is is_written:
            continue
        activity, first = next(one for one in maps if one[1].reads or one[1].writes)
        labels = tuple(Label(place(package, one), "and here") for _, one in maps if one is not first)
        done, lacks = ("reads", "writes") if is_read else ("writes", "reads")
        message = (
            f"{quoted(activity.name)} {done} the global objective {quoted(target)}, which nothing {lacks}"
        )
        remedy = (
            f"correct the target, or let the activity that it is about {'write' if is_read else 'read'} it"
        )
        span = attribute_place(package, first, "targetObjectiveID")
        yield Diagnostic(global_objective_one_sided, message, span, remedy, labels[:3])


@rule("OBJ-014", "map-on-untracked", Severity.WARNING, since="0.1", spec="SN 3.13; SN 4.2.1")
def map_on_untracked(package: Package) -> Iterator[Diagnostic]:
    """## What
    An activity with `tracked="false"` maps an objective.

    ## Why it matters
    Nothing is recorded of it, so the map neither reads nor writes.

    ## Example
    `<imsss:deliveryControls tracked="false"/>` beside a `mapInfo`.

    ## Fix
    Remove the map, or track the activity.
    """
    for tree in package.activity_trees:
        for activity in tree.activities:
            maps = [one for objective in activity.objectives for one in objective.maps]
            if maps and not activity.is_tracked:
                message = (
                    f"{quoted(activity.name)} maps the objective {quoted(maps[0].target)} but is not tracked"
                )
                remedy = 'remove the map, or write tracked="true"'
                yield Diagnostic(map_on_untracked, message, place(package, maps[0]), remedy)


RULES = (global_objective_one_sided, map_on_untracked)
