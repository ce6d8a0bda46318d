"""Numbers as people read them."""

from __future__ import annotations

_STEP = 1000


def size_text(count: int) -> str:
    """Write a number of bytes with a unit that keeps it short, such as `78.4 kB`."""
    if count < _STEP:
        return counted(count, "byte")
    value = float(count)
    for unit in ("kB", "MB", "GB"):
        value /= _STEP
        if value < _STEP - 0.05:
            return f"{value:.1f} {unit}"
    return f"{value:,.1f} GB"


def counted(count: int, thing: str) -> str:
    """Write a number and what is counted, such as `1 file` or `2 files`."""
    return f"{count:,} {thing}" + ("" if count == 1 else "s")
