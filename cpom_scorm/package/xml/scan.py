"""The first pass over an XML file: refuse what is not safe to parse, note where each element starts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.package.xml.rules import (
    BEYOND_LIMITS,
    DOCTYPE,
    ENTITY_DECLARED,
    NOT_WELL_FORMED,
    OUTSIDE_REFERENCE,
)
from cpom_scorm.rule import Rule, Severity
from cpom_scorm.source import SourceText, Span

MAX_DEPTH = 100
"""libxml2 stops at 256; real manifests stay below 20."""
MAX_ATTRIBUTES = 100
"""On one element; the grammar knows none with more than 12."""
MAX_ELEMENTS = 30_000
"""In one file; more would take seconds to judge. A package may have 20,000 files."""
MAX_VALUE = 100_000
"""Characters of one attribute. Addresses and titles have 2,000 at most."""
MAX_NAMESPACES = 200
"""Declarations in one file; SCORM needs seven, tools that repeat them on each element rarely many."""
_XINCLUDE = "http://www.w3.org/2001/XInclude"
_CLOSED = re.compile(r"([^\s<>&\"'=/]{1,100})")
_PREFIXED = re.compile(r"[<\s]([^\s<>&\"'=/:]{1,100}):")
_REFERENCE = re.compile(r"&([^\s<>&\"'=/;]{1,100});")
_PHRASES = {
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]: "the file ends before its root element is closed",
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN]: "the file ends inside a tag",
    expat.errors.codes[expat.errors.XML_ERROR_PARTIAL_CHAR]: "the file ends inside a character",
    expat.errors.codes[expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE]: "an attribute is given twice",
    expat.errors.codes[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]: "there is more after the root element",
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION]: "a CDATA section is not closed",
    expat.errors.codes[
        expat.errors.XML_ERROR_MISPLACED_XML_PI
    ]: "the XML declaration is not at the very start",
    expat.errors.codes[expat.errors.XML_ERROR_XML_DECL]: "the XML declaration cannot be read",
    expat.errors.codes[expat.errors.XML_ERROR_BAD_CHAR_REF]: "a character reference names no XML character",
}
_MISMATCH = expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]
_UNBOUND = expat.errors.codes[expat.errors.XML_ERROR_UNBOUND_PREFIX]
_ENTITY = expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]
_TOKEN = expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]


@dataclass(frozen=True, slots=True)
class Start:
    """Where the start tag of an element begins."""

    line: int
    column: int
    offset: int
    """In bytes of the text in UTF-8."""


_LEAVES_PACKAGE = re.compile(r"""href\s*=\s*["']\s*(?:[a-z][a-z0-9+.-]*:|//)""", re.IGNORECASE)


class _Stop(Exception):  # noqa: N818 - ends the pass, is no error of ours
    """Raised out of a handler: what was found makes the file unfit for parsing."""


