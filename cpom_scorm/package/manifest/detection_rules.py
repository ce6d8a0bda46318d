"""The rules that are met while the edition of a manifest is detected."""

from __future__ import annotations

from cpom_scorm.package.manual import declare

ROOT_NAMESPACE = declare(
    "MAN-001",
    "manifest-namespace",
    "CAM 3.4; conformance test suite",
    what="The root element is not in the content packaging namespace of a SCORM edition.",
    why=(
        "LMSs choose the edition and find elements by this namespace: they see an empty course or another "
        "kind of package."
    ),
    example="A manifest of an IMS Common Cartridge, or one whose `xmlns` was lost when it was edited.",
    fix="Give the root element the `xmlns` of the edition.",
)
ROOT_NAME = declare(
    "MAN-002",
    "manifest-root",
    "IMS CP 1.1 section 3; XSD",
    what="The root element of `imsmanifest.xml` is not `manifest`.",
    why="It is another kind of file under the name of a manifest; no LMS imports it.",
    example="A `lom` record that was saved as `imsmanifest.xml`.",
    fix="Put the manifest in its place.",
)
SCHEMAVERSION = declare(
    "MAN-010",
    "schemaversion-unknown",
    "CAM 3.4.1; REQ_30.5.3.1",
    what=(
        "The text of `schemaversion` is not exactly that of an edition: `1.2`, `CAM 1.3` (2004 2nd Edition), "
        "`2004 3rd Edition` or `2004 4th Edition`."
    ),
    why=(
        "LMSs choose the run-time by this text. Moodle takes any text it does not know for SCORM 1.2; "
        "content for 2004 then finds no API and nothing is saved."
    ),
    example="`<schemaversion>2004 2nd Edition</schemaversion>`",
    fix="Write the text of the edition exactly, on one line.",
)
MIXED_GENERATIONS = declare(
    "MAN-011",
    "generations-mixed",
    "CAM 3.4",
    what="The `schemaversion` and the namespaces of the manifest belong to different generations of SCORM.",
    why=(
        "Each LMS believes another of the two signs. Elements in the other generation's namespace are not "
        "seen: a SCO becomes an asset and reports nothing."
    ),
    example="`xmlns:adlcp` of SCORM 1.2 in a manifest of SCORM 2004.",
    fix="Use the namespaces that the edition of the `schemaversion` has.",
)

DETECTION_RULES = (ROOT_NAMESPACE, ROOT_NAME, SCHEMAVERSION, MIXED_GENERATIONS)
