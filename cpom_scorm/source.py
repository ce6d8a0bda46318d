"""Text with lines, and places in it. Everything that can point at a spot in a file points with a Span."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property


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
