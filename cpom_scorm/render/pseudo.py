"""A made-up language that shows what is not translated: English with accents, longer, and in brackets."""

from __future__ import annotations

import re
from itertools import cycle

PSEUDO = "en-XA"
"""Its tag, as CLDR has it."""
_ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "àƀćďéƒĝĥîĵķļɱñöþǫŕšťûṽŵẋýžÀƁĆĎÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŤÛṼŴẊÝŽ",
)
_PADDING = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LONGER_BY = 0.35
"""About as much as a short text grows on its way from English into other languages."""
_NAME = re.compile(r"(\{\w+\})")


def pseudo_text(text: str) -> str:
    """Write a text so: `[Šéàŕćĥ one]`. What is filled in stays as it is."""
    parts = _NAME.split(text)
    words = "".join(part if _NAME.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
    wanted = _LONGER_BY * sum(len(part) for part in parts if not _NAME.fullmatch(part))
    padding = ""
    for word in cycle(_PADDING):
        padding += f" {word}"
        if len(padding) >= wanted:
            break
    return f"[{words}{padding}]"
