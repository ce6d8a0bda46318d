"""Small readings that several readers of XML share."""

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
