"""How messages about packages quote names and values that somebody else wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 60


def quoted(value: str) -> str:
    """Give a value in double quotes, cut where it is long, its control characters shown as dots."""
    shown = "".join(character if character.isprintable() else "·" for character in value)
    return f'"{shown}"' if len(shown) <= _LONGEST else f'"{shown[: _LONGEST - 1]}…"'


def any_of(values: Iterable[str]) -> str:
    """Give alternatives in words: `"a"`, `"a" or "b"`, `"a", "b" or "c"`."""
    *most, last = (f'"{value}"' for value in values)
    return f"{', '.join(most)} or {last}" if most else last
