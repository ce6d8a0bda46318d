"""Bars, upright or lying: groups of spans between two values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.blocks.charts.labels import LINE, has_room, text_width, wrapped
from cpom_scorm.blocks.charts.marks import Box, Drawing, Label, Line, Mark
from cpom_scorm.blocks.charts.scale import Scale, extent, ticks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WIDE, NARROW = 520, 288
"""For columns of text, and for phones."""
_PLOT = 176
_EDGE = 10
_LABEL_LINES = 2
_THICK, _THIN = 22, 16
_WIDEST_BAR = 84
_TOOTH = 6
FAINT = 0.4
"""How thick the lines of a grid are."""


@dataclass(frozen=True, slots=True)
class Span:
    """One bar, from a value to another."""

    base: float
    tip: float
    text: str
    """Its number."""
    look: str = "f-brand"
    is_hatched: bool = False
    is_cut: bool = False
    """Whether its base is beyond the chart's."""

    @property
    def hangs(self) -> bool:
        """Tell whether it goes down from zero, so that its number stands below it."""
        return self.tip < 0 == self.base


@dataclass(frozen=True, slots=True)
class BarChart:
    """Groups of bars, side by side."""

    groups: tuple[tuple[str, tuple[Span, ...]], ...]
    """Each with its name."""
    tick: Callable[[float], str]
    """Writes a number of the axis."""
    floor: float = 0
    """Where the bars begin."""
    is_joined: bool = False
    """Whether a line leads from the tip of each bar to the next."""

    def wide(self) -> Drawing:
        """Give columns or, where their names have no room, rows."""
        return self._columns() if self._fits() else self.rows(WIDE)

    def rows(self, width: float) -> Drawing:
        """Give lying bars, each group below its name."""
        thickness = _THICK if self._most == 1 else _THIN
        left = max((text_width(span.text) + 8 for span in self._spans if span.hangs), default=0)
        right = max((text_width(span.text) + 8 for span in self._spans if not span.hangs), default=0)
        place = Scale(*self._range, _EDGE + left, width - _EDGE - right)
        marks: list[Mark] = []
        top = 0.0
        for name, spans in self.groups:
            for line in wrapped(name, width - 2 * _EDGE, _LABEL_LINES):
                top += LINE
                marks.append(Label(_EDGE, top - 4, line, "start", "t-muted"))
            begin = top = top + 3
            for span in spans:
                marks += _row(span, place, top, thickness)
                top += thickness + 2
            zero = place(self.floor)
            marks.append(Line(((zero, begin - 2), (zero, top)), "s-edge"))
            top += _EDGE
        return Drawing(width, top, tuple(marks))

    def _columns(self) -> Drawing:
        is_labelled = self._is_labelled()
        axis = () if is_labelled else ticks(*self._range, 5)
        left = max((text_width(self.tick(tick)) + 8 for tick in axis), default=0) + _EDGE
        low, high = (axis[0], axis[-1]) if axis else self._range
        top = 24 if is_labelled else _EDGE
        below = 20 if is_labelled and any(span.hangs for span in self._spans) else 0
        place = Scale(low, high, top + _PLOT, top)
        marks = list(grid(axis, place, self.tick, left, WIDE - _EDGE))
        slot = (WIDE - _EDGE - left) / len(self.groups)
        thickness = min(_WIDEST_BAR, slot * 0.76 / self._most)
        names = top + _PLOT + below + 21
        for number, (name, spans) in enumerate(self.groups):
            middle = left + (number + 0.5) * slot
            begin = middle - thickness * len(spans) / 2
            for index, span in enumerate(spans):
                shown = span.text if is_labelled else ""
                marks += _column(span, shown, place, round(begin + index * thickness, 1), thickness)
            for line, text in enumerate(wrapped(name, slot - 6, _LABEL_LINES)):
                marks.append(Label(round(middle, 1), names + line * LINE, text, look="t-muted"))
        if self.is_joined:
            marks += _joints([spans[0] for _, spans in self.groups], place, left, slot, thickness)
        zero = place(self.floor)
        marks.append(Line(((left, zero), (WIDE - _EDGE, zero)), "s-edge"))
        lines = max(len(wrapped(name, slot - 6, _LABEL_LINES)) for name, _ in self.groups)
        return Drawing(WIDE, names + (lines - 1) * LINE + 6, tuple(marks))

    @property
    def _spans(self) -> list[Span]:
        return [span for _, spans in self.groups for span in spans]

    @property
    def _most(self) -> int:
        return max(len(spans) for _, spans in self.groups)

    @property
    def _range(self) -> tuple[float, float]:
        values = [value for span in self._spans for value in (span.base, span.tip)]
        low, high = extent(values)
        return (self.floor, high) if self.floor else (low, high)

    def _fits(self) -> bool:
        slot = (WIDE - 2 * _EDGE) / len(self.groups)
        room = slot if self._is_labelled() else slot * 0.85
        return all(has_room(name, room - 6, _LABEL_LINES) for name, _ in self.groups)

    def _is_labelled(self) -> bool:
        """Tell whether every bar has room for its number."""
        pitch = (WIDE - 2 * _EDGE) / len(self.groups) * (0.8 if self._most > 1 else 1) / self._most
        return all(text_width(span.text) + 4 <= pitch for span in self._spans)


