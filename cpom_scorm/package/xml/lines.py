"""XML written by hand, line by line: the same values always give the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_WHITE = "\t\n\r"
_TEXT = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\r"): "&#13;"}
_ATTRIBUTE = {**_TEXT, ord('"'): "&quot;", ord("\t"): "&#9;", ord("\n"): "&#10;"}


class XmlLines:
    """A document in UTF-8 with line feeds, one element to a line, two spaces deeper in each open element."""

    def __init__(self) -> None:
        self._lines = ['<?xml version="1.0" encoding="UTF-8"?>']
        self._open: list[tuple[str, int]] = []

    def comment(self, text: str) -> None:
        """Write a comment; the text must not hold two hyphens."""
        self._lines.append(f"<!-- {text} -->")

    def start(self, name: str, attributes: Mapping[str, str | None], *, breaks: bool = False) -> None:
        """Open an element. Attributes that are None are left out; `breaks` gives each a line of its own."""
        joint = "\n" + "  " * (len(self._open) + 2) if breaks else " "
        self._add(f"<{name}{_written(attributes, joint)}>")
        self._open.append((name, len(self._lines) - 1))

    def end(self, count: int = 1) -> None:
        """Close the last elements that were opened; one without content becomes a single tag."""
        for _ in range(count):
            name, line = self._open.pop()
            if line == len(self._lines) - 1:
                self._lines[line] = f"{self._lines[line][:-1]}/>"
            else:
                self._add(f"</{name}>")

    def empty(self, name: str, attributes: Mapping[str, str | None]) -> None:
        """Write an element without content."""
        self._add(f"<{name}{_written(attributes, ' ')}/>")

    def text(self, name: str, text: str, attributes: Mapping[str, str | None] | None = None) -> None:
        """Write an element with text on one line, white space of the text kept as it is.

        Raises ValueError for characters that XML cannot hold.
        """
        self._add(f"<{name}{_written(attributes or {}, ' ')}>{_escaped(text, _TEXT)}</{name}>")

    def data(self) -> bytes:
        """Give the document, a line feed at its end."""
        return ("\n".join(self._lines) + "\n").encode("utf-8")

    def _add(self, line: str) -> None:
        self._lines.append("  " * len(self._open) + line)


def _written(attributes: Mapping[str, str | None], joint: str) -> str:
    return "".join(
        f'{joint}{name}="{_escaped(value, _ATTRIBUTE)}"'
        for name, value in attributes.items()
        if value is not None
    )


def _escaped(text: str, table: dict[int, str]) -> str:
    wrong = None if text.isprintable() else next((char for char in text if not _is_xml(char)), None)
    if wrong:
        raise ValueError(f"the character U+{ord(wrong):04X} cannot stand in XML")
    return text.translate(table)


def _is_xml(character: str) -> bool:
    """Whether XML 1.0 allows a character: no control characters, surrogates, U+FFFE or U+FFFF."""
    code = ord(character)
    if code < 0x20:
        return character in _WHITE
    return not 0xD800 <= code <= 0xDFFF and code not in (0xFFFE, 0xFFFF)
