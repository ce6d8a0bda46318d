"""Numbers as they are shown."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

_TRUSTED = Context(prec=15, rounding=ROUND_HALF_UP)
"""So many digits of a number are as people would write them; what follows is the computer's."""


def rounded(value: float, decimals: int) -> Decimal:
    """Round to so many decimals, halves away from zero; never gives -0.

    1.005 becomes 1.01, though the computer holds a little less. The player's `rounded` does the same. Raises
    OverflowError where the number is too large.
    """
    digits = _TRUSTED.create_decimal_from_float(abs(float(value)) * 10**decimals)
    if digits.is_infinite():
        raise OverflowError(value)
    whole = digits.to_integral_value(ROUND_HALF_UP)
    return whole.scaleb(-decimals).copy_sign(Decimal(value)) + 0
