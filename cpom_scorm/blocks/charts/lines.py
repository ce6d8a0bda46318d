"""Lines over categories that have an order. Each differs by its markers and dashes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count, pairwise
from typing import TYPE_CHECKING

from cpom_scorm.blocks.charts.bars import WIDE, grid
from cpom_scorm.blocks.charts.labels import shortened, text_width
from cpom_scorm.blocks.charts.marks import Box, Drawing, Label, Line, Mark
from cpom_scorm.blocks.charts.scale import Scale, extent, ticks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_PLOT = 176
_EDGE = 10
_BETWEEN_NAMES = 16
_BETWEEN_CATEGORIES = 8
_LEAST_NAMES = 3
"""So many names of categories have room in any case."""
_LONGEST_NAME = 150
_TO_NAME = 14
"""From the last point of a line to its name."""
_SIZE = 5
STROKES = (("s-brand", ""), ("s-warn", "7 4"), ("s-edge", "2 4"))
"""For each line its look and its dashes."""


@dataclass(frozen=True, slots=True)
class LineChart:
    """Lines through the values of the same categories."""

    categories: tuple[str, ...]
    lines: tuple[tuple[str, tuple[float, ...]], ...]
    """Each with its name."""
    tick: Callable[[float], str]
    """Writes a number of the axis."""

    def drawn(self, width: float) -> Drawing:
        """Give the chart. Names stand beside the lines where several have the room to do so."""
        axis = ticks(*extent(value for _, values in self.lines for value in values), 6)
        left = max(text_width(self.tick(tick)) for tick in axis) + 8 + _EDGE
        is_named = width >= WIDE and len(self.lines) > 1
        right = width - _EDGE - (self._names_width() + _TO_NAME / 2 if is_named else 0)
        top = _EDGE
        place = Scale(axis[0], axis[-1], top + _PLOT, top)
        slot = (right - left) / len(self.categories)
        across = [round(left + (number + 0.5) * slot, 1) for number in range(len(self.categories))]
        marks = [*grid(axis, place, self.tick, left, right)]
        marks.append(Line(((left, place(0)), (right, place(0))), "s-edge"))
        for number, (_, values) in enumerate(self.lines):
            points = tuple(zip(across, map(place, values), strict=True))
            marks += traced(points, number)
        if is_named:
            marks += self._names(place, across[-1] + _TO_NAME)
        marks += _categories(self.categories, across, top + _PLOT + 21, width)
        return Drawing(width, top + _PLOT + 27, tuple(marks))

    def _names_width(self) -> float:
        return min(_LONGEST_NAME, max(text_width(name) for name, _ in self.lines))

    def _names(self, place: Scale, left: float) -> Iterator[Label]:
        """Give the names from top to bottom, none over another."""
        ends = sorted((place(values[-1]), number) for number, (_, values) in enumerate(self.lines))
        lowest = place.start - (len(ends) - 1) * _BETWEEN_NAMES
        height = 0.0
        for number, (wanted, line) in enumerate(ends):
            above = height + _BETWEEN_NAMES if number else 0
            height = max(min(wanted, lowest + number * _BETWEEN_NAMES), above)
            name = shortened(self.lines[line][0], _LONGEST_NAME)
            yield Label(round(left, 1), round(height + 4, 1), name, "start")


def traced(points: Sequence[tuple[float, float]], number: int) -> Iterator[Mark]:
    """Give a line and the markers on it, as all charts draw the line of that number."""
    look, dashes = STROKES[number]
    yield Line(tuple(points), look, 2.5, dashes)
    for x, y in points:
        yield _marker(x, y, look, number)


def _marker(x: float, y: float, look: str, number: int) -> Mark:
    """Give a disc, a square or a diamond. The last two are thick lines, so that one look serves all."""
    if number == 0:
        return Box(round(x - _SIZE, 1), round(y - _SIZE, 1), 2 * _SIZE, 2 * _SIZE, "f-brand", radius=_SIZE)
    if number == 1:
        return Line(((round(x - _SIZE, 1), y), (round(x + _SIZE, 1), y)), look, 2 * _SIZE)
    around = ((x, y - _SIZE / 2), (x + _SIZE / 2, y), (x, y + _SIZE / 2), (x - _SIZE / 2, y))
    return Line(tuple((round(a, 1), round(b, 1)) for a, b in around), look, _SIZE, is_closed=True)


def _categories(
    names: Sequence[str], across: Sequence[float], height: float, width: float
) -> tuple[Label, ...]:
    """Give as many names as have room, the first always among them, at even steps."""
    placed = []
    for name, x in zip(names, across, strict=True):
        text = shortened(name, width / _LEAST_NAMES)
        half = text_width(text) / 2
        placed.append(Label(round(min(max(x, half), width - half), 1), height, text, look="t-muted"))
    return next(shown for step in count(1) if not _collide(shown := tuple(placed[::step])))


def _collide(labels: Sequence[Label]) -> bool:
    """Tell whether labels of one line touch."""
    needed = [text_width(label.text) / 2 + _BETWEEN_CATEGORIES / 2 for label in labels]
    return any(
        other.x - one.x < half + its_half
        for (one, half), (other, its_half) in pairwise(zip(labels, needed, strict=True))
    )
