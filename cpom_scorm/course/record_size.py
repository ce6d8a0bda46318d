"""How long a learner's state record can get: the twin of the player's `record.js` (docs/state-record.md)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cpom_scorm.blocks import BLOCKS, KeptBlock
from cpom_scorm.course.contents import placed_kept

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cpom_scorm.course.model import Course

    Options = Mapping[str, Sequence[str]]
    Room = Callable[[str], int]
    """Gives the most bytes of the text of a part; "" is the answer's only one."""

_VERSION_CHARACTERS = 1
_CHECKSUM_CHARACTERS = 4
_BITS_PER_CHARACTER = 6
_HEADER_BITS = 162
"""Slot count 16, generation 24, token 24, sequence 24, statuses 3, score 15, seconds 24, bookmark 16,
interaction count 16."""
_STATUS_BITS = 3
_QUIZ_BITS = 54
"""A quiz's presence 1, attempts 8, open 1, seed 12, counted 15, last score 14, length of its history 3."""
HISTORY_LENGTH = 5
"""Finished attempts of each quiz that are remembered."""
_ATTEMPT_BITS = 38
"""A finished attempt's score 14, minutes 24."""
_ANSWER_BITS = 14
"""An answer's presence 1, tries 4, result 2, share of a partly right one 7; the rest comes extra."""
_SHARE_BITS = 7
UNREPORTED = frozenset(kind.name() for kind in BLOCKS if issubclass(kind, KeptBlock) and not kind.is_reported)
"""Kinds of which the LMS gets no record."""
_UNSCORED = frozenset(("likert", "long_fill_in")) | UNREPORTED
"""Kinds of which no answer is partly right."""
SPARE_INDEXES = 32
_LONGEST_NUMBER = 15
_LENGTH_BITS = 12
_BITS_PER_BYTE = 8
REPORTED_PARTS = ("row", "gap")


def _pair_bits(sources: str, targets: str) -> Callable[[Options, Room], int]:
    def bits(options: Options, _room: Room) -> int:
        return len(options.get(sources, ())) * len(options.get(targets, ())).bit_length()

    return bits


def _text_bits(text: int) -> int:
    return _LENGTH_BITS + _BITS_PER_BYTE * text


def _gap_bits(options: Options, room: Room) -> int:
    return sum(_text_bits(room(gap)) for gap in options.get("gap", ()))


def _set_bits(options: Options, _room: Room) -> int:
    return len(options.get("option", ()))


def _order_bits(options: Options, _room: Room) -> int:
    count = len(options.get("option", ()))
    return count * count.bit_length()


def _rating_bits(options: Options, _room: Room) -> int:
    return max(1, len(options.get("row", ()))) * len(options.get("option", ())).bit_length()


def _path_bits(options: Options, _room: Room) -> int:
    answers = [answer.partition("/")[0] for answer in options.get("answer", ())]
    return sum(answers.count(step).bit_length() for step in options.get("step", ()))


_RESPONSE_BITS: Mapping[str, Callable[[Options, Room], int]] = {
    "true_false": lambda _options, _room: 1,
    "choice": _set_bits,
    "hotspot": _set_bits,
    "fill_in": lambda _options, room: _text_bits(room("")),
    "cloze": _gap_bits,
    "numeric": lambda _options, _room: 4 + 4 * _LONGEST_NUMBER,
    "matching": _pair_bits("source", "target"),
    "categorise": _pair_bits("source", "target"),
    "sequencing": _order_bits,
    "performance": _path_bits,
    "likert": _rating_bits,
    "checklist": lambda options, _room: len(options.get("criterion", ())),
    "reflection": lambda _options, room: _text_bits(room("")),
    "builder": _gap_bits,
    "responsibility_exercise": _pair_bits("cell", "target"),
    "video": lambda _options, _room: 1,
    "audio": lambda _options, _room: 1,
    "long_fill_in": lambda options, room: len(options.get("criterion", ())) + _text_bits(room("")),
}
"""Kind → the bits of its longest response, from its options and the bytes of its longest texts.

A kind that the player does not know has none.
"""


def text_lengths(course: Course) -> dict[str, int]:
    """Give the most bytes that a text takes: of all texts of a block by its id, of one by `block/part`."""
    return {
        f"{block.id}/{part}" if part else block.id: longest
        for _, block in placed_kept(course)
        for part, longest in block.text_room().items()
    }


def worst_case(
    slots: Sequence[Sequence[str]], texts: Mapping[str, int], *, attempts: int = HISTORY_LENGTH
) -> int:
    """Give the bytes of the longest record that this slot table allows: all seen, answered and reported.

    `slots` is the table as the player gets it, one list of kind and ids per slot; `texts` what
    `text_lengths` gives: of a question that is not in it no text is kept. `attempts` is how many of each
    quiz are remembered: where there is too little room, the player forgets the oldest.
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
    records = {
        question: 0 if _is_unreported(kinds) else _records(options.get(question, {}))
        for _, question, *kinds in questions
    }
    index_bits = (sum(records.values()) + SPARE_INDEXES).bit_length()
    bits = _HEADER_BITS + pages + sections * (_STATUS_BITS + _QUIZ_BITS + attempts * _ATTEMPT_BITS)
    for _, question, kind, *_ in questions:
        bits += _ANSWER_BITS - _SHARE_BITS * (kind in _UNSCORED) + records[question] * index_bits
        if kind in _RESPONSE_BITS:
            bits += _RESPONSE_BITS[kind](options.get(question, {}), _room(texts, question))
    return _VERSION_CHARACTERS + math.ceil(bits / _BITS_PER_CHARACTER) + _CHECKSUM_CHARACTERS


def _room(texts: Mapping[str, int], question: str) -> Room:
    return lambda part: texts.get(f"{question}/{part}", texts.get(question, 0))


def _is_unreported(kinds: Sequence[str]) -> bool:
    return not UNREPORTED.isdisjoint(kinds)


def _records(options: Options) -> int:
    """How many records the LMS gets of a question: one, or one for each of its rows or gaps."""
    return max(1, sum(len(options.get(role, ())) for role in REPORTED_PARTS))


def _identity(slot: Sequence[str]) -> tuple[str, ...]:
    """A question that changed its kind got a second slot; only the last one takes room."""
    return tuple(slot[:4] if slot[0] == "option" else slot[:2])
