"""What charts are drawn with. Places are pixels from the upper left corner; looks are classes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Anchor = Literal["start", "middle", "end"]
_TURNED: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


@dataclass(frozen=True, slots=True)
class Box:
    """A bar, or with a `radius` of half its width a disc."""

    x: float
    y: float
    width: float
    height: float
    look: str
    is_hatched: bool = False
    radius: float = 2

    @property
    def shape(self) -> str:
        """Give the name by which templates know the mark."""
        return "box"


@dataclass(frozen=True, slots=True)
class Line:
    """A line from point to point; a closed one has an inside."""

    points: tuple[tuple[float, float], ...]
    look: str
    weight: float = 1
    dashes: str = ""
    """Lengths of strokes and gaps, as SVG has them."""
    is_closed: bool = False

    @property
    def shape(self) -> str:
        """Give the name by which templates know the mark."""
        return "line"


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text. `y` is its base line."""

    x: float
    y: float
    text: str
    anchor: Anchor = "middle"
    look: str = ""

    @property
    def shape(self) -> str:
        """Give the name by which templates know the mark."""
        return "label"


Mark: TypeAlias = Box | Line | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart. Later marks cover earlier ones."""

    width: float
    height: float
    marks: tuple[Mark, ...]

    def mirrored(self) -> Drawing:
        """Give the chart for those who read from right to left."""
        return replace(self, marks=tuple(_mirrored(mark, self.width) for mark in self.marks))


def _mirrored(mark: Mark, width: float) -> Mark:
    if isinstance(mark, Box):
        return replace(mark, x=round(width - mark.x - mark.width, 1))
    if isinstance(mark, Line):
        return replace(mark, points=tuple((round(width - x, 1), y) for x, y in mark.points))
    return replace(mark, x=round(width - mark.x, 1), anchor=_TURNED[mark.anchor])
