"""XML from strangers is read safely, and every part of it can be pointed at.

A validator that expands entities can be made to stop a server or to hand out its files; one that points at
the wrong line sends authors looking in the wrong place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.manifest.writer import manifest_bytes
from cpom_scorm.package.xml.scan import MAX_ATTRIBUTES, MAX_DEPTH
from cpom_scorm.package.xml.source import MAX_BYTES, parse_xml
from cpom_scorm.rule import Severity
from tests.builders import base_manifest

if TYPE_CHECKING:
    from pathlib import Path

FILE = "imsmanifest.xml"
MANIFEST = manifest_bytes(base_manifest(), EDITIONS[-1])


def findings(data: bytes | str) -> list[tuple[str, str]]:
    """Give rule and message of everything found."""
    result = parse_xml(data.encode() if isinstance(data, str) else data, FILE)
    return [(found.rule.id, found.message) for found in result.diagnostics]


def places(text: str) -> list[tuple[int | None, int | None, int | None]]:
    document = parse_xml(text.encode(), FILE).document
    assert document is not None
    spans = [document.span(element) for element in document.elements]
    return [(span.line, span.column, span.end_column) for span in spans]


def test_each_element_is_placed_at_its_start_tag() -> None:
    text = '<?xml version="1.0"?>\n<!-- é --><a><b/>\n  <p:c xmlns:p="u">é<d\n/></p:c></a>'
    assert [(2, 11, 13), (2, 14, 16), (3, 3, 7), (3, 21, 23)] == places(text)


def test_attributes_are_placed_by_name_and_namespace() -> None:
    text = "<a xmlns:p='u'\r\n   p:href=\"1 > 0\"\r\n href = 'x\"y'\r\n  long='1\n2'/>"
    document = parse_xml(text.encode(), FILE).document
    assert document is not None
    found = [document.attribute_span(document.root, name) for name in ("{u}href", "href", "long", "none")]
    assert [(2, 4, 18), (3, 2, 14), (4, 3, None), (1, 1, 3)] == [
        (span.line, span.column, span.end_column) for span in found
    ]


def test_an_element_is_found_by_its_number_as_by_itself() -> None:
    document = parse_xml(MANIFEST, FILE).document
    assert document is not None
    for number, element in enumerate(document.elements):
        assert number == document.number(element)
        assert document.span(element) == document.span(number)


def test_things_that_were_never_read_are_placed_in_the_file_alone() -> None:
    document = parse_xml(MANIFEST, FILE).document
    assert document is not None
    span = document.attribute_span(None, "href")
    assert (FILE, None, None) == (span.file, span.line, span.column)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_encodings_give_the_same_places_and_no_finding(codec: str) -> None:
    text = '<a>\n <é title="ü"/></a>'
    result = parse_xml(text.encode(codec), FILE)
    assert result.document is not None
    assert () == result.diagnostics
    span = result.document.attribute_span(1, "title")
    assert (2, 5, 14) == (span.line, span.column, span.end_column)


@pytest.mark.parametrize("codec", ["iso-8859-1", "windows-1252"])
def test_old_encodings_are_read_with_a_warning(codec: str) -> None:
    result = parse_xml(f'<?xml version="1.0" encoding="{codec}"?><a>é</a>'.encode(codec), FILE)
    assert [("XML-002", Severity.WARNING)] == [
        (found.rule.id, found.severity) for found in result.diagnostics
    ]
    assert result.document is not None
    assert "é" == result.document.root.text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            "<a>\né</a>".encode("windows-1252"),
            'a byte of the file is not text in its encoding, "UTF-8"',
        ),
        (
            b'<?xml version="1.0" encoding="utf-7"?><a/>',
            'the file declares the encoding "utf-7", expected "UTF-8"',
        ),
        (
            b'<?xml version="1.0" encoding="UTF-16"?><a/>',
            'the file declares the encoding "UTF-16" but has no byte order mark',
        ),
        ("<a/>".encode("utf-32"), 'the file is encoded in "UTF-32", expected "UTF-8"'),
        (
            '<?xml version="1.0" encoding="ISO-8859-1"?><a/>'.encode("utf-8-sig"),
            'the byte order mark says "UTF-8" but the file declares the encoding "ISO-8859-1"',
        ),
    ],
)
def test_bytes_that_are_not_in_their_encoding_are_refused(data: bytes, message: str) -> None:
    assert [("XML-002", message)] == findings(data)
    assert parse_xml(data, FILE).document is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file ends before its root element is closed"),
        ("<a><b></a>", '"a" is closed while "b" is open'),
        ("<a><p:b/></a>", 'the prefix "p" is not declared'),
        ('<a p:b="1"/>', 'the prefix "p" is not declared'),
        ('<a b="1" b="2"/>', "an attribute is given twice"),
        ("<a>Q&A</a>", "a character stands where XML does not allow it"),
        ("<a>&nbsp;</a>", 'the entity "nbsp" is not known to XML'),
        ("<a/><b/>", "there is more after the root element"),
        (' <?xml version="1.0"?><a/>', "the XML declaration is not at the very start"),
        ("<a><![CDATA[x</a>", "a CDATA section is not closed"),
        ("<a>&#1;</a>", "a character reference names no XML character"),
    ],
)
def test_broken_xml_is_named_in_words(text: str, message: str) -> None:
    assert [("XML-001", message)] == findings(text)


def test_a_wrong_end_tag_names_the_place_where_its_partner_opens() -> None:
    found = parse_xml(b"<a>\n <b>\n</a>", FILE).diagnostics[0]
    assert (3, 'close "b" first') == (found.span and found.span.line, found.help)
    assert [(2, '"b" is opened here')] == [(label.span.line, label.text) for label in found.labels]


@pytest.mark.parametrize(
    ("subset", "rule"),
    [
        ('[<!ENTITY name "text">]', "XML-003"),
        ('[<!ENTITY % name "text">]', "XML-003"),
        ('[<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]', "XML-003"),
        ('[<!ENTITY name SYSTEM "file:///etc/hostname">]', "XML-004"),
        ('[<!ENTITY name SYSTEM "http://127.0.0.1:9/x">]', "XML-004"),
        ('[<!ENTITY % name SYSTEM "file:///etc/hostname"> %name;]', "XML-004"),
        ('SYSTEM "file:///etc/hostname"', "XML-004"),
        ('PUBLIC "x" "http://127.0.0.1:9/x.dtd"', "XML-004"),
        ('[<!ATTLIST a b CDATA "x">]', "XML-005"),
        ("[<!ELEMENT a ANY>]", "XML-005"),
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_sec_04_declarations_are_refused_before_anything_is_built(subset: str, rule: str, codec: str) -> None:
    result = parse_xml(f"<!DOCTYPE a {subset}><a>&name;</a>".encode(codec), FILE)
    assert result.document is None
    assert [(rule, Severity.ERROR)] == [(found.rule.id, found.severity) for found in result.diagnostics]


def test_a_doctype_without_declarations_is_a_warning() -> None:
    result = parse_xml(b"<!DOCTYPE a>\n<a/>", FILE)
    assert result.document is not None
    assert [("XML-005", Severity.WARNING)] == [
        (found.rule.id, found.severity) for found in result.diagnostics
    ]


def test_sec_04_what_asks_to_fetch_is_reported_and_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<secret/>")
    include = f'<a xmlns:x="http://www.w3.org/2001/XInclude"><x:include href="{secret.as_uri()}"/></a>'
    result = parse_xml(include.encode(), FILE)
    assert [("XML-004", 'the XInclude element "include" asks to fetch another file')] == findings(include)
    assert result.document is not None
    assert ["a", "include"] == [str(one.tag).rpartition("}")[2] for one in result.document.elements]


def test_a_style_sheet_instruction_is_a_warning() -> None:
    found = parse_xml(b'<?xml-stylesheet href="x.xsl"?><a/>', FILE).diagnostics
    assert [("XML-004", Severity.WARNING)] == [(one.rule.id, one.severity) for one in found]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<a>" * 100_000, f"elements are nested deeper than {MAX_DEPTH}"),
        (
            "<a " + " ".join(f'b{number}="1"' for number in range(MAX_ATTRIBUTES + 1)) + "/>",
            f'"a" has more than {MAX_ATTRIBUTES} attributes',
        ),
        (" " * (MAX_BYTES + 1), f"the file has {MAX_BYTES + 1} bytes, more than {MAX_BYTES}"),
    ],
    ids=["depth", "attributes", "bytes"],
)
def test_sec_04_files_beyond_the_limits_are_refused(text: str, message: str) -> None:
    assert [("XML-006", message)] == findings(text)


@pytest.mark.parametrize(
    "wrapping", ['<a b="{}"><c></a>', "<a>{}</a>&", '<!DOCTYPE a [<!ENTITY x "{}">]><a/>']
)
def test_sec_04_messages_never_hold_text_of_the_file(wrapping: str) -> None:
    result = parse_xml(wrapping.format("hunter2 passwort").encode(), FILE)
    assert result.diagnostics
    assert "hunter2" not in "".join(found.message + found.help for found in result.diagnostics)


def test_sec_04_no_other_module_parses_xml(root: Path) -> None:
    parsing = re.compile(
        r"^\s*(?:from|import) xml\b|\betree\.(?:\w*[Pp]arse\w*|fromstring|X?H?T?ML)\(", re.MULTILINE
    )
    found = {
        path.relative_to(root).as_posix()
        for path in (root / "cpom_scorm").rglob("*.py")
        if parsing.search(path.read_text("utf-8"))
    }
    assert {"cpom_scorm/package/xml/source.py", "cpom_scorm/package/xml/scan.py"} == found


@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
@example(b'<?xml version="1.1"?><a>\x00</a>')
def test_no_bytes_make_it_raise(data: bytes) -> None:
    result = parse_xml(data, FILE)
    assert result.document is not None or result.diagnostics


@given(st.data())
def test_no_damage_to_a_manifest_makes_it_raise(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(MANIFEST)))
    length = data.draw(st.integers(0, 40))
    put = data.draw(
        st.binary(max_size=10) | st.sampled_from([b"<", b"&", b"]]>", b"<!--", b"<?", b"<!DOCTYPE a>"])
    )
    result = parse_xml(MANIFEST[:start] + put + MANIFEST[start + length :], FILE)
    if result.document is None:
        assert any(found.severity is Severity.ERROR for found in result.diagnostics)
        return
    lines = result.document.source.lines
    for element in result.document.elements:
        span = result.document.span(element)
        assert span.line
        assert span.column
        assert "<" == lines[span.line - 1][span.column - 1]
        assert (
            str(element.tag).rpartition("}")[2]
            in lines[span.line - 1][span.column : (span.end_column or 1) - 1]
        )
