"""Which files are looked into, and as what text."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from cpom_scorm.source import SourceText, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpom_scorm.package.model import Entry

PAGE_ENDINGS = (".html", ".htm", ".xhtml")
XML_ENDINGS = (".xhtml", ".svg")
"""Files in which `<script/>` is a whole element."""
MARKUP_ENDINGS = (*PAGE_ENDINGS, ".svg")
STYLE_ENDINGS = (".css",)
SCRIPT_ENDINGS = (".js", ".mjs")
_MIB = 1024 * 1024
MOST_FILE_BYTES = 4 * _MIB
MOST_BYTES = 32 * _MIB
MOST_MARKUP_BYTES = 8 * _MIB
"""A file, all that is only searched, and all that is read tag by tag. What is beyond is not looked into:
findings in it are not worth the time that a hostile package could make it take.
"""
MOST_TOKENS = 200_000
"""Tags of a page and texts of a style sheet that are read; what comes after is left alone."""


class Text:
    """The text of a file, with the lines that its characters stand in."""

    def __init__(self, name: str, data: bytes) -> None:
        self.source = SourceText(name, _decoded(data))

    @property
    def name(self) -> str:
        """The file's name in the package."""
        return self.source.name

    @property
    def text(self) -> str:
        """All of it."""
        return self.source.text

    @cached_property
    def _line_ends(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self.text)]

    def line(self, at: int) -> int:
        """Give the number of the line in which the character with this index stands."""
        return bisect_left(self._line_ends, at) + 1

    def span(self, at: int) -> Span:
        """Give that line as a place."""
        return Span(self.name, self.line(at), source=self.source)


def readable(files: Mapping[str, Entry], endings: tuple[str, ...], most: int) -> Iterator[Text]:
    """Give the files of these kinds in the order of their names, up to so many bytes, if they can be read."""
    left = most
    for name in sorted(files):
        entry = files[name]
        if name.lower().endswith(endings) and entry.size <= min(left, MOST_FILE_BYTES):
            left -= entry.size
            data = entry.read()
            if data or not entry.size:
                yield Text(name, data)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")
