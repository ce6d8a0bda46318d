"""Where in the manifest a finding stands, and what it weighs in the package's edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from cpom_scorm.package.manifest.model import MANIFEST_NAME
from cpom_scorm.rule import Severity
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cpom_scorm.package.model import Package

    class Placed(Protocol):
        """Something that was read from an element of the manifest."""

        @property
        def node(self) -> int | None:
            """Number of the element in document order; None for what was never read."""


XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"


def place(package: Package, thing: Placed | None) -> Span:
    """Give the place of the element that something of the manifest was read from."""
    if package.document is None:
        return Span(MANIFEST_NAME)
    return package.document.span(thing.node if thing else None)


def attribute_place(package: Package, thing: Placed, name: str) -> Span:
    """Give the place of an attribute of it, or of the element where it has no such attribute."""
    if package.document is None:
        return Span(MANIFEST_NAME)
    return package.document.attribute_span(thing.node, name)


def element_of(package: Package, thing: Placed) -> _Element | None:
    """Give the element that something was read from."""
    if package.document is None or thing.node is None:
        return None
    return package.document.elements[thing.node]


def child_place(package: Package, thing: Placed, name: str) -> Span:
    """Give the place of its first child element with this local name, or its own place."""
    child = _child(package, thing, name)
    if package.document is not None and child is not None:
        return package.document.span(child)
    return place(package, thing)


def child_text(package: Package, thing: Placed, name: str) -> str:
    """Give the text of its first child element with this local name, without white space around it."""
    child = _child(package, thing, name)
    return "" if child is None else (child.text or "").strip()


def _child(package: Package, thing: Placed, name: str) -> _Element | None:
    element = element_of(package, thing)
    return None if element is None or not name else next(element.iterchildren("{*}" + name), None)


def profile_weight(package: Package) -> Severity | None:
    """Weigh what the 2004 conformance suite fails and the 1.2 documents only recommend.

    None leaves the rule's own severity, which is an error.
    """
    strict = package.edition is not None and package.edition.manifest.application_profile_is_strict
    return None if strict else Severity.WARNING
