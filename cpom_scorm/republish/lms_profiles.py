"""What LMSs need in order to keep learners' progress when a package is replaced: facts with their evidence.

An LMS without evidence is left out: no row is a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Need = Literal["identifiers", "structure", "first_15"]
"""identifiers: of manifest, organization, item and resource. structure: the items and what each launches.
first_15: the first characters of the manifest's identifier, and what the item refers to.
"""


@dataclass(frozen=True, slots=True)
class LmsProfile:
    """One LMS."""

    name: str
    """What people write after `--profile`."""
    title: str
    needs: tuple[Need, ...]
    """What must be the same; besides, every LMS needs the same edition and records that can be read."""
    why: str
    """What the LMS does, lower-case start, no full stop."""
    evidence: str


LMS_PROFILES = (
    LmsProfile(
        "moodle",
        "Moodle",
        ("identifiers",),
        "it moves tracking to the item of the same identifier and deletes that of all others",
        "moodle/moodle mod/scorm/datamodels/scormlib.php, scorm_parse_scorm",
    ),
    LmsProfile(
        "totara",
        "Totara",
        ("identifiers",),
        "it clears the tracking of identifiers that are no longer there",
        "totara.help, SCORM troubleshooting",
    ),
    LmsProfile(
        "cornerstone",
        "Cornerstone",
        ("identifiers", "structure"),
        "it replaces only where the structure is unchanged; anything else is a new version",
        "help.csod.com, Uploading Courses via Course Publisher",
    ),
    LmsProfile(
        "successfactors",
        "SAP SuccessFactors",
        ("first_15",),
        "it knows the content by the first 15 characters of the manifest's identifier and by identifierref",
        "SAP KBA 2316909",
    ),
    LmsProfile(
        "openedx",
        "Open edX",
        (),
        "it keeps progress with the block in the course, whatever is uploaded there",
        "overhangio/openedx-scorm-xblock openedxscorm/scormxblock.py, studio_submit",
    ),
)


def profiles_named(names: tuple[str, ...]) -> tuple[LmsProfile, ...]:
    """Give the profiles of these names in the order of the table; all where none is named."""
    return tuple(profile for profile in LMS_PROFILES if not names or profile.name in names)
