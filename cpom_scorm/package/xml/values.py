"""Small readings and writings that several readers and writers of XML share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


def text_of(element: etree._Element) -> str:
    """Give all text of an element as written, comments left out."""
    return "".join(map(str, element.itertext()))


def boolean_of(text: str | None) -> bool | None:
    """Read an XML Schema boolean; None for nothing and for any other text."""
    return None if text is None else _BOOLEANS.get(text.strip())


def word_of(value: bool | None) -> str | None:  # noqa: FBT001 - the value itself, not a mode
    """Write a boolean as the word that the conformance suite wants; None stays None."""
    return None if value is None else str(value).lower()
