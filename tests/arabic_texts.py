"""Texts of an author who writes in Arabic, a foreign word here and there, for the full course."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.full_course import Kind

LATIN_TITLE = "Pharmacy Operations: Basics (part 2)"
MIXED_TITLE = "SCORM للمبتدئين"
_TITLES = {
    "course title": LATIN_TITLE,
    "course short_title": "Pharmacy Operations (2)",
    "section one": MIXED_TITLE,
    "page parts": "Orders & returns (2)",
}
_LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz_0123456789", "ابتثجحخدذرزسشصضطظعغفقكلمنهـءآأؤإئىةوي")
"""Something to tell places apart by; it means nothing."""


def arabic(place: str, kind: Kind) -> str:
    """Give the text of a place: another one for each, without digits."""
    name = place.translate(_LETTERS)
    if kind == "title":
        return _TITLES.get(place, f"عنوان {name}")
    if kind == "plain":
        return f"نص {name}"
    sentence = f"تعمل الصيدلية وفق نظام FIFO (الوارد أولًا يُصرف أولًا)، وهذا هو النص {name}."
    return sentence if kind == "inline" else f"{sentence}\n\n- أول\n- ثانٍ\n\n1. خطوة\n2. خطوة أخرى"
