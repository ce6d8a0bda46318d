"""Every rule about packages: those checked here, and those met while a package is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.package.archive.rules import ARCHIVE_RULES
from cpom_scorm.package.grammar import GRAMMAR_RULES
from cpom_scorm.package.manifest.detection_rules import DETECTION_RULES
from cpom_scorm.package.xml.rules import XML_RULES
from cpom_scorm.rules.package_rules import (
    activities,
    addresses,
    api_use,
    archive,
    item_settings,
    items,
    lms,
    manifest,
    metadata,
    names,
    organization,
    prerequisites,
    references,
    resource_files,
    resources,
    schemas,
    session_use,
)

if TYPE_CHECKING:
    from cpom_scorm.rule import Rule

FILE_RULES: tuple[Rule, ...] = (*archive.RULES, *names.RULES)
"""Checked on every package, even one that is not SCORM."""

MANIFEST_RULES: tuple[Rule, ...] = (
    *schemas.RULES,
    *manifest.RULES,
    *organization.RULES,
    *items.RULES,
    *item_settings.RULES,
    *prerequisites.RULES,
    *resources.RULES,
    *resource_files.RULES,
    *addresses.RULES,
    *metadata.RULES,
    *references.RULES,
    *api_use.RULES,
    *activities.RULES,
    *session_use.RULES,
)
"""Checked where the manifest can be read and is of an edition of SCORM."""

LMS_RULES: tuple[Rule, ...] = lms.RULES
"""Checked with what an LMS is known to do: their checks take a package and a behaviour."""

READING_RULES: tuple[Rule, ...] = (*ARCHIVE_RULES, *XML_RULES, *DETECTION_RULES, *GRAMMAR_RULES)
"""Found while the archive and the manifest are read."""

PACKAGE_RULES: tuple[Rule, ...] = tuple(
    sorted((*READING_RULES, *FILE_RULES, *MANIFEST_RULES, *LMS_RULES), key=lambda rule: rule.id)
)

__all__ = ["FILE_RULES", "LMS_RULES", "MANIFEST_RULES", "PACKAGE_RULES", "READING_RULES"]