def grid(
    axis: tuple[float, ...], place: Scale, tick: Callable[[float], str], left: float, right: float
) -> Iterator[Mark]:
    """Give a faint line and a number for each tick of an upright axis."""
    for value in axis:
        height = place(value)
        yield Line(((left, height), (right, height)), "s-edge", FAINT)
        yield Label(round(left - 8, 1), height + 4, tick(value), "end", "t-muted")


def _column(span: Span, text: str, place: Scale, left: float, thickness: float) -> Iterator[Mark]:
    ends = sorted((place(max(span.base, place.low)), place(span.tip)))
    gap = 1 if thickness < _WIDEST_BAR else 0
    width = round(thickness - 2 * gap, 1)
    yield Box(left + gap, ends[0], width, round(ends[1] - ends[0], 1), span.look, span.is_hatched)
    if span.is_cut:
        yield Line(tuple(_teeth(left + gap, ends[1] - 12, width)), "s-surface", 5)
    if text:
        height = ends[1] + 17 if span.hangs else ends[0] - 8
        yield Label(round(left + thickness / 2, 1), round(height, 1), text)


def _row(span: Span, place: Scale, top: float, thickness: float) -> Iterator[Mark]:
    ends = sorted((place(max(span.base, place.low)), place(span.tip)))
    yield Box(ends[0], top, round(ends[1] - ends[0], 1), thickness, span.look, span.is_hatched)
    if span.is_cut:
        points = tuple((x, y) for y, x in _teeth(top, ends[0] + 18, thickness))
        yield Line(points, "s-surface", 5)
    base = top + thickness / 2 + 4.5
    if span.hangs:
        yield Label(round(ends[0] - 6, 1), base, span.text, "end")
    else:
        yield Label(round(ends[1] + 6, 1), base, span.text, "start")


def _teeth(start: float, level: float, length: float) -> Iterator[tuple[float, float]]:
    """Give the points of a torn edge, a little longer than what it cuts."""
    for number in range(7):
        along = start - 4 + number * (length + 8) / 6
        yield round(along, 1), round(level - _TOOTH * (number % 2), 1)


def _joints(spans: list[Span], place: Scale, left: float, slot: float, thickness: float) -> Iterator[Line]:
    for number, span in enumerate(spans[:-1]):
        start = left + (number + 0.5) * slot + thickness / 2
        end = start + slot - thickness
        level = place(span.tip)
        yield Line(((round(start, 1), level), (round(end, 1), level)), "s-edge", dashes="3 4")
