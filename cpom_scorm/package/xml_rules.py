"""The rules that are met while XML is read, before there is a document to judge."""

from __future__ import annotations

from cpom_scorm.package.manual import page
from cpom_scorm.rule import Rule, Severity

_SINCE = "0.1"

NOT_WELL_FORMED = Rule(
    "XML-001",
    "xml-not-well-formed",
    Severity.ERROR,
    _SINCE,
    "XML 1.0 section 2.1; Namespaces in XML 1.0",
    page=page(
        "The file is not well-formed XML, or uses a namespace prefix that it does not declare.",
        "No LMS imports it: most stop with a message about a broken package, some show an empty course.",
        "`<adlcp:location>` in a manifest without `xmlns:adlcp=…`; `&` instead of `&amp;` in a title.",
        "Correct the place named; everything after the first fault is unread, so validate again.",
    ),
)
WRONG_ENCODING = Rule(
    "XML-002",
    "xml-encoding",
    Severity.ERROR,
    _SINCE,
    "XML 1.0 section 4.3.3",
    page=page(
        "The bytes of the file are not in the encoding that it declares, or in one that is not UTF-8, "
        "UTF-16 with a byte order mark, ISO-8859-1 or windows-1252. The last two are a warning.",
        "An LMS shows broken titles or stops the import. Parsers need only know UTF-8 and UTF-16.",
        'A file saved as windows-1252 that begins with `<?xml version="1.0" encoding="UTF-8"?>`.',
        "Save the file as UTF-8.",
    ),
)
ENTITY_DECLARED = Rule(
    "XML-003",
    "xml-entity-declared",
    Severity.ERROR,
    _SINCE,
    "security; XML 1.0 section 4.2",
    page=page(
        "The file declares an entity. It is not read any further.",
        "Nested entities grow a file of a few lines to gigabytes and stop a server; LMSs refuse them.",
        '`<!DOCTYPE manifest [<!ENTITY name "text">]>`',
        "Write the text itself, or a character reference such as `&#233;`, and remove the declaration.",
    ),
)
OUTSIDE_REFERENCE = Rule(
    "XML-004",
    "xml-outside-reference",
    Severity.ERROR,
    _SINCE,
    "security; XML 1.0 section 4.2.2",
    page=page(
        "The file asks its reader to fetch something: an external entity or DTD, or a file by XInclude. "
        "A style sheet is a warning. Nothing is ever fetched.",
        "A reader that obeys hands out files of the server or depends on an address that may be gone.",
        '`<!DOCTYPE manifest SYSTEM "imscp.dtd">`',
        "Remove the reference; manifests need none.",
    ),
)
DOCTYPE = Rule(
    "XML-005",
    "xml-doctype",
    Severity.WARNING,
    _SINCE,
    "XML 1.0 section 2.8; security",
    page=page(
        "The file has a document type declaration. It is an error when declarations stand inside it.",
        "Manifests are described by schemas, not by document types; cautious LMSs refuse the whole file.",
        "`<!DOCTYPE manifest>` before the root element.",
        "Remove the `<!DOCTYPE …>` declaration.",
    ),
)
BEYOND_LIMITS = Rule(
    "XML-006",
    "xml-beyond-limits",
    Severity.ERROR,
    _SINCE,
    "security",
    page=page(
        "The file is larger, deeper nested or has more attributes on one element than a manifest can need.",
        "Such a file makes readers slow or ends them; whoever made it did not make it for an LMS.",
        "Items nested 1,000 deep.",
        "Check the tool that wrote the file.",
    ),
)

XML_RULES = (
    NOT_WELL_FORMED,
    WRONG_ENCODING,
    ENTITY_DECLARED,
    OUTSIDE_REFERENCE,
    DOCTYPE,
    BEYOND_LIMITS,
)
