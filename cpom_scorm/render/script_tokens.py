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
    (?P<space>\s+|//[^\n]*|/\*.*?\*/)
  | (?P<name>[A-Za-z_$][\w$]*)
  | (?P<number>0[xXbBoO][\da-fA-F_]+n?|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?n?)
  | (?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
  | (?P<sign>\.\.\.|\?\.(?!\d)|=>|[-+*/%&|^!=<>?]=?|&&|\|\||\?\?|[{}()\[\];,.:~])
    """,
    re.VERBOSE | re.DOTALL,
)
_REGEX = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_TEMPLATE = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)", re.DOTALL)
_BEFORE_REGEX = frozenset(("return", "typeof", "case", "in", "of", "do", "else", "void", "delete"))


class Token(NamedTuple):
    """One token with the text it was read from."""

    kind: str
    """space, name, word (a keyword), number, string, template, regex or sign."""
    text: str


def tokens(text: str) -> list[Token]:
    """Split a script. Raises ValueError where it cannot be read."""
    found: list[Token] = []
    templates: list[int] = []
    depth, place = 0, 0
    before = Token("sign", ";")
    while place < len(text):
        letter = text[place]
        if letter == "`" or (letter == "}" and templates and templates[-1] == depth):
            if letter == "}":
                templates.pop()
            end = _TEMPLATE.match(text, place + 1)
            if not end:
                raise ValueError("a template text has no end")
            if end[0].endswith("${"):
                templates.append(depth)
            token = Token("template", letter + end[0])
        else:
            token = _next(text, place, before)
            depth += {"{": 1, "}": -1}.get(token.text, 0) if token.kind == "sign" else 0
        place += len(token.text)
        found.append(token)
        if token.kind != "space":
            before = token
    return found


def _next(text: str, place: int, before: Token) -> Token:
    is_value = before.kind in ("name", "number", "string", "regex") or before.text in (")", "]", "this")
    is_value = is_value or (before.kind == "template" and before.text.endswith("`"))
    if text[place] == "/" and text[place + 1 : place + 2] not in ("/", "*"):
        regex = _REGEX.match(text, place)
        if regex and (not is_value or before.text in _BEFORE_REGEX):
            return Token("regex", regex[0])
    found = _TOKEN.match(text, place)
    if not found:
        raise ValueError(f"{text[place : place + 20]!r} cannot be read")
    kind = str(found.lastgroup)
    return Token("word" if kind == "name" and found[0] in KEYWORDS else kind, found[0])
