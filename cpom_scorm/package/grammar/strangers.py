"""Names that do not belong where they stand: which rule they break, and what was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.grammar.findings.items import NEW_ELEMENT
from cpom_scorm.package.grammar.findings.manifest import (
    ATTRIBUTE_UNKNOWN,
    ELEMENT_UNKNOWN,
    SCHEMA_VIOLATION,
)
from cpom_scorm.package.grammar.findings.resources import SCORM_TYPE_SPELLING
from cpom_scorm.package.grammar.lookup import ever_attribute, ever_element, every_space, qualified, titles
from cpom_scorm.package.grammar.suggestions import nearest
from cpom_scorm.package.quoting import any_of, quoted
from cpom_scorm.package.xml.source import local_name, namespace

if TYPE_CHECKING:
    from lxml import etree

    from cpom_scorm.package.grammar.forms import ElementForm
    from cpom_scorm.package.grammar.lookup import Grammar
    from cpom_scorm.package.xml.source import XmlDocument
    from cpom_scorm.rule import Rule

_XML_SPACE = "http://www.w3.org/XML/1998/namespace"


def shown(grammar: Grammar, element: etree._Element) -> str:
    """Give an element's name with the prefix that its namespace should have."""
    space = namespace(element)
    prefix = grammar.spaces.get(space, every_space().get(space, element.prefix or ""))
    return qualified(prefix, local_name(element))


def stray_element(
    document: XmlDocument, grammar: Grammar, child: etree._Element, parent: str, form: ElementForm
) -> Diagnostic | None:
    """Say what is wrong with a child that its parent does not have; None for a permitted extension."""
    name, place = shown(grammar, child), document.span(child)
    prefix = grammar.spaces.get(namespace(child))
    if prefix is None:
        return _foreign(grammar, child, parent, form, document)
    known = grammar.named(prefix, local_name(child))
    if known is not None:
        holders = grammar.parents.get(name)
        remedy = f"move it into {any_of(holders)}" if holders else "remove it"
        return Diagnostic(
            known.misplaced, f"{quoted(name)} is not allowed in {quoted(parent)}", place, remedy
        )
    meant = nearest(local_name(child), grammar.names[prefix])
    remedy = f'write "{qualified(prefix, meant)}"' if meant else "remove it"
    other = ever_element(prefix, local_name(child))
    if other is not None:
        message = (
            f"{quoted(name)} belongs to {titles(other.only)}, but the manifest is {grammar.edition.title}"
        )
        return Diagnostic(other.foreign, message, place, remedy)
    message = f"{quoted(name)} is not known to {grammar.edition.title}"
    return Diagnostic(ELEMENT_UNKNOWN, message, place, remedy)


def _foreign(
    grammar: Grammar, child: etree._Element, parent: str, form: ElementForm, document: XmlDocument
) -> Diagnostic | None:
    """An element of a namespace that the edition does not have: SCORM's own of another, or an extension."""
    space, name, place = namespace(child), shown(grammar, child), document.span(child)
    prefix = every_space().get(space)
    if prefix is not None and prefix in grammar.spaces.values():
        return None  # the namespace of another generation: MAN-011 has said so
    if prefix is not None:
        message = f"{quoted(name)} belongs to SCORM 2004, but the manifest is {grammar.edition.title}"
        return Diagnostic(NEW_ELEMENT, message, place, "remove it, or make a SCORM 2004 package")
    if form.is_open and space:
        return None
    message = f"{quoted(name)} is not allowed in {quoted(parent)}"
    if not space:
        message = f"{quoted(name)} is in no namespace"
    return Diagnostic(SCHEMA_VIOLATION, message, place, "remove it")


def stray_attribute(
    document: XmlDocument, grammar: Grammar, element: etree._Element, name: str, form: ElementForm
) -> Diagnostic | None:
    """Say what is wrong with an attribute that its element does not have; None for an extension."""
    space, _, local = name[1:].rpartition("}") if name.startswith("{") else ("", "", name)
    if space == _XML_SPACE:
        allowed = grammar.edition.id in form.takes_attributes
        return None if allowed else _unknown(document, grammar, element, name, f"xml:{local}", None)
    if not space:
        if local.casefold() == "scormtype":
            meant = f"adlcp:{grammar.edition.manifest.scorm_type_attribute}"
            return _unknown(document, grammar, element, name, local, meant, SCORM_TYPE_SPELLING)
        own = [attribute.name for attribute in form.attributes]
        return _unknown(document, grammar, element, name, local, nearest(local, own))
    prefix = grammar.spaces.get(space)
    if prefix is None:
        return _foreign_attribute(document, grammar, element, name, form)
    return _scorm_attribute(document, grammar, element, name, prefix)


def _scorm_attribute(
    document: XmlDocument, grammar: Grammar, element: etree._Element, name: str, prefix: str
) -> Diagnostic:
    local = name.rpartition("}")[2]
    full, place = qualified(prefix, local), document.attribute_span(element, name)
    known = grammar.attributes.get(full)
    if known is not None:
        message = f"the attribute {quoted(full)} is not allowed on {quoted(shown(grammar, element))}"
        remedy = f"move it to {any_of(grammar.parents.get(full, ('manifest',)))}"
        return Diagnostic(known.misplaced, message, place, remedy)
    names = [known.rpartition(":")[2] for known in grammar.attributes if known.startswith(f"{prefix}:")]
    meant = nearest(local, names)
    other = ever_attribute(prefix, local)
    if other is not None:
        message = f"the attribute {quoted(full)} belongs to {titles(other.only)}, but the manifest is "
        remedy = f'write "{qualified(prefix, meant)}"' if meant else "remove it"
        return Diagnostic(other.foreign, message + grammar.edition.title, place, remedy)
    rule = SCORM_TYPE_SPELLING if local.casefold() == "scormtype" else ATTRIBUTE_UNKNOWN
    return _unknown(document, grammar, element, name, full, meant and qualified(prefix, meant), rule)


def _foreign_attribute(
    document: XmlDocument, grammar: Grammar, element: etree._Element, name: str, form: ElementForm
) -> Diagnostic | None:
    space, _, local = name[1:].rpartition("}")
    prefix = every_space().get(space)
    if prefix is not None and prefix in grammar.spaces.values():
        return None  # the namespace of another generation: MAN-011 has said so
    if prefix is not None:
        full, place = qualified(prefix, local), document.attribute_span(element, name)
        message = (
            f"the attribute {quoted(full)} belongs to SCORM 2004, but the manifest is {grammar.edition.title}"
        )
        return Diagnostic(NEW_ELEMENT, message, place, "remove it, or make a SCORM 2004 package")
    if grammar.edition.id in form.takes_attributes:
        return None
    return _unknown(document, grammar, element, name, local, None)


def _unknown(
    document: XmlDocument,
    grammar: Grammar,
    element: etree._Element,
    name: str,
    full: str,
    meant: str | None,
    rule: Rule = ATTRIBUTE_UNKNOWN,
) -> Diagnostic:
    message = f"the attribute {quoted(full)} is not known on {quoted(shown(grammar, element))}"
    remedy = f'write "{meant}"' if meant else "remove it"
    return Diagnostic(rule, message, document.attribute_span(element, name), remedy)
