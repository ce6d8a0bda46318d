"""The only way in for XML: from untrusted bytes to a document that knows where each of its parts stands.

Nothing is fetched, no entity is expanded, no declaration is obeyed (SEC-04, SEC-05).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.xml.encoding import decode
from cpom_scorm.package.xml.rules import BEYOND_LIMITS, NOT_WELL_FORMED
from cpom_scorm.package.xml.scan import Scan
from cpom_scorm.source import SourceText, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpom_scorm.package.xml.scan import Start

MAX_BYTES = 16 * 1024 * 1024
"""Largest file that is parsed; the largest manifest seen in the wild has 2 MB."""
_ATTRIBUTE = re.compile(r"""\s([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')""")
_TAG = re.compile(rb"""(?:[^>"']+|"[^"]*"|'[^']*')*>?""")
_TAG_NAME = re.compile(r"<[^\s/>]*")


@dataclass(frozen=True, eq=False)
class XmlDocument:
    """A parsed XML file. Elements are lxml's; places are ours."""

    source: SourceText
    root: etree._Element
    starts: tuple[Start, ...]
    """Of every element, in document order."""

    @property
    def file(self) -> str:
        """The path shown to people."""
        return self.source.name

    @cached_property
    def elements(self) -> tuple[etree._Element, ...]:
        """All elements in document order; an element's number is its index here."""
        return tuple(self.root.iter("{*}*"))

    @cached_property
    def _numbers(self) -> dict[etree._Element, int]:
        return {element: number for number, element in enumerate(self.elements)}

    @cached_property
    def _bytes(self) -> bytes:
        return self.source.text.encode("utf-8")

    def number(self, element: etree._Element) -> int:
        """Give the number of an element of this document, for `Placed.node`."""
        return self._numbers[element]

    @cached_property
    def _by_name(self) -> dict[str, list[etree._Element]]:
        found: dict[str, list[etree._Element]] = {}
        for element in self.elements:
            found.setdefault(local_name(element), []).append(element)
        return found

    @cached_property
    def _by_id(self) -> dict[str, etree._Element]:
        found: dict[str, etree._Element] = {}
        for collection in self.named("sequencingCollection"):
            for entry in collection.iterchildren("{*}*"):
                found.setdefault(entry.get("ID", "").strip(), entry)
        return found

    def named(self, name: str) -> Iterator[etree._Element]:
        """Give the elements with this local name in any namespace, in document order."""
        return iter(self._by_name.get(name, ()))

    def collected(self, wanted: str) -> etree._Element | None:
        """Give the first part of a sequencing collection with this `ID`."""
        return self._by_id.get(wanted) if wanted else None

    def span(self, where: etree._Element | int | None) -> Span:
        """Give the place of an element, or of the element with this number: its `<` and name.

        None, the number of things that were never read, gives the file alone.
        """
        if where is None:
            return Span(self.file, source=self.source)
        start = self.starts[where if isinstance(where, int) else self._numbers[where]]
        named = _TAG_NAME.match(self._tag(start))
        end = start.column + len(named[0]) if named else None
        return Span(self.file, start.line, start.column, end, self.source)

    def attribute_span(self, where: etree._Element | int | None, name: str) -> Span:
        """Give the place of an attribute with its value; of its element when it has no such attribute.

        `name` is as lxml writes it: `href`, or `{namespace}name`.
        """
        if where is None:
            return self.span(None)
        number = where if isinstance(where, int) else self._numbers[where]
        start, tag = self.starts[number], self._tag(self.starts[number])
        spaces = self.elements[number].nsmap
        for found in _ATTRIBUTE.finditer(tag):
            if _clark(found[1], spaces) == name:
                return self._inside(start, tag, found.start(1), found.end())
        return self.span(number)

    def _inside(self, start: Start, tag: str, begin: int, end: int) -> Span:
        before = tag[:begin]
        breaks = before.count("\n")
        column = begin - before.rfind("\n") if breaks else start.column + begin
        ends = None if "\n" in tag[begin:end] else column + end - begin
        return Span(self.file, start.line + breaks, column, ends, self.source)

    def _tag(self, start: Start) -> str:
        """Give the text of a start tag, each of its line ends as one line feed."""
        found = _TAG.match(self._bytes, start.offset)
        text = found[0].decode("utf-8", "replace") if found else ""
        return text.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True)
class XmlResult:
    """What reading a file as XML gave."""

    document: XmlDocument | None
    """None when the file is not XML that is safe to read; then there is an error among the findings."""
    diagnostics: tuple[Diagnostic, ...]


def parse_xml(data: bytes, file: str) -> XmlResult:
    """Read bytes of unknown origin as XML; `file` is the path shown to people.

    Never raises on any input, never opens a file or a connection. Messages hold names of elements,
    attributes and entities, but never text of the file.
    """
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data)} bytes, more than {MAX_BYTES}"
        return XmlResult(None, (Diagnostic(BEYOND_LIMITS, message, Span(file)),))
    decoded = decode(data, file)
    if decoded.text is None:
        return XmlResult(None, decoded.diagnostics)
    scan = Scan(SourceText(file, decoded.text), decoded.text.encode("utf-8"))
    if not scan.run():
        return XmlResult(None, (*decoded.diagnostics, *scan.diagnostics))
    return _build(scan, decoded.diagnostics)


def _build(scan: Scan, earlier: tuple[Diagnostic, ...]) -> XmlResult:
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    found = (*earlier, *scan.diagnostics)
    try:
        root = etree.fromstring(scan.data, parser)
    except etree.XMLSyntaxError as error:
        place = Span(scan.source.name, error.lineno or None, source=scan.source)
        message = "the file is XML to one reader and broken to another"
        return XmlResult(None, (*found, Diagnostic(NOT_WELL_FORMED, message, place)))
    return XmlResult(XmlDocument(scan.source, root, tuple(scan.starts)), found)


def local_name(element: etree._Element) -> str:
    """Give an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def namespace(element: etree._Element) -> str:
    """Give the address of an element's namespace; empty for none."""
    return str(element.tag)[1:].partition("}")[0] if str(element.tag).startswith("{") else ""


def _clark(name: str, spaces: Mapping[str | None, str]) -> str:
    prefix, colon, local = name.partition(":")
    if not colon:
        return name
    address = "http://www.w3.org/XML/1998/namespace" if prefix == "xml" else spaces.get(prefix)
    return f"{{{address}}}{local}"
