"""Whether the children of an element are known, complete and in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.package.grammar.lookup import qualified
from cpom_scorm.package.grammar.strangers import shown, stray_element
from cpom_scorm.package.quoting import quoted
from cpom_scorm.package.xml.source import local_name, namespace

if TYPE_CHECKING:
    from lxml import etree

    from cpom_scorm.package.grammar.forms import ChildForm, ElementForm
    from cpom_scorm.package.grammar.lookup import Grammar
    from cpom_scorm.package.xml.source import XmlDocument
    from cpom_scorm.rule import Rule


@dataclass(slots=True)
class Placing:
    """The children of one element, each with its form, and what is wrong with their choice."""

    known: list[tuple[etree._Element, ElementForm, ChildForm | None]] = field(default_factory=list)
    """Those that belong here; the last member is None for those of other namespaces."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def place_children(
    document: XmlDocument, grammar: Grammar, parent: etree._Element, form: ElementForm
) -> Placing:
    """Match the children of an element with its form, one after the other."""
    return _Matching(document, grammar, parent, form).run()


class _Matching:
    def __init__(
        self, document: XmlDocument, grammar: Grammar, parent: etree._Element, form: ElementForm
    ) -> None:
        self._document = document
        self._grammar = grammar
        self._parent = parent
        self._form = form
        self._prefix = grammar.spaces[namespace(parent)]
        self._places = {child.name: number for number, child in enumerate(form.children)}
        self._firsts: dict[str, etree._Element] = {}
        self._furthest: tuple[int, str] = (-1, "")
        self._is_sorted = True
        self._placing = Placing()

    def run(self) -> Placing:
        for child in self._parent.iterchildren("{*}*"):
            self._match(child)
        for child_form in self._form.children:
            if child_form.name not in self._firsts and child_form.absent is not None:
                name = qualified(self._prefix, child_form.name)
                message = f'{quoted(shown(self._grammar, self._parent))} has no "{name}"'
                self._report(child_form.absent, message, self._parent, f'add the element "{name}"')
        return self._placing

    def _match(self, child: etree._Element) -> None:
        name = shown(self._grammar, child)
        in_own_space = namespace(child) == namespace(self._parent)
        if in_own_space and local_name(child) in self._places:
            self._match_own(child, self._form.children[self._places[local_name(child)]])
            return
        if not in_own_space:
            self._advance(child, len(self._form.children), name)
        if name in self._form.extensions and namespace(child) in self._grammar.spaces:
            self._match_extension(child, name)
            return
        parent = shown(self._grammar, self._parent)
        found = stray_element(self._document, self._grammar, child, parent, self._form)
        if found is not None:
            self._placing.diagnostics.append(found)

    def _match_own(self, child: etree._Element, child_form: ChildForm) -> None:
        name = shown(self._grammar, child)
        self._advance(child, self._places[child_form.name], name)
        first = self._firsts.setdefault(child_form.name, child)
        if first is not child and child_form.most == 1:
            self._repeated(child_form.repeated, first, child)
            return
        its_form = self._grammar.elements[self._prefix, child_form.key]
        self._placing.known.append((child, its_form, child_form))

    def _match_extension(self, child: etree._Element, name: str) -> None:
        prefix = self._grammar.spaces[namespace(child)]
        its_form = self._grammar.elements[prefix, local_name(child)]
        first = self._firsts.setdefault(name, child)
        if first is not child and its_form.repeated is not None:
            self._repeated(its_form.repeated, first, child)
            return
        self._placing.known.append((child, its_form, None))

    def _advance(self, child: etree._Element, place: int, name: str) -> None:
        """Note how far the order of children has come; report the first that comes too late."""
        if place >= self._furthest[0]:
            self._furthest = (place, name)
        elif self._is_sorted:
            self._is_sorted = False
            after = self._furthest[1]
            message = f"{quoted(name)} stands after {quoted(after)}, expected before it"
            self._report(self._form.order, message, child, f'move "{name}" before "{after}"')

    def _repeated(self, rule: Rule, first: etree._Element, second: etree._Element) -> None:
        name, parent = shown(self._grammar, second), shown(self._grammar, self._parent)
        message = f"{quoted(parent)} has a second {quoted(name)}"
        label = Label(self._document.span(first), "the first is here")
        place = self._document.span(second)
        self._placing.diagnostics.append(Diagnostic(rule, message, place, "keep one of them", (label,)))

    def _report(self, rule: Rule, message: str, element: etree._Element, remedy: str) -> None:
        self._placing.diagnostics.append(Diagnostic(rule, message, self._document.span(element), remedy))
