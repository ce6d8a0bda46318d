"""Section 2, XML and schemas. Written from the catalogue alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus.edits import add, after, before, drop, entry, manifest, note, refuse, remove, swap, warn
from tests.corpus.model import ALL, FIRST, FOURTH, LATER, MANIFEST, SECOND, THIRD

if TYPE_CHECKING:
    from tests.corpus.edits import Edit

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
_LOCATION = "http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd"


def _doctype(text: str) -> Edit:
    return after(_DECLARATION, text)


def _encoded(declared: str, codec: str) -> Edit:
    def change(data: bytes) -> bytes:
        text = data.decode().replace('encoding="UTF-8"', f'encoding="{declared}"')
        return text.replace("Pilots of", "Pilotes à").encode(codec)

    return manifest(change)


DEFECTS = (
    refuse("XML-001", "no-end-tag", drop("</organizations>")),
    refuse("XML-001", "ampersand", swap("<title>Tides</title>", "<title>Tides & time</title>")),
    refuse("XML-001", "less-than", swap("<title>Tides</title>", "<title>Tides < time</title>")),
    refuse("XML-001", "unquoted", swap('isvisible="true"', "isvisible=true")),
    refuse("XML-001", "attribute-twice", swap('isvisible="true"', 'isvisible="true" isvisible="true"')),
    refuse("XML-001", "crossed-tags", swap("</title>\n      </item>", "</item></title>")),
    refuse("XML-001", "text-after-root", manifest(lambda data: data + b"text")),
    refuse("XML-001", "two-roots", manifest(lambda data: data + b"<manifest/>")),
    refuse("XML-001", "unknown-entity", swap("<title>Tides</title>", "<title>Tides&nbsp;now</title>")),
    refuse("XML-001", "control-character", swap("<title>Tides</title>", "<title>Ti\x0bdes</title>")),
    refuse("XML-001", "undeclared-prefix", swap("<title>Tides</title>", "<title>Tides</title><nav:show/>")),
    refuse("XML-001", "declaration-not-first", manifest(lambda data: b"\n" + data)),
    refuse("XML-001", "cut-short", manifest(lambda data: data[: len(data) // 2])),
    refuse("XML-002", "latin-bytes-as-utf-8", _encoded("UTF-8", "latin-1")),
    refuse("XML-002", "utf-16-declared", _encoded("UTF-16", "utf-8")),
    refuse("XML-002", "unknown-encoding", _encoded("KLINGON-8", "utf-8")),
    warn("XML-002", "latin-1", _encoded("ISO-8859-1", "latin-1")),
    warn("XML-002", "windows-1252", _encoded("windows-1252", "cp1252")),
    refuse("XML-003", "entity", _doctype('<!DOCTYPE manifest [<!ENTITY ship "ship">]>')),
    refuse("XML-003", "laughs", _doctype('<!DOCTYPE manifest [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>')),
    refuse("XML-003", "parameter-entity", _doctype('<!DOCTYPE manifest [<!ENTITY % a "ha">]>')),
    refuse("XML-004", "external-entity",
        _doctype('<!DOCTYPE manifest [<!ENTITY a SYSTEM "file:///etc/passwd">]>')),
    refuse("XML-004", "external-dtd", _doctype('<!DOCTYPE manifest SYSTEM "http://example.org/a.dtd">')),
    refuse("XML-004", "external-parameter",
        _doctype('<!DOCTYPE manifest [<!ENTITY % a SYSTEM "http://a.org/"> %a;]>')),
    refuse("XML-004", "xinclude", after("<resources>",
        '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="a.xml"/>')),
    refuse("XML-004", "stylesheet",
        _doctype('<?xml-stylesheet type="text/xsl" href="http://example.org/a.xsl"?>')),
    warn("XML-004", "stylesheet-inside", _doctype('<?xml-stylesheet href="course.xsl"?>')),
    warn("XML-005", "doctype", _doctype("<!DOCTYPE manifest>")),
    warn("SCH-001", "no-schema-file", remove("adlcp_v1p3.xsd"), LATER),
    warn("SCH-001", "no-included-file", remove("xml.xsd"), (FOURTH,)),
    warn("SCH-002", "odd-tokens", swap(f"{_LOCATION}\n", "http://www.adlnet.org/xsd/adlcp_v1p3\n"), LATER),
    warn("SCH-002", "two-files", swap(_LOCATION,
        f"{_LOCATION} http://www.adlnet.org/xsd/adlcp_v1p3 other.xsd"), LATER),
    warn("SCH-003", "no-pair", drop(f"      {_LOCATION}\n"), LATER),
    warn("SCH-004", "altered", add({"imscp_rootv1p1p2.xsd": b"<schema/>"}), (FIRST,)),
    warn("SCH-004", "altered", add({"imscp_v1p1.xsd": b"<schema/>"}), LATER),
    warn("SCH-006", "extension-without-schema", after(
        "<title>Tides</title>", '<x:note xmlns:x="urn:example:notes">late</x:note>'), (FIRST, SECOND, THIRD)),
    note("SCH-006", "extension-without-schema", after(
        "<title>Tides</title>", '<x:note xmlns:x="urn:example:notes">late</x:note>'), (FOURTH,)),
    refuse("MAN-001", "no-namespace", drop('    xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"\n'), LATER),
    refuse("MAN-001", "no-namespace", drop('    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"\n'),
        (FIRST,)),
    refuse("MAN-001", "common-cartridge", swap(
        'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"',
        'xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"'), LATER),
    refuse("MAN-001", "plain-ims", swap(
        'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"',
        'xmlns="http://www.imsproject.org/content"'), (FIRST,)),
    refuse("MAN-002", "root-name", manifest(
        lambda data: data.replace(b"<manifest", b"<package").replace(b"</manifest", b"</package"))),
    refuse("MAN-002", "root-case", manifest(
        lambda data: data.replace(b"<manifest", b"<Manifest").replace(b"</manifest", b"</Manifest"))),
    refuse("MAN-003", "no-identifier", drop('identifier="harbour-pilots-7f31" ')),
    refuse("MAN-004", "space", swap("harbour-pilots-7f31", "harbour pilots")),
    refuse("MAN-004", "colon", swap("harbour-pilots-7f31", "harbour:pilots")),
    refuse("MAN-004", "digit-first", swap("harbour-pilots-7f31", "7f31-4e12-9a")),
    refuse("MAN-004", "braces", swap("harbour-pilots-7f31", "{7F31-4E12-9A}")),
    refuse("MAN-004", "empty", swap("harbour-pilots-7f31", "")),
    refuse("MAN-005", "no-organizations", manifest(lambda data: _without(data, "organizations"))),
    refuse("MAN-006", "no-resources", manifest(lambda data: _without(data, "resources"))),
    refuse("MAN-007", "resources-first", manifest(lambda data: _moved(data, "resources",
        b"  <organizations"))),
    refuse("MAN-007", "metadata-last", manifest(lambda data: _moved(data, "metadata", b"</manifest>"))),
    refuse("MAN-007", "title-after-item", swap(
        "<title>Pilots of the harbour</title>\n",
        "<item identifier='i0' identifierref='res-tides'><title>T</title></item>"
        "<title>Pilots of the harbour</title>\n")),
    refuse("MAN-007", "dependency-before-file", before(
        '<file href="flags.html"/>', '<dependency identifierref="res-shared"/>')),
    refuse("MAN-007", "item-title-last", swap(
        "<title>Signals</title>",
        "<item identifier='i0' identifierref='res-tides'><title>T</title></item><title>S</title>")),
    refuse("MAN-008", "no-metadata", manifest(lambda data: _without(data, "metadata")), LATER),
    warn("MAN-008", "no-metadata", manifest(lambda data: _without(data, "metadata")), (FIRST,)),
    refuse("MAN-009", "schema", swap("ADL SCORM", "IMS Content"), LATER),
    warn("MAN-009", "schema", swap("ADL SCORM", "IMS Content"), (FIRST,)),
    refuse("MAN-009", "schema-case", swap("ADL SCORM", "adl scorm"), LATER),
    refuse("MAN-010", "words", swap("<schemaversion>1.2<", "<schemaversion>SCORM 1.2<"), (FIRST,)),
    refuse("MAN-010", "second-edition-words", swap("CAM 1.3", "2004 2nd Edition"), (SECOND,)),
    refuse("MAN-010", "lower-case", swap("2004 3rd Edition", "2004 3rd edition"), (THIRD,)),
    refuse("MAN-010", "bare-year", swap("2004 4th Edition", "2004"), (FOURTH,)),
    refuse("MAN-010", "old-draft", swap("CAM 1.3", "CAM 1.3.1"), (SECOND,)),
    refuse("MAN-010", "blank", swap("<schemaversion>1.2<", "<schemaversion> <"), (FIRST,)),
    refuse("MAN-011", "older-namespace", swap("<schemaversion>1.2<", "<schemaversion>2004 4th Edition<"),
        (FIRST,)),
    refuse("MAN-011", "newer-namespace", swap("2004 4th Edition", "1.2"), (FOURTH,)),
    refuse("MAN-011", "adlcp-of-the-other", swap(
        'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"',
        'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"'), LATER),
    refuse("MAN-012", "version-first", swap(
        "<schema>ADL SCORM</schema>",
        "<schemaversion>2004 4th Edition</schemaversion><schema>ADL SCORM</schema>"), (FOURTH,)),
    refuse("MAN-012", "schema-twice", after("<schema>ADL SCORM</schema>", "<schema>ADL SCORM</schema>"),
        LATER),
    refuse("MAN-012", "no-schema", drop("<schema>ADL SCORM</schema>"), LATER),
    refuse("MAN-012", "no-schemaversion", drop("<schemaversion>2004 3rd Edition</schemaversion>"), (THIRD,)),
    refuse("MAN-015", "organizations-twice", after("</organizations>",
        '<organizations default="org-main"/>')),
    refuse("MAN-015", "resources-twice", after("</resources>", "<resources/>")),
    refuse("PKG-016", "manifest-damaged", entry(MANIFEST, crc=7), ALL),
)  # fmt: skip


def _without(data: bytes, name: str) -> bytes:
    start, end = data.index(f"  <{name}".encode()), data.index(f"</{name}>\n".encode())
    return data[:start] + data[end + len(name) + 4 :]


def _moved(data: bytes, name: str, mark: bytes) -> bytes:
    start, end = data.index(f"  <{name}>".encode()), data.index(f"</{name}>\n".encode()) + len(name) + 4
    part, rest = data[start:end], data[:start] + data[end:]
    return rest.replace(mark, part + mark, 1)