@dataclass
class Scan:
    """One pass over one file."""

    source: SourceText
    data: bytes
    """The text in UTF-8; whatever encoding it declares."""
    starts: list[Start] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _open: list[tuple[str, int]] = field(default_factory=list)
    _has_subset: bool = False
    _namespaces: int = 0

    def run(self) -> bool:
        """Read the file and say whether it may be parsed. Never raises on any input."""
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.ordered_attributes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartNamespaceDeclHandler = self._namespace
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EndDoctypeDeclHandler = self._doctype_end
        parser.EntityDeclHandler = self._entity
        try:
            parser.Parse(self.data, True)
        except _Stop:
            return False
        except expat.ExpatError as error:
            self._broken(error)
            return False
        return True

    def _start(self, name: str, attributes: list[str]) -> None:
        parser = self._parser
        start = Start(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, parser.CurrentByteIndex)
        self.starts.append(start)
        local = name.rpartition(" ")[2]
        self._open.append((local, start.line))
        if len(self._open) > MAX_DEPTH:
            self._refuse(f"elements are nested deeper than {MAX_DEPTH}")
        if len(attributes) > 2 * MAX_ATTRIBUTES:
            self._refuse(f'"{local}" has more than {MAX_ATTRIBUTES} attributes')
        if any(len(text) > MAX_VALUE for text in attributes):
            self._refuse(f'an attribute of "{local}" has more than {MAX_VALUE:,} characters')
        if len(self.starts) > MAX_ELEMENTS:
            self._refuse(f"the file has more than {MAX_ELEMENTS} elements")
        if name.startswith(_XINCLUDE):
            message = f'the XInclude element "{local}" asks to fetch another file'
            self._add(OUTSIDE_REFERENCE, message, "copy what it names into this file", self._here())

    def _namespace(self, _prefix: str | None, _address: str | None) -> None:
        self._namespaces += 1
        if self._namespaces > MAX_NAMESPACES:
            self._refuse(f"more than {MAX_NAMESPACES:,} namespaces are declared")

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _instruction(self, target: str, data: str) -> None:
        if target == "xml-stylesheet":
            message = 'the processing instruction "xml-stylesheet" asks to fetch a style sheet'
            weight = Severity.ERROR if _LEAVES_PACKAGE.search(data) else Severity.WARNING
            self._add(OUTSIDE_REFERENCE, message, "remove the instruction", self._here(), weight)

    def _doctype(self, _name: str, system: str | None, public: str | None, has_subset: int) -> None:
        remedy = "remove the DOCTYPE declaration"
        self._has_subset = bool(has_subset)
        if system or public:
            message = "the DOCTYPE asks to fetch an external DTD"
            self._add(OUTSIDE_REFERENCE, message, remedy, self._declared("<!DOCTYPE"))
            raise _Stop
        if not has_subset:
            message = "the file has a DOCTYPE declaration"
            self._add(DOCTYPE, message, remedy, self._declared("<!DOCTYPE"))

    def _doctype_end(self) -> None:
        if self._has_subset:
            message, remedy = "the file has declarations inside its DOCTYPE", "remove the DOCTYPE declaration"
            self._add(DOCTYPE, message, remedy, self._declared("<!DOCTYPE"), Severity.ERROR)
            raise _Stop

    def _entity(self, name: str, _parameter: int, _value: str | None, *where: str | None) -> None:
        remedy = "remove the declaration and write the text where it is used"
        place = self._declared("<!ENTITY")
        if any(where):
            self._add(OUTSIDE_REFERENCE, f'the entity "{name}" asks to fetch a file', remedy, place)
        else:
            self._add(ENTITY_DECLARED, f'the file declares the entity "{name}"', remedy, place)
        raise _Stop

    def _refuse(self, message: str) -> NoReturn:
        self._add(BEYOND_LIMITS, message, "", self._here())
        raise _Stop

    def _add(
        self, rule: Rule, message: str, remedy: str, place: Span, weight: Severity | None = None
    ) -> None:
        self.diagnostics.append(Diagnostic(rule, message, place, remedy, weight=weight))

    def _here(self) -> Span:
        return self._span(self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)

    def _declared(self, opening: str) -> Span:
        """Give the place where the declaration begins that the parser has just read."""
        read = self.data[: self._parser.CurrentByteIndex + len(opening)].decode("utf-8", "ignore")
        before = read[: read.rfind(opening)].replace("\r\n", "\n").replace("\r", "\n")
        return self._span(before.count("\n") + 1, len(before) - before.rfind("\n"))

    def _span(self, line: int, column: int | None = None) -> Span:
        return Span(self.source.name, line, column, source=self.source)

    def _broken(self, error: expat.ExpatError) -> None:
        place = self._span(error.lineno, error.offset + 1)
        message, remedy, labels = self._words(error)
        self.diagnostics.append(Diagnostic(NOT_WELL_FORMED, message, place, remedy, labels))

    def _words(self, error: expat.ExpatError) -> tuple[str, str, tuple[Label, ...]]:
        line = self.source.line(error.lineno) or ""
        rest = line[error.offset :]
        if error.code == _MISMATCH and self._open:
            name, opened = self._open[-1]
            closing = _first(_CLOSED, rest)
            label = Label(self._span(opened), f'"{name}" is opened here')
            return f'"{closing}" is closed while "{name}" is open', f'close "{name}" first', (label,)
        if error.code == _UNBOUND:
            prefix = _first(_PREFIXED, rest)
            remedy = f'declare the namespace on the root element, as xmlns:{prefix}="…"'
            return f'the prefix "{prefix}" is not declared', remedy, ()
        if error.code == _ENTITY:
            name = _first(_REFERENCE, rest)
            return f'the entity "{name}" is not known to XML', "write the character itself", ()
        if error.code == _TOKEN:
            remedy = "write & as &amp; and < as &lt; in text and attributes, and quote attribute values"
            return "a character stands where XML does not allow it", remedy, ()
        return _PHRASES.get(error.code, "the file is not XML from here on"), "", ()


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""
