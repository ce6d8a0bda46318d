"""The activity tree holds the values that count: written, referred to, or the standard's own (SN 2.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.activities.model import Control, Launch
from cpom_scorm.package.model import Package
from tests.activities import asset, cluster, course, mode, package_of, rollup, sco
from tests.builders import base_files

if TYPE_CHECKING:
    from cpom_scorm.package.activities.model import Activity


def activities(manifest: str) -> dict[str, Activity]:
    """Give the activities of a course by name."""
    (tree,) = package_of(manifest).activity_trees
    return {activity.name: activity for activity in tree.activities}


def test_what_is_not_written_has_the_values_of_the_standard() -> None:
    found = activities(course("", sco("a", ""), asset("b")))
    course_itself, leaf = found["course"], found["a"]
    assert (Control(), True, False) == (course_itself.control, Control().choice, Control().flow)
    assert (True, 1.0, "never", None) == (
        leaf.delivery.tracked,
        leaf.rollup.weight,
        leaf.random.selection,
        leaf.limits.attempts,
    )
    assert [Launch.NOTHING, Launch.SCO, Launch.ASSET] == [one.launch for one in found.values()]


def test_own_elements_replace_those_of_the_collection_one_by_one_and_are_not_merged() -> None:
    entry = '<imsss:sequencing ID="shared">' + mode(choice=False, flow=True) + rollup(weight="0.5")
    manifest = course(
        '<imsss:controlMode flow="true"/>', sco("a", ""), collection=f"{entry}</imsss:sequencing>"
    ).replace(
        "<title>a</title>",
        '<title>a</title><imsss:sequencing IDRef="shared"><imsss:controlMode forwardOnly="true"/>'
        "</imsss:sequencing>",
    )
    leaf = activities(manifest)["a"]
    assert (True, False, True) == (leaf.control.choice, leaf.control.flow, leaf.control.forward_only)
    assert 0.5 == leaf.rollup.weight


def test_values_that_no_schema_allows_count_as_if_absent() -> None:
    control = '<imsss:controlMode choice="yes" flow="1"/>'
    limits = '<imsss:limitConditions attemptLimit="99999999999999999999"/>'
    found = activities(
        course(control, sco("a", limits), sco("b", rollup(weight="nan")), sco("c", rollup(weight="7")))
    )
    assert (True, True) == (found["course"].control.choice, found["course"].control.flow)
    assert (None, 1.0, 1.0) == (
        found["a"].limits.attempts,
        found["b"].rollup.weight,
        found["c"].rollup.weight,
    )


def test_activities_are_numbered_in_document_order_and_know_their_parents() -> None:
    found = activities(course("", sco("a"), cluster("m", "", sco("b"), sco("c")), sco("d")))
    assert ["course", "a", "m", "b", "c", "d"] == list(found)
    assert list(range(6)) == [activity.number for activity in found.values()]
    assert [found["m"], found["course"]] == list(found["c"].ancestors())


def test_editions_without_sequencing_have_no_trees() -> None:
    without = [edition for edition in EDITIONS if not edition.manifest.has_sequencing]
    assert without
    assert [()] == [Package.from_files(base_files(edition)).activity_trees for edition in without]
