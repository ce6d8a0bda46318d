"""Recognises what LMSs, mail programs and spreadsheets do to a record on its way to whoever looks at it."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from cpom_scorm.record.bits import ALPHABET, BITS_PER_CHARACTER, CHECKSUM_LENGTH, BitReader, is_whole
from cpom_scorm.record.reading import FORMAT, bits_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from cpom_scorm.record.layout import Entry

_NAME = re.compile(r"^\s*(?:cmi\.)?suspend_data\s*[=:]\s*", re.IGNORECASE)
_QUOTES = "\"'`“”„‘’«»\\"
_SPACES = re.compile("[\\s\u00ad\u200b\u2060\ufeff]+")
_CUTS = (255, 256, 1000, 1024, 4000, 4095, 4096, 64_000, 65_535)
"""Where LMSs and databases are known to cut."""

_UNDO: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("its name stood in front of it", lambda text: _NAME.sub("", text)),
    ("it was escaped for HTML", html.unescape),
    ("it was encoded for a URL", unquote),
    ("white space or line breaks were put into it", lambda text: _SPACES.sub("", text)),
    ("quotation marks stood around it", lambda text: text.strip(_QUOTES)),
)


def undamaged(text: str) -> tuple[str, tuple[str, ...]]:
    """Give the record in a text, and what had been done to it; the text itself where none can be found."""
    record = text.strip()
    done: list[str] = []
    for _ in range(3):  # Things were escaped twice in the time of portals.
        for what, undo in _UNDO:
            if is_whole(record):
                return record, tuple(done)
            before, record = record, undo(record)
            if record != before and what not in done:
                done.append(what)
    return (record, tuple(done)) if is_whole(record) else (text, ())


def loss(text: str, slots: Sequence[Entry], generations: Iterable[tuple[int, str]]) -> str:
    """Say what probably happened to a text whose checksum is wrong, as a clause; "" where nothing tells."""
    record = text.strip()
    if record and set(record) - set(ALPHABET):
        strange = next(character for character in record if character not in ALPHABET)
        return f'it holds "{strange}", which no record does: it is another tool\'s, or was altered'
    if not record.startswith(FORMAT) and record:
        return f'it begins with "{record[0]}", and records begin with {FORMAT}'
    if len(record) in _CUTS:
        return (
            f"it has exactly {len(record):,} characters, where systems are known to cut: its end is missing"
        )
    bits = BitReader(record[1:])
    generation = (bits.take(16), f"{bits.take(24):06x}")
    if generation not in set(generations):
        folded = record in (record.lower(), record.upper())
        return "its letters were all made small or all made capital" if folded else ""
    needed = bits_of(record[1:], slots, generation[0]) + CHECKSUM_LENGTH * BITS_PER_CHARACTER
    if needed > (len(record) - 1) * BITS_PER_CHARACTER:
        return "its end is missing: there are fewer characters than what it begins with needs"
    return "it has the length of a whole record, so characters in it were changed"
