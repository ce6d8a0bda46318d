"""Text made safe and, where wanted, coloured for a terminal."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_CODES = {
    "bold": "1",
    "dim": "2",
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "good": "1;32",
    "place": "34",
}


def printable(text: str) -> str:
    r"""Replace control characters by `\xNN` forms, so that no file name can move the cursor (SEC-13)."""
    return "".join(
        f"\\x{ord(character):02x}" if _moves_the_cursor(character) else character for character in text
    )


def _moves_the_cursor(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"} and character != "\t"


@dataclass(frozen=True, slots=True)
class Paint:
    """Wraps text in ANSI codes, or leaves it alone."""

    colour: bool

    def __call__(self, style: str, text: str) -> str:
        """Style text by the name of a meaning."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.colour and text else text
