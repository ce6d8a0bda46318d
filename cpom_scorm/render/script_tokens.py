"""JavaScript as a list of tokens: as much of the language as the player's modules use."""

from __future__ import annotations

import re
from typing import NamedTuple

KEYWORDS = frozenset(
    "arguments async await break case catch class const continue debugger default delete do else "  # noqa: SIM905
    "export extends false finally for function get if import in instanceof let new null of return set "
    "static super switch this throw true try typeof undefined var void while with yield".split()
)
"""Words that are never renamed; some of them may be names, but then no short one is missed."""

_TOKEN = re.compile(
    r"""
    (?:\s+|//[^\n]*|/\*.*?\*/)*
    (?:
      (?P<name>[A-Za-z_$][\w$]*)
    | (?P<sign>\.\.\.|\?\.(?!\d)|=>|[{}()\[\];,.:~]|[-+*/%&|^!=<>?]=?|&&|\|\||\?\?)
    | (?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    | (?P<number>0[xXbBoO][\da-fA-F_]+n?|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?n?)
    | (?P<template>`)
    | (?P<end>\Z)
    )
    """,
    re.VERBOSE | re.DOTALL,
)
_REGEX = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_TEMPLATE = re.compile(r"[`}](?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)", re.DOTALL)
_DEPTH = {"{": 1, "}": -1}
_BEFORE_REGEX = frozenset(("return", "typeof", "case", "in", "of", "do", "else", "void", "delete"))


class Token(NamedTuple):
    """One token with the text it was read from."""

    kind: str
    """name, word (a keyword), number, string, template, regex, sign or, behind all others, end."""
    text: str


def tokens(text: str) -> tuple[Token, ...]:
    """Split a script, without spaces and comments; the last token is the end. Raises ValueError."""
    found: list[Token] = []
    templates: list[int] = []
    """How many braces were open where each open template text was interrupted."""
    depth, place = 0, 0
    while True:
        kind, part, place = _next(text, place, found)
        if kind == "sign" and part in _DEPTH:
            if part == "}" and templates[-1:] == [depth]:
                templates.pop()
                kind = "template"
            else:
                depth += _DEPTH[part]
        if kind == "template":
            part, place = _rest(_TEMPLATE, text, place - 1)
            if part.endswith("${"):
                templates.append(depth)
        found.append(Token(kind, part))
        if kind == "end":
            return tuple(found)


def _next(text: str, place: int, before: list[Token]) -> tuple[str, str, int]:
    """Give kind and text of the next token and the place after it; of a template text only its first sign."""
    match = _TOKEN.match(text, place)
    kind = match.lastgroup if match else None
    if match is None or kind is None:
        raise ValueError(f'"{text[place : place + 20].strip()}" cannot be read')
    part = match[kind]
    if kind == "name" and part in KEYWORDS:
        kind = "word"
    elif kind == "sign" and part[0] == "/" and not _is_value(before):
        return "regex", *_rest(_REGEX, text, match.start(kind))
    return kind, part, match.end()


def _is_value(found: list[Token]) -> bool:
    """Whether a value ends here, so that a slash divides it."""
    if not found:
        return False
    kind, text = found[-1]
    if kind == "template":
        return text.endswith("`")
    is_word = kind in ("name", "number", "string", "regex") and text not in _BEFORE_REGEX
    return is_word or text in (")", "]", "this")


def _rest(pattern: re.Pattern[str], text: str, place: int) -> tuple[str, int]:
    found = pattern.match(text, place)
    if not found:
        raise ValueError(f'"{text[place : place + 20]}" has no end')
    return found[0], found.end()
