"""A radar: one axis for each row, from the middle outward. The player draws the lines of ratings on it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.blocks.charts.bars import FAINT, WIDE
from cpom_scorm.blocks.charts.labels import LINE, text_width, wrapped
from cpom_scorm.blocks.charts.marks import Anchor, Drawing, Label, Line, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

_RADIUS = 100
_TO_NAME = 12
_LABEL_LINES = 3
_LEVEL = 0.3
"""How far from straight up or down an axis is where its name begins to stand beside it."""


@dataclass(frozen=True, slots=True)
class Radar:
    """Where everything is on a radar of so many levels, the lowest one a step away from the middle."""

    names: tuple[str, ...]
    levels: int
    width: float

    def frame(self) -> Drawing:
        """Give rings, axes and names."""
        rings = [self._ring(level) for level in range(self.levels)]
        axes = [Line((self._middle, self.place(row, self.levels - 1)), "s-edge", FAINT) for row in self._rows]
        marks: list[Mark] = [*rings, *axes]
        for row in self._rows:
            marks += self._name(row)
        lowest = max(mark.y for mark in marks if isinstance(mark, Label))
        return Drawing(self.width, max(lowest, self._middle[1] + _RADIUS) + 8, tuple(marks))

    def place(self, row: int, level: int) -> tuple[float, float]:
        """Give the place of a level on the axis of a row."""
        x, y = self._direction(row)
        share = _RADIUS * (level + 1) / self.levels
        return round(self._middle[0] + x * share, 1), round(self._middle[1] + y * share, 1)

    @property
    def _rows(self) -> range:
        return range(len(self.names))

    @property
    def _room_above(self) -> float:
        """Give how wide a name may be that stands above or below the radar."""
        return self.width * 0.6

    @property
    def _middle(self) -> tuple[float, float]:
        above = len(wrapped(self.names[0], self._room_above, _LABEL_LINES))
        return self.width / 2, _RADIUS + _TO_NAME + above * LINE

    def _direction(self, row: int) -> tuple[float, float]:
        angle = 2 * math.pi * row / len(self.names)
        return math.sin(angle), -math.cos(angle)

    def _ring(self, level: int) -> Line:
        is_outer = level == self.levels - 1
        points = tuple(self.place(row, level) for row in self._rows)
        return Line(points, "s-edge", 1 if is_outer else FAINT, is_closed=True)

    def _name(self, row: int) -> Iterator[Label]:
        x, y = self._direction(row)
        at = self._middle[0] + x * (_RADIUS + _TO_NAME), self._middle[1] + y * (_RADIUS + _TO_NAME)
        anchor: Anchor = "middle" if abs(x) < _LEVEL else "start" if x > 0 else "end"
        room = self._room_above if anchor == "middle" else min(at[0], self.width - at[0])
        lines = wrapped(self.names[row], room, _LABEL_LINES)
        # Above the radar names end, below it they begin, beside it their middle is level with the axis.
        first = at[1] - (len(lines) - 1) * LINE * (1 - y) / 2 + 4 + 4 * y
        for number, line in enumerate(lines):
            yield Label(round(at[0], 1), round(first + number * LINE, 1), line, anchor, "t-muted")


def radars(names: tuple[str, ...], numbers: tuple[str, ...], levels: int) -> dict[str, Radar]:
    """Give the radar with names, for columns of text, and the one with numbers, for phones."""
    needed = 2 * (_RADIUS + _TO_NAME + max(map(text_width, numbers)))
    return {"wide": Radar(names, levels, WIDE), "narrow": Radar(numbers, levels, math.ceil(needed) + 8)}
