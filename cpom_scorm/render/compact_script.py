"""A module in as few characters as it needs, so that the player stays small without a tool from outside.

A name gets the same short one wherever it stands for a variable in its module. That keeps every scope as it
was: names that were equal stay equal, names that differed stay different. Properties keep their names, but
for those that the caller gives new ones.
"""

from __future__ import annotations

import string
from collections import Counter
from itertools import count, islice, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from cpom_scorm.render.script_names import Script

_DECLARING = ("const", "let")
_SHORTER = {"const": "let", "true": "!0", "false": "!1", "undefined": "void 0"}
"""Words that say the same. Nothing assigns to a constant: the type checker sees to that."""
_OPENING = frozenset("([{")
_CLOSING = frozenset(")]}")
_LETTERS = "etnrisouaflchpdvmgybwESxTNCkLAOMDPHBjFIqRUzWXVJKQGYZ"
"""The busiest of scripts first, so that short names are made of what is there anyway."""
_WORD = frozenset(string.ascii_letters + string.digits + "_$")


def short_names(taken: Collection[str]) -> Iterator[str]:
    """Give e, t, …, Z, ee, et, … without those that are taken."""
    for length in count(1):
        for letters in product(_LETTERS, repeat=length):
            name = "".join(letters)
            if name not in taken:
                yield name


def by_use(scripts: Iterable[Script]) -> Mapping[str, int]:
    """Rank all names by how often they stand in all scripts: 0 is the busiest."""
    uses = Counter(script.parts[place].text for script in scripts for place, _ in script.references)
    return {name: rank for rank, name in enumerate(sorted(uses, key=lambda name: (-uses[name], name)))}


def local_names(names: Iterable[str], taken: Collection[str], ranks: Mapping[str, int]) -> dict[str, str]:
    """Give each name a short one that is not taken, the same in every module where that can be.

    What is called alike in many modules then reads alike, and packs better.
    """
    busiest = sorted(names, key=lambda name: (ranks.get(name, len(ranks)), name))
    left = list(islice(short_names(taken), len(busiest)))
    letters = [letter for letter in _LETTERS if letter not in taken]
    given: dict[str, str] = {}
    for name in busiest:
        wanted = letters[ranks.get(name, 0) % len(letters)] if letters else ""
        if wanted in left:
            given[name] = wanted
            left.remove(wanted)
    rest = iter(left)
    return {name: given.get(name) or next(rest) for name in busiest}


def compact(script: Script, short: Mapping[str, str], properties: Mapping[str, str] | None = None) -> str:
    """Write the script with these short names, without spaces and signs that say nothing.

    `properties` gives new names for properties. Relies on the formatter's semicolons: line ends are not kept.
    """
    changed = _needless(script) | _renamed(script, short, properties or {})
    written = [" "]
    last = " "
    for place, token in enumerate(script.parts):
        text = changed.get(place, token.text)
        if not text:
            continue
        first = text[0]
        if (first in _WORD and last in _WORD) or (first == last and first in "+-/"):
            written.append(" ")
        written.append(text)
        last = text[-1]
    return "".join(written[1:])


def _renamed(script: Script, short: Mapping[str, str], properties: Mapping[str, str]) -> dict[int, str]:
    """Give the places of names and what they are called now."""
    renamed: dict[int, str] = {}
    variables = set()
    for place, is_key in script.references:
        variables.add(place)
        name = script.parts[place].text
        variable, key = short.get(name, name), properties.get(name, name)
        if is_key and variable != key:
            renamed[place] = f"{key}:{variable}"
        elif variable != name:
            renamed[place] = variable
    for place, (kind, name) in enumerate(script.parts):
        if kind == "name" and place not in variables and name in properties:
            renamed[place] = properties[name]
    return renamed


def _needless(script: Script) -> dict[int, str]:
    """Give the places of signs and words that can go or be shorter, and what is left there."""
    left: dict[int, str] = {}
    for place in _merged_declarations(script):
        left[place], left[place + 1] = ",", ""
    for place, (kind, text) in enumerate(script.parts):
        if text in _SHORTER and place not in left and script.is_word(place):
            left[place] = _SHORTER[text]
        if kind != "sign":
            continue
        after = script.parts[place + 1].text
        if (text in (",", ";") and after == "}") or (text == "," and after == ")"):
            left[place] = ""
        elif text == "=>" and script.parts[place - 1].text == ")":
            start = script.pairs[place - 1]
            if start == place - 3 and script.parts[place - 2].kind == "name":
                left[start] = left[place - 1] = ""
    return left


def _merged_declarations(script: Script) -> list[int]:
    """Give the places of semicolons between two declarations that can share their first word."""
    parts = script.parts
    merged: list[int] = []
    blocks: list[bool] = [True]
    starts: list[int] = [0]
    for place, (kind, text) in enumerate(parts):
        if kind == "template":
            blocks = blocks[:-1] if text[0] == "}" else blocks
            blocks = [*blocks, False] if text[-1] == "{" else blocks
        elif kind == "sign" and text in _OPENING:
            blocks.append(script.is_block(place))
            starts.append(place + 1)
        elif kind == "sign" and text in _CLOSING:
            blocks.pop()
            starts.pop()
        elif text == ";" and blocks[-1]:
            if parts[place + 1].text in _DECLARING and parts[starts[-1]].text in _DECLARING:
                merged.append(place)
            starts[-1] = place + 1
    return merged
