"""How much room words take, guessed on the safe side: which font a reader has is not known."""

from __future__ import annotations

import unicodedata

LINE = 17
"""From one line of a label to the next."""
_SIZE = 13
_MARGIN = 1.04
_NARROW = frozenset("ijltf.,:;'|!()[] \u00a0-IJ")
_WIDE = frozenset("mwMW@%&")


def text_width(text: str) -> float:
    """Give the width of a line in pixels."""
    return sum(_width(letter) for letter in text) * _SIZE * _MARGIN


def shortened(text: str, width: float) -> str:
    """Give the text, or as much of its beginning as has room."""
    if text_width(text) <= width:
        return text
    kept = text
    while kept and text_width(f"{kept}…") > width:
        kept = kept[:-1].rstrip()
    return f"{kept}…"


def wrapped(text: str, width: float, most: int) -> tuple[str, ...]:
    """Break a text between words into lines, at most so many; what has no room is left out, with a sign."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])] if len(lines) > most else lines
    return tuple(shortened(line, width) for line in kept)


def has_room(text: str, width: float, most: int) -> bool:
    """Tell whether a text is whole in so many lines."""
    return " ".join(wrapped(text, width, most)) == " ".join(text.split())


def _width(letter: str) -> float:
    """Give the width of a letter, where 1 is the font's size."""
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return 1.02
    if letter in _NARROW:
        return 0.34
    if letter in _WIDE:
        return 0.92
    return 0.7 if letter.isupper() else 0.59
