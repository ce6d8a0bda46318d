"""The script language of SCORM 1.2 prerequisites: `aicc_script` (CAM 2.3.5, AICC CMI appendix)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cpom_scorm.package.quoting import quoted

_TOKEN = re.compile(
    r"""\s*(?:(?P<operator>[&|~()*,{}]|<>|=)|(?P<quoted>"[^"]*"|'[^']*')|(?P<word>[^\s&|~()*,{}=<>"']+))"""
)
STATUSES = frozenset(
    {"p", "f", "c", "i", "b", "n", "passed", "failed", "completed", "complete", "incomplete", "browsed",
     "not attempted"}
)  # fmt: skip
_DEEPEST = 50
_LONGEST_COUNT = 9
"""Digits of a count that are read; no set has so many members."""


@dataclass(frozen=True, slots=True)
class Script:
    """What a prerequisites script refers to, and whether it can be read at all."""

    identifiers: tuple[str, ...]
    problem: str | None
    """What is wrong with its form, in words; None for a script of good form."""
    sets: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Each `n*{a,b}`: how many must be met, and of which."""


class _ScriptError(Exception):
    pass


def read_script(text: str) -> Script:
    """Read a script. Never raises."""
    parser = _Parser(_tokens(text))
    try:
        parser.expression(0)
        if parser.token:
            raise _ScriptError(f'{quoted(parser.token)} stands where "&", "|" or the end is expected')
    except _ScriptError as error:
        return Script(tuple(parser.identifiers), str(error))
    return Script(tuple(parser.identifiers), None, tuple(parser.sets))


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    position, text = 0, text.rstrip()
    while position < len(text):
        found = _TOKEN.match(text, position)
        if found is None:
            return [*tokens, text[position:].strip()[:1]]
        tokens.append(found[0].strip())
        position = found.end()
    return tokens


class _Parser:
    """`expr := term (('&' | '|') term)*`: no operator binds tighter."""

    def __init__(self, tokens: list[str]) -> None:
        self._rest = tokens[::-1]
        self.identifiers: list[str] = []
        self.sets: list[tuple[int, tuple[str, ...]]] = []

    @property
    def token(self) -> str:
        return self._rest[-1] if self._rest else ""

    def _take(self) -> str:
        return self._rest.pop() if self._rest else ""

    def _expect(self, wanted: str) -> None:
        found = self._take()
        if found != wanted:
            raise _ScriptError(
                f'"{found}" stands where "{wanted}" is expected' if found else f'"{wanted}" is missing'
            )

    def expression(self, depth: int) -> None:
        if depth > _DEEPEST:
            raise _ScriptError("parentheses are nested too deep")
        self._term(depth)
        while self.token in ("&", "|") and self.token:
            self._take()
            self._term(depth)

    def _term(self, depth: int) -> None:
        if self.token == "~":  # noqa: S105 - a token of the script
            self._take()
            if depth > _DEEPEST:
                raise _ScriptError("negations are nested too deep")
            self._term(depth + 1)
        elif self.token == "(":  # noqa: S105
            self._take()
            self.expression(depth + 1)
            self._expect(")")
        else:
            self._named_term()

    def _named_term(self) -> None:
        word = self._identifier()
        if word.isdecimal() and self.token == "*":  # noqa: S105
            self._take()
            self.sets.append((int(word[:_LONGEST_COUNT]), self._set()))
            return
        self.identifiers.append(word)
        if self.token in ("=", "<>"):
            self._take()
            status = self._take().strip("\"'")
            if status.lower() == "not" and self.token.lower() == "attempted":
                status = f"{status} {self._take()}"
            if status.lower() not in STATUSES:
                raise _ScriptError(f"{quoted(status)} is no status" if status else "a status is missing")

    def _set(self) -> tuple[str, ...]:
        self._expect("{")
        members = [self._identifier()]
        while self.token == ",":  # noqa: S105
            self._take()
            members.append(self._identifier())
        self._expect("}")
        self.identifiers += members
        return tuple(members)

    def _identifier(self) -> str:
        word = self._take()
        if not word:
            raise _ScriptError("an identifier is missing at the end")
        if word[0] in "&|~()*,{}=<":
            raise _ScriptError(f"{quoted(word)} stands where an identifier is expected")
        return word.strip("\"'")
