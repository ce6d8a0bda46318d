"""Text with lines, and places in it. Everything that can point at a spot in a file points with a Span."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

DataPath: TypeAlias = tuple[str | int, ...]
"""Where a value lies in plain data: keys and list positions from the root."""


@dataclass(frozen=True)
class SourceText:
    """A text file as it was read, able to give back any of its lines."""

    name: str
    """The path shown to people: relative to what they named on the command line, with forward slashes."""
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; line 1 is at index 0."""
        return tuple(self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))

    def line(self, number: int) -> str | None:
        """Give the line with this 1-based number, or None when the file has no such line."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else None


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A place in a file. Lines and columns count from 1; columns count characters."""

    file: str
    line: int | None = None
    """None when only the file is known (a missing file, an entry of an archive)."""
    column: int | None = None
    """None when only the line is known."""
    end_column: int | None = None
    """One past the last character on the same line, when the width of the place is known."""
    source: SourceText | None = field(default=None, compare=False, repr=False)
    """The text the place lies in, for excerpts; None for binary files."""


@dataclass(frozen=True)
class SourceTree:
    """Plain data (dicts, lists, texts, numbers, true, false, None) with the place of each part beside it."""

    data: Any
    spans: dict[DataPath, Span]
    """The place of each value."""
    key_spans: dict[DataPath, Span]
    """The place of each mapping key; the path is that of the key's value."""
    text_starts: dict[DataPath, Span]
    """Where the first character of a text stands, for texts whose lines are lines of the file."""
    source: SourceText

    def span(self, path: DataPath) -> Span:
        """Give the place of the value, or of the nearest thing around it that exists."""
        for length in range(len(path), -1, -1):
            found = self.spans.get(path[:length])
            if found is not None:
                return found
        return Span(self.source.name, source=self.source)

    def key_span(self, path: DataPath) -> Span:
        """Give the place of the key under which the value stands; for list members, of the value."""
        return self.key_spans.get(path) or self.span(path)
