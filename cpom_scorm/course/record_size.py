"""How long a learner's state record can get: the twin of the player's `record.js` (docs/state-record.md)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Options = Mapping[str, Sequence[str]]

_VERSION_CHARACTERS = 1
_CHECKSUM_CHARACTERS = 4
_BITS_PER_CHARACTER = 6
_HEADER_BITS = 162
"""Slot count 16, generation 24, token 24, sequence 24, statuses 3, score 15, seconds 24, bookmark 16,
interaction count 16."""
_STATUS_BITS = 3
_QUIZ_BITS = 51
"""A quiz's presence 1, attempts 8, open 1, seed 12, counted 15, last score 14; its two counts come extra."""
_ANSWER_BITS = 14
"""An answer's presence 1, tries 4, result 2, share of a partly right one 7; index and response come extra."""
_SPARE_INDEXES = 32
_LONGEST_NUMBER = 15


def _matching_bits(options: Options) -> int:
    return len(options.get("source", ())) * len(options.get("target", ())).bit_length()


_RESPONSE_BITS: Mapping[str, Callable[[Options], int]] = {
    "true_false": lambda _options: 1,
    "choice": lambda options: len(options.get("option", ())),
    "matching": _matching_bits,
    "numeric": lambda _options: 4 + 4 * _LONGEST_NUMBER,
}
"""Interaction kind → the bits of its longest response; a kind that the player does not know has none."""


def worst_case(slots: Sequence[Sequence[str]]) -> int:
    """Give the bytes of the longest record that this slot table allows: all seen, answered and reported.

    `slots` is the table as the player gets it, one list of kind and ids per slot.
    """
    newest = {_identity(slot): slot for slot in slots}
    options: dict[str, dict[str, list[str]]] = {}
    for kind, *names in newest.values():
        if kind == "option":
            question, role, option = names[:3]
            options.setdefault(question, {}).setdefault(role, []).append(option)
    questions = [slot for slot in newest.values() if slot[0] == "question"]
    sections = sum(slot[0] == "section" for slot in newest.values())
    pages = sum(slot[0] == "page" for slot in newest.values())
    count_bits = len(questions).bit_length()
    index_bits = (len(questions) + _SPARE_INDEXES).bit_length()
    bits = _HEADER_BITS + pages + sections * (_STATUS_BITS + _QUIZ_BITS + 2 * count_bits)
    for _, question, kind, *_ in questions:
        bits += _ANSWER_BITS + index_bits
        if kind in _RESPONSE_BITS:
            bits += _RESPONSE_BITS[kind](options.get(question, {}))
    return _VERSION_CHARACTERS + math.ceil(bits / _BITS_PER_CHARACTER) + _CHECKSUM_CHARACTERS


def _identity(slot: Sequence[str]) -> tuple[str, ...]:
    """A question that changed its kind got a second slot; only the last one takes room."""
    return tuple(slot[:4] if slot[0] == "option" else slot[:2])
