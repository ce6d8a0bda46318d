"""The rules that are met while XML is read, before there is a document to judge."""

from __future__ import annotations

from cpom_scorm.package.manual import declare
from cpom_scorm.rule import Severity

NOT_WELL_FORMED = declare(
    "XML-001",
    "xml-not-well-formed",
    "XML 1.0 section 2.1; Namespaces in XML 1.0",
    what="The file is not well-formed XML, or uses a namespace prefix that it does not declare.",
    why="No LMS imports it: most stop with a message about a broken package, some show an empty course.",
    example="`<adlcp:location>` in a manifest without `xmlns:adlcp=…`; `&` instead of `&amp;` in a title.",
    fix="Correct the place named; everything after the first fault is unread, so validate again.",
)
WRONG_ENCODING = declare(
    "XML-002",
    "xml-encoding",
    "XML 1.0 section 4.3.3",
    what=(
        "The bytes of the file are not in the encoding that it declares, or in one that is not UTF-8, "
        "UTF-16 with a byte order mark, ISO-8859-1 or windows-1252. The last two are a warning."
    ),
    why="An LMS shows broken titles or stops the import. Parsers need only know UTF-8 and UTF-16.",
    example='A file saved as windows-1252 that begins with `<?xml version="1.0" encoding="UTF-8"?>`.',
    fix="Save the file as UTF-8.",
)
ENTITY_DECLARED = declare(
    "XML-003",
    "xml-entity-declared",
    "security; XML 1.0 section 4.2",
    what="The file declares an entity. It is not read any further.",
    why="Nested entities grow a file of a few lines to gigabytes and stop a server; LMSs refuse them.",
    example='`<!DOCTYPE manifest [<!ENTITY name "text">]>`',
    fix="Write the text itself, or a character reference such as `&#233;`, and remove the declaration.",
)
OUTSIDE_REFERENCE = declare(
    "XML-004",
    "xml-outside-reference",
    "security; XML 1.0 section 4.2.2",
    what=(
        "The file asks its reader to fetch something: an external entity or DTD, or a file by XInclude. "
        "A style sheet inside the package is a warning. Nothing is ever fetched."
    ),
    why="A reader that obeys hands out files of the server or depends on an address that may be gone.",
    example='`<!DOCTYPE manifest SYSTEM "imscp.dtd">`',
    fix="Remove the reference; manifests need none.",
)
DOCTYPE = declare(
    "XML-005",
    "xml-doctype",
    "XML 1.0 section 2.8; security",
    what="The file has a document type declaration. It is an error when declarations stand inside it.",
    why="Manifests are described by schemas, not by document types; cautious LMSs refuse the whole file.",
    example="`<!DOCTYPE manifest>` before the root element.",
    fix="Remove the `<!DOCTYPE …>` declaration.",
    severity=Severity.WARNING,
)
BEYOND_LIMITS = declare(
    "XML-006",
    "xml-beyond-limits",
    "security",
    what="The file is larger, deeper nested or has more attributes on one element than a manifest can need.",
    why="Such a file makes readers slow or ends them; whoever made it did not make it for an LMS.",
    example="Items nested 1,000 deep.",
    fix="Check the tool that wrote the file.",
)

XML_RULES = (
    NOT_WELL_FORMED,
    WRONG_ENCODING,
    ENTITY_DECLARED,
    OUTSIDE_REFERENCE,
    DOCTYPE,
    BEYOND_LIMITS,
)
