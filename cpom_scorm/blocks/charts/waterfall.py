"""A waterfall: a total, the changes that lead away from it, and the total that they lead to."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cpom_scorm.blocks.charts.bars import Span
from cpom_scorm.blocks.charts.scale import ticks

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLOSE = 1e-9
"""Numbers with fractions do not add up exactly."""
_SHOWN_BELOW = 0.4
"""How much of the steps' height is kept of the bars that are cut."""


def levels(values: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """Give where each bar begins and ends. The first and the last value are totals, the others changes."""
    reached = values[0]
    steps = [(0.0, values[0])]
    for change in values[1:-1]:
        steps.append((reached, reached + change))
        reached += change
    return (*steps, (0.0, values[-1])) if len(values) > 1 else tuple(steps)


def missing(values: Sequence[float]) -> float:
    """Give what the changes lack to lead from the first total to the last; 0 where they add up."""
    left = math.fsum((values[-1], *(-value for value in values[:-1])))
    return 0 if abs(left) <= _CLOSE * max(map(abs, values)) else left


def floor_of(values: Sequence[float]) -> float | None:
    """Give the round number at which bars can be cut so that the steps show; None where they cannot be."""
    reached = [tip for _, tip in levels(values)]
    low, high = min(reached), max(reached)
    if low <= 0 or low == high:
        return None
    floor = ticks(low - (high - low) * _SHOWN_BELOW, high, 9)[0]
    return floor if floor > 0 else None


def spans(values: Sequence[float], texts: Sequence[str], *, is_cut: bool) -> tuple[Span, ...]:
    """Give the bars. Falls are hatched."""
    ends = (0, len(values) - 1)
    return tuple(
        Span(base, tip, text, "f-brand", is_cut=is_cut)
        if number in ends
        else Span(base, tip, text, "f-accent", is_hatched=tip < base)
        for number, ((base, tip), text) in enumerate(zip(levels(values), texts, strict=True))
    )
