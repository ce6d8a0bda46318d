"""Rules on the frame of a manifest: its parts, their order, names that the tables do not know."""

from __future__ import annotations

from cpom_scorm.package.manual import declare

_REFUSED = "LMSs that check the schema refuse the import; the others lose what stands in the wrong form."

MANIFEST_IDENTIFIER = declare(
    "MAN-003",
    "manifest-identifier-missing",
    "IMS CP 1.1.4; REQ_30.1",
    what="The `manifest` element has no `identifier`.",
    why="LMSs tell packages apart by it: without one, an update may be imported as another course.",
    example='`<manifest xmlns="…">`',
    fix='Give it a permanent identifier: `<manifest identifier="pharmacy-basics" …>`.',
)
MANIFEST_IDENTIFIER_FORM = declare(
    "MAN-004",
    "manifest-identifier-form",
    "XSD xs:ID; REQ_30.1.1",
    what="The identifier of the manifest is no XML name: letters, digits, `-`, `_` and `.`, "
    "first a letter or `_`.",
    why="Schema checks refuse it, and some LMSs build addresses and database keys from it.",
    example='`identifier="6f9619ff-8b86-d011"`: a GUID that begins with a digit.',
    fix='Put a letter before it: `identifier="m-6f9619ff-8b86-d011"`.',
)
ORGANIZATIONS_MISSING = declare(
    "MAN-005",
    "organizations-missing",
    "IMS CP 1.1.4; REQ_30.6",
    what="The manifest has no `organizations` element.",
    why="Without it there is no table of contents, and most LMSs find nothing to launch.",
    example="`metadata` is followed by `resources`.",
    fix="Add `organizations` with one organization between `metadata` and `resources`.",
)
RESOURCES_MISSING = declare(
    "MAN-006",
    "resources-missing",
    "IMS CP 1.1.4; REQ_30.7",
    what="The manifest has no `resources` element.",
    why="Items name resources; without them nothing can be launched.",
    example="A manifest that ends after `organizations`.",
    fix="Add `resources` after `organizations` and list the files in it.",
)
ELEMENT_ORDER = declare(
    "MAN-007",
    "element-order",
    "IMS CP 1.1.4 XSD; REQ_30.4",
    what="Elements stand in another order than the schema wants, such as `metadata` after `resources`, "
    "or `title` after the first `item`. Elements of other namespaces come last.",
    why=_REFUSED,
    example='`<item identifier="i1"><adlcp:datafromlms>x</adlcp:datafromlms><title>One</title></item>`',
    fix="Move the element to its place: in items, `title`, then items, `metadata`, then the rest.",
)
METADATA_SCHEMA = declare(
    "MAN-012",
    "metadata-schema",
    "CAM 3.4.1; REQ_30.5.1 to 30.5.3",
    what="The metadata of the manifest does not begin with one `schema` and one `schemaversion`.",
    why="LMSs choose the edition by them. The conformance suite fails the package.",
    example="`<metadata><schemaversion>2004 4th Edition</schemaversion></metadata>`",
    fix="Write `<schema>ADL SCORM</schema>` first and `<schemaversion>` of the edition second.",
)
ELEMENT_UNKNOWN = declare(
    "MAN-013",
    "element-unknown",
    "XSD",
    what="An element of a SCORM namespace that the edition does not know, or not at this place.",
    why="LMSs skip it without a word, so what was meant by it does not happen. The schemas of the 4th "
    "edition let it pass too.",
    example="`<adlcp:DataFromLMS>` instead of `<adlcp:dataFromLMS>`: names are case-sensitive.",
    fix="Write the name that the edition has, or remove the element.",
)
ATTRIBUTE_UNKNOWN = declare(
    "MAN-014",
    "attribute-unknown",
    "XSD",
    what="An attribute that the edition does not know on this element.",
    why="LMSs skip it without a word, so what was meant by it does not happen.",
    example='`<item identifier="i1" isVisible="true">` instead of `isvisible`.',
    fix="Write the name that the edition has, or remove the attribute.",
)
PART_TWICE = declare(
    "MAN-015",
    "manifest-part-twice",
    "IMS CP 1.1.4 XSD",
    what="The manifest has a second `organizations`, `resources` or `metadata`.",
    why="LMSs read the first or the last of them: half of the course is missing, and which half differs.",
    example="Two manifests that were merged by hand.",
    fix="Put everything into one element of each name.",
)
ORGANIZATION_TITLE = declare(
    "ORG-005",
    "organization-title",
    "CAM 3.4.1; REQ_30.6.3.5",
    what="An organization has no title, two titles, or (a warning) a blank one.",
    why="LMSs show it as the name of the course; Open edX stops the import without it.",
    example='`<organization identifier="o1"><item …>`',
    fix="Give the organization one `<title>` before its items.",
)
ORGANIZATION_EMPTY = declare(
    "ORG-006",
    "organization-without-item",
    "CAM 3.4.1; REQ_30.6.3.6",
    what="An organization has no item.",
    why="There is nothing to launch: learners see an empty course.",
    example='`<organization identifier="o1"><title>Course</title></organization>`',
    fix="Add an item that names the resource to launch.",
)
IDENTIFIER_FORM = declare(
    "ORG-008",
    "identifier-form",
    "XSD xs:ID",
    what="An organization, item, resource or sequencing has no identifier, or one that is no XML name: "
    "letters, digits, `-`, `_` and `.`, first a letter or `_`.",
    why="Schema checks refuse it. LMSs key tracking data by it, and some fail on spaces and colons.",
    example='`<item identifier="1.1 Overview">`',
    fix='Write a short name: `<item identifier="item-1.1">`.',
)
GLOBAL_OBJECTIVES_VALUE = declare(
    "ORG-009",
    "objectives-global-value",
    "CAM 5.2; REQ_30.6.3.3.3.1",
    what="`adlseq:objectivesGlobalToSystem` is neither `true` nor `false`.",
    why="The default is true: two courses that use the same objective name then share a learner's state.",
    example='`adlseq:objectivesGlobalToSystem="no"`',
    fix="Write `true` or `false`.",
)
GLOBAL_OBJECTIVES_PLACE = declare(
    "ORG-010",
    "objectives-global-place",
    "CAM 5.2; REQ_30.6.3.3.2",
    what="`adlseq:objectivesGlobalToSystem` stands on another element than `organization`.",
    why="LMSs look for it on the organization only, so objectives stay global.",
    example='`<item identifier="i1" adlseq:objectivesGlobalToSystem="false">`',
    fix="Move it to the organization.",
)
SHARED_DATA_PLACE = declare(
    "ORG-011",
    "shared-data-global-place",
    "SCORM 2004 4th CAM 3.4; REQ_30.6.3.4.3",
    what="`adlcp:sharedDataGlobalToSystem` stands on another element than `organization`.",
    why="LMSs look for it on the organization only, so shared data stay global.",
    example='`<item identifier="i1" adlcp:sharedDataGlobalToSystem="false">`',
    fix="Move it to the organization.",
)
SCHEMA_VIOLATION = declare(
    "SCH-005",
    "schema-violation",
    "the XSDs of the edition",
    what="The manifest breaks the schema of its edition in a way that no other rule names.",
    why=_REFUSED,
    example="Text between the elements of `resources`; `metadata` twice in one item.",
    fix="Correct the element or attribute named.",
)
LOCATION_PLACE = declare(
    "MD-005",
    "metadata-location-place",
    "CAM 4.5; REQ_30.6.3.7.1.1.2.2",
    what="`adlcp:location` stands outside `metadata`.",
    why="No LMS looks for metadata there.",
    example="`<item …><adlcp:location>item.xml</adlcp:location></item>`",
    fix="Put it into a `metadata` element of the same parent.",
)
