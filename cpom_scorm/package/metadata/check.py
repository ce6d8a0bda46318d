"""Compares learning object metadata with the tables of its form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from cpom_scorm.package.metadata.forms import (
    IMS_METADATA,
    LOM,
    LOM_SOURCE,
    METADATA_FORMS,
    VOCABULARY_PARTS,
    Content,
)
from cpom_scorm.package.quoting import quoted
from cpom_scorm.package.xml.source import local_name, namespace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from cpom_scorm.package.metadata.forms import MetadataForm, Part
    from cpom_scorm.package.xml.source import XmlDocument
    from cpom_scorm.source import Span

STRUCTURE, VOCABULARY, VALUE = "structure", "vocabulary", "value"
_DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")
_DAY = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])"
_TIME = r"(T([01]\d|2[0-4])(:[0-5]\d(:[0-5]\d(\.\d+)?)?)?(Z|[+-]\d{2}(:\d{2})?)?)?"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*|[xXiI](-[A-Za-z0-9]{1,8})+|none")
_PATTERNS = {
    Content.DURATION: _DURATION,
    Content.DATE: re.compile(f"{_DAY}{_TIME})?)?"),
    Content.LANGUAGE: _LANGUAGE,
    Content.CARD: re.compile("BEGIN:VCARD.*", re.IGNORECASE),
}
_XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True, slots=True)
class MetadataProblem:
    """Something that metadata say and their form does not know."""

    kind: str
    """One of the three kinds above."""
    form: MetadataForm
    message: str
    span: Span
    help: str = ""


def check_metadata(document: XmlDocument) -> Iterator[MetadataProblem]:
    """Find the problems of all metadata in a document: a file of metadata, or a manifest that holds some."""
    for element in document.named("lom"):
        form = next((form for form in METADATA_FORMS if namespace(element) in form.namespaces), None)
        if form is not None:
            yield from _Checker(document, form).group(element, "", "lom")
        elif element is document.root:
            yield _without_form(document, element)


def _without_form(document: XmlDocument, element: etree._Element) -> MetadataProblem:
    """Report a record that nobody can tell the form of; inside a manifest the grammar has done so."""
    written = namespace(element)
    form = IMS_METADATA if "ims" in written else LOM
    stands = f"stands in the namespace {quoted(written)}" if written else "has no namespace"
    message = f'"lom" {stands}, expected that of a known form of metadata'
    remedy = " or ".join(f'xmlns="{one.namespaces[0]}" for {one.title}' for one in METADATA_FORMS)
    return MetadataProblem(STRUCTURE, form, message, document.span(element), f"write {remedy}")


class _Checker:
    def __init__(self, document: XmlDocument, form: MetadataForm) -> None:
        self._document = document
        self._form = form
        self._lost = {"", namespace(document.root)} - set(form.namespaces)
        """Namespaces into which elements slip when their prefix is forgotten."""

    def _problem(self, kind: str, message: str, element: etree._Element, remedy: str = "") -> MetadataProblem:
        return MetadataProblem(kind, self._form, message, self._document.span(element), remedy)

    def _children(self, element: etree._Element) -> Iterator[etree._Element]:
        """Leave out extensions, which stand in other namespaces."""
        return (child for child in element.iterchildren("{*}*") if namespace(child) in self._form.namespaces)

    def group(self, element: etree._Element, parent: str, name: str) -> Iterator[MetadataProblem]:
        """Compare the children of an element with its parts, and go down into those that it has."""
        parts = {part.name: part for part in self._form.parts(parent, name)}
        strays = [*self._strays(element, name, parts), *self._bare_text(element, parent, name)]
        known: list[etree._Element] = []
        seen: set[str] = set()
        for child in self._children(element):
            child_name = local_name(child)
            if child_name not in parts:
                strays.append(self._unknown(child, name, parts))
            elif child_name in seen and not parts[child_name].may_repeat:
                message = f"{quoted(child_name)} stands more than once in {quoted(name)}"
                yield self._problem(STRUCTURE, message, child, "keep one")
            else:
                seen.add(child_name)
                known.append(child)
        yield from strays
        if self._form.is_ordered:
            yield from self._order(known, list(parts))
        if not strays:
            yield from self._missing(element, name, parts.keys() - seen, parts)
        for child in known:
            yield from self._known(child, name, local_name(child))

    def _missing(
        self, element: etree._Element, name: str, absent: set[str], parts: Mapping[str, Part]
    ) -> Iterator[MetadataProblem]:
        wanted = [quoted(part.name) for part in parts.values() if part.is_required and part.name in absent]
        if wanted:
            message = f"{quoted(name)} has no {' and no '.join(wanted)}"
            yield self._problem(VALUE, message, element, f"add {' and '.join(wanted)}")

    def _strays(
        self, element: etree._Element, name: str, parts: Mapping[str, Part]
    ) -> Iterator[MetadataProblem]:
        for child in element.iterchildren("{*}*"):
            child_name, written = local_name(child), namespace(child)
            if child_name in parts and written in self._lost:
                stands = f"stands in the namespace {quoted(written)}" if written else "has no namespace"
                message = f"{quoted(child_name)} in {quoted(name)} {stands}"
                yield self._problem(STRUCTURE, message, child, f'write it in "{namespace(element)}"')

    def _bare_text(self, element: etree._Element, parent: str, name: str) -> Iterator[MetadataProblem]:
        if self._form.content(parent, name) is Content.TEXTS and (element.text or "").strip():
            wanted = self._form.text_element
            message = f"{quoted(name)} holds text itself, expected it in {quoted(wanted)}"
            yield self._problem(STRUCTURE, message, element, f'write "{wanted}" around the text')

    def _unknown(self, element: etree._Element, parent: str, parts: Mapping[str, Part]) -> MetadataProblem:
        name, near = local_name(element), get_close_matches(local_name(element), parts, 1)
        message = f"{quoted(name)} is no part of {quoted(parent)} in metadata"
        if not parts:
            message = f"{quoted(name)} stands in {quoted(parent)}, expected text only"
        elif all(part.is_required for part in parts.values()):
            wanted = " and ".join(map(quoted, parts))
            message = f"{quoted(name)} stands in {quoted(parent)}, expected {wanted}"
            near = list(parts) if len(parts) == 1 else near
        return self._problem(STRUCTURE, message, element, f'write "{near[0]}"' if near else "")

    def _order(self, children: list[etree._Element], order: list[str]) -> Iterator[MetadataProblem]:
        """Report the first child that comes too late."""
        furthest = 0
        for child in children:
            name = local_name(child)
            if order.index(name) < furthest:
                before = order[furthest]
                message = f"{quoted(name)} stands after {quoted(before)}, expected before it"
                yield self._problem(STRUCTURE, message, child, f'move "{name}" before "{before}"')
                return
            furthest = order.index(name)

    def _known(self, element: etree._Element, parent: str, name: str) -> Iterator[MetadataProblem]:
        content = self._form.content(parent, name)
        if name != self._form.text_element and self._form.parts(parent, name):
            yield from self.group(element, parent, name)
            if content is Content.VOCABULARY:
                yield from self._word(element, name)
        elif inner := [self._unknown(child, name, {}) for child in self._children(element)]:
            yield from inner
        elif name == self._form.text_element:
            yield from self._text(element, parent)
        else:
            yield from self._value(element, name, content)

    def _text(self, element: etree._Element, parent: str) -> Iterator[MetadataProblem]:
        attribute = self._form.language_attribute
        language = element.get(attribute.replace("xml:", _XML))
        if not (element.text or "").strip():
            message = f"{quoted(parent)} holds an empty text"
            yield self._problem(VALUE, message, element, "write the text, or remove the element")
        if language is not None and not _LANGUAGE.fullmatch(str(language)):
            message = f"{quoted(attribute)} is {quoted(str(language))}, expected {Content.LANGUAGE.value}"
            yield self._problem(VALUE, message, element)

    def _word(self, element: etree._Element, name: str) -> Iterator[MetadataProblem]:
        """Look a value up that claims to be of the standard's vocabulary."""
        parts = {local_name(child): child for child in self._children(element)}
        source, value = (_all_text(parts.get(part)) for part in VOCABULARY_PARTS)
        known = self._form.vocabularies[name]
        is_known = self._folded(value) in map(self._folded, known)
        is_empty_text = not value and self._form.content(name, "value") is Content.TEXTS
        if known and source == LOM_SOURCE and not is_known and "value" in parts and not is_empty_text:
            near = get_close_matches(value.lower(), known, 1)
            message = f"{quoted(value)} is no {quoted(name)} of {LOM_SOURCE}"
            remedy = f'write "{near[0]}"' if near else f"write one of {', '.join(known[:5])}"
            yield self._problem(VOCABULARY, message, parts["value"], remedy)

    def _folded(self, word: str) -> str:
        return word.lower().replace(" ", "") if self._form.folds_words else word

    def _value(self, element: etree._Element, name: str, content: Content) -> Iterator[MetadataProblem]:
        text = _all_text(element)
        if content in _PATTERNS and not _PATTERNS[content].fullmatch(text):
            message = f"{quoted(name)} holds {quoted(text)}, expected {content.value}"
            yield self._problem(VALUE, message, element)


def _all_text(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(str(part) for part in element.itertext()).split())
