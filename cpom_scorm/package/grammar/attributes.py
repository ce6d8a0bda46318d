"""Whether the attributes of an element are known, present and well formed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.grammar.findings.items import ITEM_VISIBLE
from cpom_scorm.package.grammar.findings.sequencing import BOOLEAN_DIGIT
from cpom_scorm.package.grammar.lookup import qualified
from cpom_scorm.package.grammar.strangers import shown, stray_attribute
from cpom_scorm.package.grammar.suggestions import better_value
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from cpom_scorm.package.grammar.forms import AttributeForm, ElementForm
    from cpom_scorm.package.grammar.lookup import Grammar
    from cpom_scorm.package.xml.source import XmlDocument

_XML = "{http://www.w3.org/XML/1998/namespace}"
_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"


def check_attributes(
    document: XmlDocument, grammar: Grammar, element: etree._Element, form: ElementForm
) -> Iterator[Diagnostic]:
    """Check all attributes of an element against its form."""
    known = {_clark(attribute.name): attribute for attribute in form.attributes}
    for name, value in ((str(name), str(value)) for name, value in element.attrib.items()):
        attribute = known.get(name) or _qualified(grammar, form, name)
        if attribute is not None:
            yield from _check_value(document, element, name, attribute, value)
        elif not name.startswith(_INSTANCE):
            found = stray_attribute(document, grammar, element, name, form)
            if found is not None:
                yield found
    for attribute in form.attributes:
        if attribute.is_required and _clark(attribute.name) not in element.attrib:
            message = f'{quoted(shown(grammar, element))} has no attribute "{attribute.name}"'
            remedy = f'add the attribute "{attribute.name}"'
            yield Diagnostic(attribute.absent, message, document.span(element), remedy)


def _clark(name: str) -> str:
    return name.replace("xml:", _XML)


def _qualified(grammar: Grammar, form: ElementForm, name: str) -> AttributeForm | None:
    """Give the form, with its full name, of another namespace's attribute that SCORM has on this element."""
    space, _, local = name[1:].rpartition("}")
    full = qualified(grammar.spaces.get(space, "?"), local)
    return replace(grammar.attributes[full], name=full) if full in form.qualified else None


def _check_value(
    document: XmlDocument, element: etree._Element, name: str, form: AttributeForm, value: str
) -> Iterator[Diagnostic]:
    if form.wrong is None:
        return
    place = document.attribute_span(element, name)
    if form.value.refuses_blank and not value.strip():
        message = f'the attribute "{form.name}" is blank'
        yield Diagnostic(form.wrong, message, place, "give it a name, or remove it")
    elif not form.value.fits(value):
        meant = better_value(form.value, value)
        message = f'the attribute "{form.name}" is {quoted(value)}, expected {form.value.expected}'
        yield Diagnostic(form.wrong, message, place, f'write "{meant}"' if meant else "")
    elif form.value.base == "boolean" and value.strip() in ("0", "1"):
        word = "true" if value.strip() == "1" else "false"
        message = f'the attribute "{form.name}" is "{value.strip()}", expected "{word}"'
        rule = ITEM_VISIBLE if form.wrong is ITEM_VISIBLE else BOOLEAN_DIGIT
        yield Diagnostic(rule, message, place, f'write "{word}"', weight=Severity.WARNING)
