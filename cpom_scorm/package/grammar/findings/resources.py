"""Rules on resources and the files in them."""

from __future__ import annotations

from cpom_scorm.package.manual import declare
from cpom_scorm.rule import Severity

RESOURCE_IDENTIFIER = declare(
    "RES-001",
    "resource-identifier-missing",
    "IMS CP 1.1.4 XSD; REQ_30.7.3.1",
    what="A resource has no `identifier`.",
    why="No item can name it, so it is never launched.",
    example='`<resource type="webcontent" href="index.html">`',
    fix='Give it one: `<resource identifier="res-1" …>`.',
)
RESOURCE_TYPE = declare(
    "RES-002",
    "resource-type-missing",
    "IMS CP 1.1.4 XSD; REQ_30.7.3.2",
    what="A resource has no `type`.",
    why="Schema checks refuse it; wagtail-lms launches resources of type `webcontent` only.",
    example='`<resource identifier="res-1" href="index.html">`',
    fix='Write `type="webcontent"`.',
)
PERSIST_STATE = declare(
    "RES-018",
    "persist-state-removed",
    "adlcp_v1p3 of the 3rd edition",
    what="`adlcp:persistState` was removed after the 2nd edition.",
    why="The schema of the 3rd edition refuses it, that of the 4th skips it; no LMS obeys it.",
    example='`<resource … adlcp:persistState="true">` in the 3rd edition.',
    fix="Remove the attribute.",
    severity=Severity.WARNING,
)
SCORM_TYPE_SPELLING = declare(
    "RES-020",
    "scorm-type-spelling",
    "adlcp XSDs",
    what="The attribute is `adlcp:scormtype` in 1.2 and `adlcp:scormType` in 2004, always with the prefix.",
    why="LMSs take the resource for an asset: it is completed as soon as it is opened, without any report.",
    example='`adlcp:scormtype="sco"` in SCORM 2004; `scormType="sco"` without a prefix.',
    fix="Write the attribute as the edition spells it.",
)
SCORM_TYPE_VALUE = declare(
    "RES-021",
    "scorm-type-value",
    "adlcp XSDs",
    what="The SCORM type of a resource is neither `sco` nor `asset`, in lower case.",
    why="LMSs take the resource for an asset: nothing is reported.",
    example='`adlcp:scormType="SCO"`',
    fix="Write `sco` for content that talks to the LMS, else `asset`.",
)
SCORM_TYPE_PLACE = declare(
    "RES-022",
    "scorm-type-place",
    "CAM 3.4.1; REQ_30.7.3.4.2",
    what="`adlcp:scormType` stands on another element than `resource`.",
    why="LMSs look for it on resources only.",
    example='`<item … adlcp:scormType="sco">`',
    fix="Move it to the resource that the item names.",
)
FILE_ADDRESS = declare(
    "RES-024",
    "file-href-missing",
    "IMS CP 1.1.4 XSD",
    what="A `file` has no `href`.",
    why="Schema checks refuse it, and importers that copy listed files only lose one.",
    example="`<file/>`",
    fix='Name the file: `<file href="index.html"/>`.',
)
