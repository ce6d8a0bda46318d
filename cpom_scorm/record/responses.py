"""How the response of each kind of question stands in a record. Twin of the player's `record_bits/`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cpom_scorm.record.layout import Part

    Take = Callable[[int], int]
    """Reads a number of so many bits."""
    Reader = Callable[[Take, Part], Any]

_DIGITS = "0123456789-."
_LENGTH_BITS = 12
_BYTE_BITS = 8


def _bit(take: Take, _part: Part) -> bool:
    return take(1) == 1


def _digits(take: Take, _part: Part) -> str:
    places = [take(4) for _ in range(take(4))]
    return "".join(_DIGITS[place] for place in places if place < len(_DIGITS))


def _text(take: Take) -> str:
    data = bytes([take(_BYTE_BITS) for _ in range(take(_LENGTH_BITS))])
    return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def _words(take: Take, _part: Part) -> str:
    return _text(take)


def _gap_words(take: Take, part: Part) -> dict[str, str]:
    texts = {gap: _text(take) for gap in part.ids("gap")}
    return {gap: text for gap, text in texts.items() if text}


def _set_of(role: str) -> Reader:
    return lambda take, part: [option for option in part.ids(role) if take(1) == 1]


def _order(take: Take, part: Part) -> list[str]:
    options = part.ids("option")
    chosen = [_chosen(take, options) for _ in options]
    return [option for option in chosen if option is not None]


def _targets_of(role: str) -> Reader:
    return lambda take, part: _pairs(take, part.ids(role), lambda _: part.ids("target"))


def _ratings(take: Take, part: Part) -> dict[str, str]:
    return _pairs(take, part.ids("row") or [""], lambda _: part.ids("option"))


def _path(take: Take, part: Part) -> dict[str, str]:
    def decisions(step: str) -> list[str]:
        head = f"{step}/"
        return [answer.removeprefix(head) for answer in part.ids("answer") if answer.startswith(head)]

    return _pairs(take, part.ids("step"), decisions)


def _self_checked(take: Take, part: Part) -> dict[str, Any]:
    met = [criterion for criterion in part.ids("criterion") if take(1) == 1]
    text = _text(take)
    return {"text": text, "met": met} if text else {}


def _pairs(take: Take, lines: Sequence[str], choices: Callable[[str], Sequence[str]]) -> dict[str, str]:
    chosen = {line: _chosen(take, choices(line)) for line in lines}
    return {line: choice for line, choice in chosen.items() if choice is not None}


def _chosen(take: Take, choices: Sequence[str]) -> str | None:
    place = take(len(choices).bit_length())
    return choices[place - 1] if 0 < place <= len(choices) else None


RESPONSES: Mapping[str, Reader] = {
    "true_false": _bit,
    "choice": _set_of("option"),
    "hotspot": _set_of("option"),
    "fill_in": _words,
    "cloze": _gap_words,
    "numeric": _digits,
    "matching": _targets_of("source"),
    "categorise": _targets_of("source"),
    "sequencing": _order,
    "performance": _path,
    "likert": _ratings,
    "long_fill_in": _self_checked,
    "checklist": _set_of("criterion"),
    "reflection": _words,
    "builder": _gap_words,
    "responsibility_exercise": _targets_of("cell"),
    "video": _bit,
    "audio": _bit,
}
"""Kind → what reads exactly the bits that the player wrote. A kind that the player does not know has none."""

WITHOUT_RIGHT_AND_WRONG = frozenset(("likert", "long_fill_in"))
"""Reported kinds whose answers are never judged."""
