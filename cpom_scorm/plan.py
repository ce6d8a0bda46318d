"""Course × edition → manifest: one organization, one item, one SCO that every LMS can run (BLD-01)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.package.manifest.model import (
    ControlMode,
    DeliveryControls,
    File,
    Item,
    Manifest,
    Metadata,
    Objective,
    Organization,
    Resource,
    Sequencing,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpom_scorm.course.model import Course
    from cpom_scorm.editions import Edition

LAUNCH_PAGE = "index.html"
SCHEMA = "ADL SCORM"


def plan_manifest(course: Course, edition: Edition, file_names: Iterable[str]) -> Manifest:
    """Plan the manifest of a course's package.

    `file_names` are all files of the package but the manifest and its control documents. Identifiers derive
    from the course id alone, and it comes first: SuccessFactors looks at the first 15 characters (BLD-05).
    """
    organization_id = f"{course.id}-org"
    schema_locations = (
        tuple((namespace.uri, namespace.schema_file) for namespace in edition.manifest.namespaces)
        if course.control_documents
        else ()
    )
    return Manifest(
        identifier=course.id,
        version="1.0",
        metadata=Metadata(SCHEMA, edition.manifest.schemaversion),
        organizations=(
            Organization(
                organization_id,
                course.title,
                (_item(course, edition),),
                sequencing=_course_sequencing(edition),
            ),
        ),
        default_organization=organization_id,
        resources=(
            Resource(
                _resource_id(course),
                LAUNCH_PAGE,
                scorm_type="sco",
                files=tuple(
                    File(name) for name in sorted(file_names, key=lambda name: (name != LAUNCH_PAGE, name))
                ),
            ),
        ),
        schema_locations=schema_locations,
    )


def _resource_id(course: Course) -> str:
    return f"{course.id}-sco"


def _item(course: Course, edition: Edition) -> Item:
    mark = course.scoring.pass_mark if course.scoring.pass_mark_in_manifest else None
    form = edition.manifest
    return Item(
        f"{course.id}-item",
        course.title,
        _resource_id(course),
        mastery_score=_decimal(mark)
        if mark is not None and "mastery_score" in form.parameter_elements
        else None,
        sequencing=_item_sequencing(mark) if form.has_sequencing else None,
        hidden_controls=form.hideable_controls if form.has_navigation else (),
    )


def _course_sequencing(edition: Edition) -> Sequencing | None:
    if not edition.manifest.has_sequencing:
        return None
    return Sequencing(control_mode=ControlMode(choice=True, flow=True))


def _item_sequencing(pass_mark: float | None) -> Sequencing:
    """The content sets both statuses; the LMS is to derive neither (BLD-13)."""
    objective = None
    if pass_mark is not None:
        objective = Objective(
            "course", satisfied_by_measure=True, min_normalized_measure=_decimal(pass_mark / 100)
        )
    return Sequencing(
        primary_objective=objective,
        delivery_controls=DeliveryControls(completion_set_by_content=True, objective_set_by_content=True),
    )


def _decimal(number: float) -> str:
    return f"{number:.4f}".rstrip("0").rstrip(".")
