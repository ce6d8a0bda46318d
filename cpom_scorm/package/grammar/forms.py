"""How the tables of the grammar are written: elements, children and attributes, each with its editions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from cpom_scorm.editions import EDITIONS
from cpom_scorm.editions.scorm12 import SCORM_12
from cpom_scorm.editions.scorm2004 import SCORM_2004_2E, SCORM_2004_4E
from cpom_scorm.package.grammar.findings.manifest import (
    ATTRIBUTE_UNKNOWN,
    ELEMENT_ORDER,
    ELEMENT_UNKNOWN,
    SCHEMA_VIOLATION,
)

if TYPE_CHECKING:
    from cpom_scorm.package.grammar.values import ValueForm
    from cpom_scorm.rule import Rule

Column: TypeAlias = frozenset[str]
"""Ids of the editions that have a row of the table."""

EVERY: Column = frozenset(edition.id for edition in EDITIONS)
IN_12: Column = frozenset({SCORM_12.id})
IN_2004: Column = EVERY - IN_12
IN_2ND: Column = frozenset({SCORM_2004_2E.id})
FROM_3RD: Column = IN_2004 - IN_2ND
IN_4TH: Column = frozenset({SCORM_2004_4E.id})
UNTIL_3RD: Column = IN_2004 - IN_4TH
BEFORE_4TH: Column = EVERY - IN_4TH
NEVER: Column = frozenset()


@dataclass(frozen=True, slots=True)
class AttributeForm:
    """An attribute of an element."""

    name: str
    value: ValueForm
    only: Column = EVERY
    is_required: bool = False
    default: str = ""
    """What counts when it is absent; empty for nothing."""
    wrong: Rule | None = SCHEMA_VIOLATION
    """Broken by another value; None when a package rule judges the value."""
    absent: Rule = SCHEMA_VIOLATION
    """Broken when it is required and absent."""
    misplaced: Rule = ATTRIBUTE_UNKNOWN
    """Broken when it stands on an element that does not have it."""
    foreign: Rule = ATTRIBUTE_UNKNOWN
    """Broken when it stands in a manifest of an edition that does not have it."""


@dataclass(frozen=True, slots=True)
class ChildForm:
    """A child at its place in the order of its parent's children."""

    name: str
    form: str = ""
    """Key of its element in the table, when it is not its name."""
    least: int = 0
    """How many the schema wants: none or one."""
    most: int | None = 1
    """None for any number."""
    only: Column = EVERY
    absent: Rule | None = None
    """Broken when there is none, even where the schema would let that pass."""
    repeated: Rule = SCHEMA_VIOLATION
    """Broken when there are more than `most`."""
    blank: Rule | None = None
    """Broken, as a warning, when its text is blank."""
    default: str = ""
    """What counts when it is there but empty; empty for nothing."""

    @property
    def key(self) -> str:
        """Key of its element in the table of its namespace."""
        return self.form or self.name


@dataclass(frozen=True, slots=True)
class ElementForm:
    """What may stand in an element and on it, and where it may stand itself."""

    name: str
    alias: str = ""
    """Its key in the table, where several elements share the name."""
    only: Column = EVERY
    children: tuple[ChildForm, ...] = ()
    text: ValueForm | None = None
    """Its text, when it holds text instead of children."""
    wrong: Rule | None = SCHEMA_VIOLATION
    """Broken by another text; None when a package rule judges the text."""
    attributes: tuple[AttributeForm, ...] = ()
    is_open: bool = False
    """Whether elements of other namespaces may follow its children."""
    extensions: tuple[str, ...] = ()
    """Of those, the ones that SCORM knows, with prefix; in any order."""
    takes_attributes: Column = NEVER
    """The editions in which it may carry attributes of other namespaces."""
    qualified: tuple[str, ...] = ()
    """Of those, the ones that SCORM knows, with prefix."""
    is_global: bool = True
    """Whether schemas know it without its parent: wildcards let only those through."""
    order: Rule = ELEMENT_ORDER
    """Broken by children in another order."""
    misplaced: Rule = ELEMENT_UNKNOWN
    """Broken when it stands in a parent that does not have it."""
    repeated: Rule | None = None
    """Broken when it is an extension that stands twice in one parent."""
    foreign: Rule = ELEMENT_UNKNOWN
    """Broken when it stands in a manifest of an edition that does not have it."""

    @property
    def key(self) -> str:
        """What children refer to it by."""
        return self.alias or self.name


@dataclass(frozen=True, slots=True)
class NamespaceForm:
    """The elements of one namespace, and its attributes for elements of others."""

    prefix: str
    elements: tuple[ElementForm, ...]
    attributes: tuple[AttributeForm, ...] = ()
    lax: Column = NEVER
    """The editions whose schema lets unknown names of other namespaces pass."""
