"""From values to places, and round numbers for an axis."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ROUND = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high` lie evenly between the places `start` and `end`, in either direction."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Give the place of a value, to a tenth of a pixel."""
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


def extent(values: Iterable[float]) -> tuple[float, float]:
    """Give the least and the greatest value, zero always between them, and never the same one twice."""
    listed = [0, *values]
    low, high = min(listed), max(listed)
    return (low, high) if high > low else (low, low + 1)


def ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """Give at most so many (3 or more) round numbers at even steps; `low` and `high` lie within them."""
    step = _step(high - low, most)
    while (last := math.ceil(Decimal(high) / step)) - (first := math.floor(Decimal(low) / step)) >= most:
        step = _step(float(step) * (most - 1) * 1.01, most)
    return tuple(float(number * step) for number in range(first, last + 1))


def _step(length: float, most: int) -> Decimal:
    """Give the smallest round step of which so many ticks span the length."""
    power = Decimal(10) ** math.floor(math.log10(length / (most - 1)))
    return next((power * by for by in _ROUND if float(power * by) * (most - 1) >= length), power * 10)


def decimals_of(values: Iterable[float], most: int = 3) -> int:
    """Give how many decimals show every value as it was written, `most` at the most."""
    exponents = (Decimal(str(value)).normalize().as_tuple().exponent for value in values)
    needed = max((-power for power in exponents if isinstance(power, int)), default=0)
    return max(0, min(most, needed))
