"""Numbers as they are shown."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def rounded(value: float, decimals: int) -> Decimal:
    """Round the number that people would write for it, halves away from zero; never gives -0.

    1.005 becomes 1.01, though the computer holds a little less. The player's `rounded` does the same.
    """
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0
