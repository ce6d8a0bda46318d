"""The plan of a manifest decides whether LMSs import a course and keep learners' attempts over rebuilds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.course.load import load_course
from cpom_scorm.editions import EDITIONS, Edition
from cpom_scorm.plan import LAUNCH_PAGE, plan_manifest
from tests.command_line import write_starter

if TYPE_CHECKING:
    from cpom_scorm.course.model import Course
    from cpom_scorm.package.manifest.model import Manifest

NAMES = ["styles.css", "media/a.svg", LAUNCH_PAGE, "course-data.js"]
every_edition = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    loaded = load_course(write_starter(tmp_path_factory.mktemp("course") / "mine", "Hand hygiene"))
    assert loaded.course is not None
    return loaded.course


def identifiers(manifest: Manifest) -> list[str]:
    organization = manifest.organizations[0]
    items = [name for item in manifest.walk() for name in (item.identifier, item.resource_id or "")]
    resources = [resource.identifier for resource in manifest.resources]
    return [manifest.identifier, organization.identifier, *items, *resources]


@every_edition
def test_bld_01_there_is_one_organization_with_one_item_that_launches_one_sco(
    course: Course, edition: Edition
) -> None:
    manifest = plan_manifest(course, edition, NAMES)
    (organization,) = manifest.organizations
    (item,) = manifest.walk()
    (resource,) = manifest.resources
    assert manifest.default_organization == organization.identifier
    assert (item.resource_id, True) == (resource.identifier, resource.is_sco)
    assert resource.href == LAUNCH_PAGE
    assert ("Hand hygiene", "Hand hygiene") == (organization.title, item.title)
    assert ("ADL SCORM", edition.manifest.schemaversion) == (
        manifest.metadata and manifest.metadata.schema,
        manifest.metadata and manifest.metadata.schemaversion,
    )


def test_bld_01_every_file_is_listed_once_the_launch_page_first_whatever_order_it_came_in(
    course: Course,
) -> None:
    plans = [plan_manifest(course, EDITIONS[0], names) for names in (NAMES, reversed(NAMES))]
    assert plans[0] == plans[1]
    listed = [file.href for file in plans[0].resources[0].files]
    assert [LAUNCH_PAGE, "course-data.js", "media/a.svg", "styles.css"] == listed


@every_edition
def test_bld_05_identifiers_derive_from_the_course_id_alone(course: Course, edition: Edition) -> None:
    """Totara drops the tracking of identifiers that vanish."""
    texts = {
        "title": "Another title",
        "short_title": "Other",
        "language": "ar",
        "sections": course.sections[:1],
    }
    changed = course.model_copy(update=texts)
    assert identifiers(plan_manifest(course, edition, NAMES)) == identifiers(
        plan_manifest(changed, edition, ["new.js", LAUNCH_PAGE])
    )
    other = identifiers(plan_manifest(course.model_copy(update={"id": "other-course"}), edition, NAMES))
    assert not set(identifiers(plan_manifest(course, edition, NAMES))) & set(other)


@pytest.mark.parametrize("course_id", ["ab", "a-1", "a" + "-x" * 19 + "y", "m" * 40])
def test_bld_05_identifiers_are_short_names_that_begin_with_the_course_id(
    course: Course, course_id: str
) -> None:
    """SuccessFactors reads the first 15 characters, and XML wants a letter first."""
    manifest = plan_manifest(course.model_copy(update={"id": course_id}), EDITIONS[-1], NAMES)
    for name in identifiers(manifest):
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]{0,59}", name)
        assert name.startswith(course_id)
    distinct = [manifest.identifier, manifest.organizations[0].identifier, manifest.resources[0].identifier]
    assert len(set(distinct)) == 3


@every_edition
def test_bld_13_no_pass_mark_reaches_the_manifest_unless_the_author_asks(
    course: Course, edition: Edition
) -> None:
    (item,) = plan_manifest(course, edition, NAMES).walk()
    assert (None, None) == (item.mastery_score, item.completion_threshold)
    assert item.sequencing is None or item.sequencing.primary_objective is None


@every_edition
def test_bld_13_a_pass_mark_that_was_asked_for_is_the_one_of_the_course(
    course: Course, edition: Edition
) -> None:
    asked = course.scoring.model_copy(update={"pass_mark": 72, "pass_mark_in_manifest": True})
    (item,) = plan_manifest(course.model_copy(update={"scoring": asked}), edition, NAMES).walk()
    if edition.manifest.has_sequencing:
        assert item.mastery_score is None
        assert item.sequencing is not None
        objective = item.sequencing.primary_objective
        assert objective is not None
        assert (True, "0.72") == (objective.satisfied_by_measure, objective.min_normalized_measure)
    else:
        assert (item.mastery_score, item.sequencing) == ("72", None)


@every_edition
def test_bld_13_bld_14_the_content_sets_its_status_and_the_lms_hides_its_own_controls(
    course: Course, edition: Edition
) -> None:
    (item,) = plan_manifest(course, edition, NAMES).walk()
    if not edition.manifest.has_sequencing:
        assert (None, ()) == (item.sequencing, item.hidden_controls)
        return
    assert item.sequencing is not None
    controls = item.sequencing.delivery_controls
    assert controls is not None
    assert (True, True) == (controls.completion_set_by_content, controls.objective_set_by_content)
    assert edition.manifest.hideable_controls == item.hidden_controls
    assert "continue" in item.hidden_controls


def test_bld_11_schema_locations_name_control_documents_or_nothing(course: Course) -> None:
    with_documents = plan_manifest(course, EDITIONS[-1], NAMES)
    assert all(file.endswith(".xsd") and "/" not in file for _, file in with_documents.schema_locations)
    assert with_documents.schema_locations
    without = plan_manifest(course.model_copy(update={"control_documents": False}), EDITIONS[-1], NAMES)
    assert () == without.schema_locations
