"""Walks a manifest along the tables and says where it leaves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.grammar.attributes import check_attributes
from cpom_scorm.package.grammar.children import place_children
from cpom_scorm.package.grammar.findings.manifest import SCHEMA_VIOLATION
from cpom_scorm.package.grammar.local_checks import check_locally
from cpom_scorm.package.grammar.lookup import grammar_of
from cpom_scorm.package.grammar.strangers import shown
from cpom_scorm.package.grammar.suggestions import better_value
from cpom_scorm.package.quoting import quoted
from cpom_scorm.package.xml.source import local_name, namespace
from cpom_scorm.package.xml.values import text_of
from cpom_scorm.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from cpom_scorm.editions import Edition
    from cpom_scorm.package.grammar.forms import ChildForm, ElementForm
    from cpom_scorm.package.grammar.lookup import Grammar
    from cpom_scorm.package.xml.source import XmlDocument


def check_grammar(document: XmlDocument, edition: Edition) -> Iterator[Diagnostic]:
    """Find everything in a manifest that the tables of the edition do not allow.

    Metadata and other content of foreign namespaces are skipped. A root that is no manifest of the
    edition yields nothing: detection has said so (MAN-001, MAN-002).
    """
    grammar = grammar_of(edition)
    if (
        namespace(document.root) != edition.manifest.namespaces[0].uri
        or local_name(document.root) != "manifest"
    ):
        return
    yield from _check(document, grammar, document.root, grammar.elements["", "manifest"], None)


def _check(
    document: XmlDocument,
    grammar: Grammar,
    element: etree._Element,
    form: ElementForm,
    child_form: ChildForm | None,
) -> Iterator[Diagnostic]:
    yield from check_attributes(document, grammar, element, form)
    yield from check_locally(document, grammar, element)
    if form.text is not None:
        yield from _check_text(document, grammar, element, form, child_form)
        return
    yield from _check_stray_text(document, grammar, element, form)
    placed = place_children(document, grammar, element, form)
    yield from placed.diagnostics
    for child, its_form, its_place in placed.known:
        yield from _check(document, grammar, child, its_form, its_place)


def _check_text(
    document: XmlDocument,
    grammar: Grammar,
    element: etree._Element,
    form: ElementForm,
    child_form: ChildForm | None,
) -> Iterator[Diagnostic]:
    name, place = shown(grammar, element), document.span(element)
    inner = next(element.iterchildren("{*}*"), None)
    if inner is not None:
        message = f"{quoted(name)} holds the element {quoted(shown(grammar, inner))}, expected text only"
        yield Diagnostic(SCHEMA_VIOLATION, message, document.span(inner), "write & and < as &amp; and &lt;")
        return
    text = text_of(element) or (child_form.default if child_form else "")
    if child_form is not None and child_form.blank is not None and not text.strip():
        remedy = "write a text that people can tell it by"
        yield Diagnostic(child_form.blank, f"{quoted(name)} is blank", place, remedy, weight=Severity.WARNING)
    elif form.text is not None and form.wrong is not None and not form.text.fits(text):
        meant = better_value(form.text, text)
        message = f"{quoted(name)} is {quoted(text)}, expected {form.text.expected}"
        yield Diagnostic(form.wrong, message, place, f'write "{meant}"' if meant else "")


def _check_stray_text(
    document: XmlDocument, grammar: Grammar, element: etree._Element, form: ElementForm
) -> Iterator[Diagnostic]:
    name, place = quoted(shown(grammar, element)), document.span(element)
    parts = [part for part in (element.text, *(child.tail for child in element)) if part]
    if any(part.strip() for part in parts):
        message = f"text stands between the elements of {name}"
        yield Diagnostic(SCHEMA_VIOLATION, message, place, "remove the text")
    elif parts and not form.children and not form.is_open:
        message = f"white space stands in {name}, which must be empty"
        yield Diagnostic(SCHEMA_VIOLATION, message, place, "write it as a single tag that ends with />")
