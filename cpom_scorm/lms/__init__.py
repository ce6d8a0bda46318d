"""What is known of LMSs: which packages they take, and how they treat what they take. Data with evidence."""

from __future__ import annotations

from cpom_scorm.lms.corporate import CORNERSTONE, DOCEBO, SUCCESSFACTORS, TALENTLMS
from cpom_scorm.lms.generic import GENERIC, UNASKED
from cpom_scorm.lms.judges import CTS, SCORM_CLOUD
from cpom_scorm.lms.model import Behaviour, Lms, Need, Replacing
from cpom_scorm.lms.moodle import MOODLE, MOODLE_APP, TOTARA
from cpom_scorm.lms.openedx import OPEN_EDX

LMSS: tuple[Lms, ...] = (
    MOODLE,
    MOODLE_APP,
    TOTARA,
    OPEN_EDX,
    CORNERSTONE,
    SUCCESSFACTORS,
    DOCEBO,
    TALENTLMS,
    SCORM_CLOUD,
    CTS,
    GENERIC,
)
"""All that can be named with `--profile`."""

REPLACING: tuple[Lms, ...] = tuple(lms for lms in LMSS if lms.replacing)
"""Those of which it is known what they need when a package takes the place of another."""


def lms_named(name: str) -> Lms:
    """Give the LMS that people call so. Raises KeyError for any other text."""
    return {lms.name: lms for lms in LMSS}[name]


__all__ = ["GENERIC", "LMSS", "REPLACING", "UNASKED", "Behaviour", "Lms", "Need", "Replacing", "lms_named"]
