"""The editions that we build for and validate, oldest first."""

from cpom_scorm.editions.edition import Edition
from cpom_scorm.editions.scorm12 import SCORM_12
from cpom_scorm.editions.scorm2004 import SCORM_2004_2E, SCORM_2004_3E, SCORM_2004_4E

EDITIONS: tuple[Edition, ...] = (SCORM_12, SCORM_2004_2E, SCORM_2004_3E, SCORM_2004_4E)


def edition_named(name: str) -> Edition:
    """Give the edition with this id. Raises KeyError for any other text."""
    return {edition.id: edition for edition in EDITIONS}[name]


__all__ = ["EDITIONS", "Edition", "edition_named"]
