"""Compares learning object metadata with the tables of its form."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from cpom_scorm.package.metadata.forms import METADATA_FORMS
from cpom_scorm.package.quoting import quoted
from cpom_scorm.package.xml.source import local_name, namespace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from cpom_scorm.package.metadata.forms import MetadataForm
    from cpom_scorm.package.xml.source import XmlDocument
    from cpom_scorm.source import Span

STRUCTURE, VOCABULARY, VALUE = "structure", "vocabulary", "value"
_LOM_SOURCE = "LOMv1.0"
_DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}(:\d{2}(:\d{2}(\.\d+)?)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*|[xXiI](-[A-Za-z0-9]{1,8})+|none")


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
            yield from _Checker(document, form).group(element, "lom", form.groups["lom"])


class _Checker:
    def __init__(self, document: XmlDocument, form: MetadataForm) -> None:
        self._document = document
        self._form = form

    def _problem(self, kind: str, message: str, element: etree._Element, remedy: str = "") -> MetadataProblem:
        return MetadataProblem(kind, self._form, message, self._document.span(element), remedy)

    def _children(self, element: etree._Element) -> Iterator[etree._Element]:
        """Leave out extensions, which stand in other namespaces."""
        return (child for child in element.iterchildren("{*}*") if namespace(child) in self._form.namespaces)

    def group(self, element: etree._Element, name: str, listed: str) -> Iterator[MetadataProblem]:
        known = {child.rstrip("*"): child.endswith("*") for child in listed.split()}
        seen: Counter[str] = Counter()
        for child in self._children(element):
            child_name = local_name(child)
            seen[child_name] += 1
            if child_name not in known:
                message = f"{quoted(child_name)} is no part of {quoted(name)} in metadata"
                near = get_close_matches(child_name, known, 1)
                yield self._problem(STRUCTURE, message, child, f'write "{near[0]}"' if near else "")
            elif seen[child_name] == 2 and not known[child_name]:
                message = f"{quoted(child_name)} stands more than once in {quoted(name)}"
                yield self._problem(STRUCTURE, message, child, "keep one")
            else:
                yield from self._known(child, child_name, name)

    def _known(self, element: etree._Element, name: str, parent: str) -> Iterator[MetadataProblem]:
        form, path = self._form, f"{parent}/{name}"
        if {name, path} & form.languages and path not in form.groups:
            yield from self._texts(element, name)
        elif name in form.vocabularies:
            yield from self._vocabulary(element, name)
        elif path in form.groups or (name in form.groups and parent != name and not self._is_value(path)):
            yield from self.group(element, name, form.groups.get(path) or form.groups[name])
        else:
            yield from self._value(element, name, path)

    def _is_value(self, path: str) -> bool:
        return path in self._form.durations or path in self._form.dates

    def _texts(self, element: etree._Element, name: str) -> Iterator[MetadataProblem]:
        for text in self._children(element):
            if local_name(text) != self._form.text_element:
                wanted = self._form.text_element
                message = f"{quoted(local_name(text))} stands in {quoted(name)}, expected {quoted(wanted)}"
                yield self._problem(STRUCTURE, message, text, f'write "{wanted}"')
            elif not (text.text or "").strip():
                message = f"{quoted(name)} holds an empty text"
                yield self._problem(VALUE, message, text, "write the text, or remove the element")

    def _vocabulary(self, element: etree._Element, name: str) -> Iterator[MetadataProblem]:
        parts = {local_name(child): child for child in self._children(element)}
        for part in parts.keys() - {"source", "value"}:
            message = f'{quoted(part)} stands in {quoted(name)}, expected "source" and "value"'
            yield self._problem(STRUCTURE, message, parts[part])
        source, value = (_all_text(parts.get(part)) for part in ("source", "value"))
        known = self._form.vocabularies[name]
        word = value.lower().replace(" ", "") if self._form.folds_words else value
        if known and source == _LOM_SOURCE and word not in known and "value" in parts:
            near = get_close_matches(value.lower(), known, 1)
            message = f"{quoted(value)} is no {quoted(name)} of {_LOM_SOURCE}"
            remedy = f'write "{near[0]}"' if near else f"write one of {', '.join(known[:5])}"
            yield self._problem(VOCABULARY, message, parts["value"], remedy)

    def _value(self, element: etree._Element, name: str, path: str) -> Iterator[MetadataProblem]:
        form, text = self._form, _all_text(element)
        wanted = ""
        if path in form.durations and not _DURATION.fullmatch(text):
            wanted = "a duration such as PT1H30M"
        elif {name, path} & form.dates and not _DATE.fullmatch(text):
            wanted = "a date such as 2026-11-22"
        elif name == "language" and not _LANGUAGE.fullmatch(text):
            wanted = "a language such as en-US"
        elif name in form.cards and not text.upper().startswith("BEGIN:VCARD"):
            wanted = "a vCard that begins with BEGIN:VCARD"
        if wanted:
            yield self._problem(VALUE, f"{quoted(name)} holds {quoted(text)}, expected {wanted}", element)


def _all_text(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(str(part) for part in element.itertext()).split())
