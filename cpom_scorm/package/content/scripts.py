"""What scripts say in so many words. Comments, texts and regular expressions are known, nothing else is."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_CHARACTERS = 1024 * 1024
"""Longer scripts are bundles: what would have to be parsed in them is not looked for."""
_LOOKS = 20
_NEAR = 300
"""Occurrences that are tried, and characters before each that are seen, until a script is read whole."""

_TEXTS = r""" "(?:[^"\\\n]|\\.)*+"? | '(?:[^'\\\n]|\\.)*+'? | `(?:[^`\\]|\\.)*+`? """
_COMMENTS = r" //[^\n]*+ | /\*.*?(?:\*/|\Z) "
_EXPRESSION = r"""
    (?<=[=(,:;!&|?{\[\n>~^%*]) [ \t]*+ / (?![*/])
    (?: [^/\\\[\n] | \\. | \[ (?:[^\]\\\n]|\\.)*+ \]? )*+ /?
"""
_SPECIFIER = r"""(?: (["']) ([^"'\n]{{1,500}}) \{0} )?+"""
_TOKEN = re.compile(
    rf"""
      {_COMMENTS}
    | (?<![\w$.]) import \s*+ \( \s*+ {_SPECIFIER.format(1)}
    | (?<![\w$.]) (?:import|export) \b [\w$*{{}},\s]*+ {_SPECIFIER.format(3)}
    | {_TEXTS}
    | {_EXPRESSION}
    """,
    re.DOTALL | re.VERBOSE,
)
_CODE = re.compile(rf"({_COMMENTS}) | {_TEXTS} | {_EXPRESSION}", re.DOTALL | re.VERBOSE)
_PAGE_OR_SCRIPT = re.compile(r"""["'`]([^"'`\n\\?#]{1,300}\.(?:m?js|x?html?))(?=["'`?#])""", re.IGNORECASE)
_LOADS = (
    "createElement", "document.write", "importScripts", "import(", "eval(", "XMLHttpRequest", "fetch(",
    "getScript", ".load(", ".src", "innerHTML", "insertAdjacentHTML", "location.", "window.location",
    "document.location", ".open(", ".ajax(", "require(", "srcdoc", "Function(",
)  # fmt: skip


def imports(text: str, *, is_module: bool) -> Iterator[tuple[int, str]]:
    """Give the relative addresses that a script imports, each with its index; others mean no file."""
    if len(text) > MOST_CHARACTERS or ("import" not in text and "export" not in text):
        return
    for token in _TOKEN.finditer(text):
        dynamic, static = token[2], token[4]
        address = dynamic or (static if is_module else None)
        if address and address.startswith(("./", "../", "/")):
            yield token.start(), address


def named_files(text: str) -> Iterator[str]:
    """Give the names of pages and scripts that stand in texts of a script."""
    for found in _PAGE_OR_SCRIPT.finditer(text):
        yield found[1]


def may_load_more(text: str) -> bool:
    """Whether a script uses anything by which scripts load files whose names they put together."""
    return any(way in text for way in _LOADS)


def find_in_code(text: str, pattern: re.Pattern[str]) -> int | None:
    """Give the index of the first match that is not in a comment; None where there is none."""
    first: int | None = None
    for found in islice(pattern.finditer(text), _LOOKS):
        at = found.start()
        first = at if first is None else first
        before = text[max(text.rfind("\n", 0, at) + 1, at - _NEAR) : at]
        if "//" not in before and text.rfind("/*", 0, at) <= text.rfind("*/", 0, at):
            return at
    if first is None or len(text) > MOST_CHARACTERS:
        return first
    plain = _CODE.sub(lambda token: " " * len(token[0]) if token[1] else token[0], text)
    beside = pattern.search(plain)
    return beside.start() if beside else None
