"""The tables of one edition, ready to be asked: which element is this, where may it stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from cpom_scorm.editions import EDITIONS, edition_named
from cpom_scorm.package.grammar.content import CONTENT
from cpom_scorm.package.grammar.extended_sequencing import EXTENDED_SEQUENCING
from cpom_scorm.package.grammar.navigation import NAVIGATION
from cpom_scorm.package.grammar.packaging import PACKAGING
from cpom_scorm.package.grammar.sequencing import SEQUENCING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpom_scorm.editions import Edition
    from cpom_scorm.package.grammar.forms import AttributeForm, ElementForm, NamespaceForm

TABLES: tuple[NamespaceForm, ...] = (PACKAGING, CONTENT, EXTENDED_SEQUENCING, NAVIGATION, SEQUENCING)


def qualified(prefix: str, name: str) -> str:
    """Give a name as it is written with the prefix that LMSs want."""
    return f"{prefix}:{name}" if prefix else name


@dataclass(frozen=True)
class Grammar:
    """What one edition allows: the rows of the tables that have it in their column."""

    edition: Edition
    spaces: Mapping[str, str]
    """Address of each namespace of the edition → prefix."""
    elements: Mapping[tuple[str, str], ElementForm]
    """Prefix and key → element, holding only what the edition has."""
    attributes: Mapping[str, AttributeForm]
    """Qualified name of an attribute that stands on elements of other namespaces → its form."""

    def addresses(self) -> dict[str, str]:
        """Give prefix → address of the namespaces of the edition, content packaging first."""
        return {prefix: address for address, prefix in self.spaces.items()}

    @cached_property
    def parents(self) -> Mapping[str, tuple[str, ...]]:
        """Qualified name of an element or free attribute → names of the elements that may hold it."""
        found: dict[str, dict[str, None]] = {}
        for (prefix, _), element in self.elements.items():
            own = (qualified(prefix, child.name) for child in element.children)
            for held in (*own, *element.extensions, *element.qualified):
                found.setdefault(held, {})[qualified(prefix, element.name)] = None
        return {name: tuple(holders) for name, holders in found.items()}

    @cached_property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Prefix → names of its elements."""
        return {
            prefix: tuple(
                dict.fromkeys(form.name for (space, _), form in self.elements.items() if space == prefix)
            )
            for prefix in self.spaces.values()
        }

    def named(self, prefix: str, name: str) -> ElementForm | None:
        """Give the first element with this name, whatever its key."""
        return next(
            (form for (space, _), form in self.elements.items() if space == prefix and form.name == name),
            None,
        )


def grammar_of(edition: Edition) -> Grammar:
    """Give the grammar of an edition."""
    return _grammar(edition.id)


@cache
def _grammar(edition_id: str) -> Grammar:
    edition = edition_named(edition_id)
    spaces = {space.uri: space.prefix for space in edition.manifest.namespaces}
    tables = [table for table in TABLES if table.prefix in spaces.values()]
    known = {
        qualified(table.prefix, name)
        for table in tables
        for name, only in (
            *((form.name, form.only) for form in table.elements),
            *((form.name, form.only) for form in table.attributes),
        )
        if edition_id in only
    }
    return Grammar(
        edition,
        spaces,
        {
            (table.prefix, element.key): _narrowed(element, edition_id, known)
            for table in tables
            for element in table.elements
            if edition_id in element.only
        },
        {
            qualified(table.prefix, attribute.name): attribute
            for table in tables
            for attribute in table.attributes
            if edition_id in attribute.only
        },
    )


def _narrowed(element: ElementForm, edition_id: str, known: set[str]) -> ElementForm:
    return replace(
        element,
        children=tuple(child for child in element.children if edition_id in child.only),
        attributes=tuple(form for form in element.attributes if edition_id in form.only),
        extensions=tuple(name for name in element.extensions if name in known),
        qualified=tuple(name for name in element.qualified if name in known),
    )


def ever_element(prefix: str, name: str) -> ElementForm | None:
    """Give the element with this name from any edition that has one."""
    return next(
        (form for table in TABLES if table.prefix == prefix for form in table.elements if form.name == name),
        None,
    )


def ever_attribute(prefix: str, name: str) -> AttributeForm | None:
    """Give the free attribute with this name from any edition that has one."""
    return next(
        (
            form
            for table in TABLES
            if table.prefix == prefix
            for form in table.attributes
            if form.name == name
        ),
        None,
    )


@cache
def every_space() -> dict[str, str]:
    """Give address → prefix of the namespaces of all editions."""
    return {space.uri: space.prefix for edition in EDITIONS for space in edition.manifest.namespaces}


def titles(only: frozenset[str]) -> str:
    """Name the editions of a column, oldest first: `SCORM 1.2`, `SCORM 2004 3rd Edition or later`."""
    found = [edition for edition in EDITIONS if edition.id in only]
    if len(found) == 1:
        return found[0].title
    return (
        f"{found[0].title} or later"
        if found[-1] == EDITIONS[-1]
        else f"{found[0].title} to {found[-1].title}"
    )
