"""A module in as few characters as it needs, so that the player stays small without a tool from outside.

A name gets the same short one wherever it stands for a variable in its module. That keeps every scope as it
was: names that were equal stay equal, names that differed stay different. Properties keep their names.
"""

from __future__ import annotations

import string
from collections import Counter
from itertools import count, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from cpom_scorm.render.script_names import Script

_DECLARING = ("const", "let")
_OPENING = ("(", "[", "{")


def short_names(taken: Collection[str]) -> Iterator[str]:
    """Give a, b, …, Z, aa, ab, … without those that are taken."""
    for length in count(1):
        for letters in product(string.ascii_letters, repeat=length):
            name = "".join(letters)
            if name not in taken:
                yield name


def by_use(script: Script, names: Collection[str]) -> Sequence[str]:
    """Sort names by how often they stand in the script, so that the shortest go to the busiest."""
    uses = Counter(script.parts[place].text for place, _ in script.references())
    return sorted(names, key=lambda name: (-uses[name], name))


def compact(script: Script, short: Mapping[str, str]) -> str:
    """Write the script with these short names, without spaces and signs that say nothing.

    Relies on the formatter's semicolons: line ends are not kept.
    """
    changed = {
        place: f"{name}:{short[name]}" if is_key else short[name]
        for place, is_key in script.references()
        if (name := script.parts[place].text) in short
    }
    merged = _merged_declarations(script)
    written: list[str] = []
    for place, token in enumerate(script.parts):
        text = changed.get(place) or _needed(script, place, token.text, merged)
        if text and written and _would_join(written[-1], text):
            written.append(" ")
        if text:
            written.append(text)
    return "".join(written)


def _needed(script: Script, place: int, text: str, merged: Collection[int]) -> str:
    """Give what is left of a token that is no short name; nothing, where it says nothing."""
    after = script.parts[place + 1].text if place + 1 < len(script.parts) else ""
    if place in merged:
        return ","
    if place - 1 in merged or (text in (",", ";") and after == "}") or (text == "," and after == ")"):
        return ""
    if text in ("(", ")") and _is_single_parameter(script, min(place, script.pairs[place])):
        return ""
    return text


def _is_single_parameter(script: Script, start: int) -> bool:
    end = script.pairs[start]
    if end != start + 2 or script.parts[start + 1].kind != "name" or end + 1 == len(script.parts):
        return False
    return script.parts[end + 1].text == "=>"


def _merged_declarations(script: Script) -> set[int]:
    """Give the places of semicolons between two declarations that can share their first word."""
    merged: set[int] = set()
    inside: list[int] = []
    starts: list[int] = [0]
    for place, token in enumerate(script.parts):
        if token.kind == "template":
            inside = inside if token.text.startswith("`") else inside[:-1]
            inside = [*inside, place] if token.text.endswith("${") else inside
        elif token.kind == "sign" and token.text in _OPENING:
            inside.append(place)
            if script.is_block(place):
                starts.append(place + 1)
        elif token.kind == "sign" and place in script.pairs:
            if script.is_block(inside.pop()):
                starts.pop()
        elif token.text == ";" and (not inside or script.is_block(inside[-1])):
            following = script.parts[place + 1].text if place + 1 < len(script.parts) else ""
            if following in _DECLARING and script.parts[starts[-1]].text == following:
                merged.add(place)
            starts[-1] = place + 1
    return merged


def _would_join(before: str, after: str) -> bool:
    last, first = before[-1], after[0]
    if (last.isalnum() or last in "_$") and (first.isalnum() or first in "_$"):
        return True
    return (last == first and first in "+-") or (last == "/" and first in "/*")
