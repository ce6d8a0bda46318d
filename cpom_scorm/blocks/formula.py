"""The arithmetic that authors write in calculators: read, worked out, and given to the player as a list.

Numbers, names, `+ - * / ^`, brackets, per cent (`12%` is 0.12) and the functions `abs(x)`, `round(x)`,
`round(x; decimals)`, `min(a; b)` and `max(a; b)`, of as many as there are. No comma has a meaning.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from cpom_scorm.blocks.rounding import rounded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

LARGEST = 1e15
"""Results of that size or more are not shown: not all of their digits would be right."""
FUNCTIONS = ("abs", "max", "min", "round")
"""Words that cannot be names."""
NEGATED = "~"
"""What stands for the minus before a single number, in the list for the player."""

Reason = Literal["zero", "size"]
Postfix: TypeAlias = tuple[float | str, ...]
"""Numbers, names and operations, each operation after what it takes."""

_TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:\d+\.?\d*|\.\d+))(?P<percent>\s*%)?|(?P<name>[a-z_][a-z0-9_]*)|(?P<sign>[-+*/^();]))"
)
_SAME = str.maketrans({"×": "*", "·": "*", "÷": "/", "−": "-", "–": "-"})
"""Signs that people paste, for those that they mean."""
_SHOWN = {"*": "\u00a0× ", "/": "\u00a0÷ ", "+": "\u00a0+ ", "-": "\u00a0\u2212 ", ";": "; "}
_ROUND_DIGITS = 6


class FormulaFault(Exception):  # noqa: N818 - says what an author did, is no failure of ours
    """A formula cannot be read, or names what there is not. Columns count from 1."""

    def __init__(self, message: str, help_text: str, column: int, width: int = 1) -> None:
        super().__init__(message)
        self.message, self.help, self.column, self.width = message, help_text, column, width


class NoResult(Exception):  # noqa: N818 - the answer to a sum that has none
    """With these numbers there is no result."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a name or a sign in a formula."""

    text: str
    kind: str
    """number, percent, name, sign, or end."""
    column: int

    @property
    def value(self) -> float:
        """Give the number that is meant."""
        number = float(self.text)
        return number / 100 if self.kind == "percent" else number


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that can be worked out."""

    tokens: tuple[Token, ...]
    postfix: Postfix
    divisors: tuple[tuple[Postfix, int], ...]
    """What is divided by, each with its column."""

    def names(self) -> Iterator[Token]:
        """Give every place where a name stands."""
        return (token for token in self.tokens if token.kind == "name" and token.text not in FUNCTIONS)

    def shown(self, number: Callable[[Token], str]) -> str:
        """Give the formula as people write it, with `{name}` for each name. `number` writes those in it."""
        parts = []
        for before, token in zip((None, *self.tokens), self.tokens, strict=False):
            if token.kind in ("number", "percent"):
                parts.append(number(token))
            elif token.kind == "name":
                parts.append(token.text if token.text in FUNCTIONS else f"{{{token.text}}}")
            elif token.text == "-" and (before is None or before.text in ("(", ";", "+", "-", "*", "/", "^")):
                parts.append("\u2212")
            else:
                parts.append(_SHOWN.get(token.text, token.text))
        return "".join(parts)


def read_formula(text: str) -> Formula:
    """Read a formula. Raises `FormulaFault`."""
    return _Parser(_tokens(text)).formula()


def worked_out(postfix: Postfix, values: Mapping[str, float]) -> float:
    """Give the result; the player's `evaluate` gives the same. Raises `NoResult`."""
    stack: list[float] = []
    for part in postfix:
        if part in _OPERATIONS:
            count, operation = _OPERATIONS[str(part)]
            taken = stack[-count:]
            del stack[-count:]
            stack.append(_finite(operation, taken))
        else:
            stack.append(values[part] if isinstance(part, str) else part)
    if abs(stack[0]) >= LARGEST:
        raise NoResult("size")
    return stack[0]


def _finite(operation: Callable[..., float], taken: list[float]) -> float:
    try:
        result = operation(*taken)
    except ZeroDivisionError:
        raise NoResult("zero") from None
    except (ValueError, OverflowError):
        raise NoResult("size") from None
    if not math.isfinite(result):
        raise NoResult("size")
    return result


_OPERATIONS: dict[float | str, tuple[int, Callable[..., float]]] = {
    "+": (2, lambda a, b: a + b),
    "-": (2, lambda a, b: a - b),
    "*": (2, lambda a, b: a * b),
    "/": (2, lambda a, b: a / b),
    "^": (2, math.pow),
    NEGATED: (1, lambda a: -a),
    "abs": (1, abs),
    "min": (2, min),
    "max": (2, max),
    "round": (2, lambda a, b: float(rounded(a, int(b)))),
}
"""Each with how many numbers it takes."""


def _tokens(text: str) -> tuple[Token, ...]:
    same = text.translate(_SAME)
    tokens, place = [], 0
    while place < len(same.rstrip()):
        found = _TOKEN.match(same, place)
        if found is None:
            raise _strange(same, place + len(same[place:]) - len(same[place:].lstrip()))
        kind = "percent" if found["percent"] else str(found.lastgroup)
        word = found[kind if kind != "percent" else "number"]
        tokens.append(Token(word, kind, found.start(kind if kind != "percent" else "number") + 1))
        place = found.end()
    return tuple(tokens)


def _strange(text: str, place: int) -> FormulaFault:
    sign = text[place]
    if sign == ",":
        help_text = 'write numbers without commas, and put ";" between what a function takes'
    elif sign == "%":
        help_text = 'put "%" right after a number'
    elif sign.isupper():
        help_text = "write names in lower-case letters"
    else:
        help_text = "use numbers, names, + - * / ^ and brackets"
    return FormulaFault(f'"{sign}" has no meaning in a formula', help_text, place + 1)


class _Parser:
    """Reads tokens from left to right; each method gives the list of what it has read."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.place = 0
        self.divisors: list[tuple[Postfix, int]] = []

    def formula(self) -> Formula:
        postfix = self._sum()
        if self._next.kind != "end":
            raise self._unexpected()
        return Formula(self.tokens, postfix, tuple(self.divisors))

    @property
    def _next(self) -> Token:
        if self.place < len(self.tokens):
            return self.tokens[self.place]
        last = self.tokens[-1] if self.tokens else Token("", "end", 1)
        return Token("", "end", last.column + max(len(last.text) - 1, 0))

    def _takes(self, *signs: str) -> str:
        """Step over one of the signs, if it is next, and give it."""
        if self._next.kind == "sign" and self._next.text in signs:
            self.place += 1
            return self.tokens[self.place - 1].text
        return ""

    def _sum(self) -> Postfix:
        read = self._product()
        while sign := self._takes("+", "-"):
            read = (*read, *self._product(), sign)
        return read

    def _product(self) -> Postfix:
        read = self._signed()
        while sign := self._takes("*", "/"):
            column = self._next.column
            factor = self._signed()
            if sign == "/":
                self.divisors.append((factor, column))
            read = (*read, *factor, sign)
        return read

    def _signed(self) -> Postfix:
        if self._takes("-"):
            return (*self._signed(), NEGATED)
        base = self._single()
        return (*base, *self._signed(), "^") if self._takes("^") else base

    def _single(self) -> Postfix:
        token = self._next
        if token.kind in ("number", "percent"):
            self.place += 1
            return (token.value,)
        if token.kind == "name":
            self.place += 1
            return self._call(token) if token.text in FUNCTIONS else (token.text,)
        if self._takes("("):
            read = self._sum()
            self._closes()
            return read
        raise self._unexpected()

    def _call(self, function: Token) -> Postfix:
        if not self._takes("("):
            message = f'"{function.text}" is a function, and nothing in brackets follows'
            help_text = f"write {function.text}(…), or choose another name"
            raise FormulaFault(message, help_text, function.column, len(function.text))
        given = [self._sum()]
        while self._takes(";"):
            given.append(self._sum())
        self._closes()
        return _called(function, given)

    def _closes(self) -> None:
        if not self._takes(")"):
            raise self._unexpected('")"')

    def _unexpected(self, wanted: str = "a number or a name") -> FormulaFault:
        token = self._next
        if token.kind == "end":
            return FormulaFault(
                f"the formula ends where {wanted} should follow", "write the rest", token.column
            )
        help_text = f'write {wanted} before "{token.text}", or take it out'
        if token.kind != "sign":
            help_text = "write + - * / or ^ between two numbers"
        return FormulaFault(f'"{token.text}" cannot stand here', help_text, token.column, len(token.text))


def _called(function: Token, given: list[Postfix]) -> Postfix:
    name, count = function.text, len(given)
    most = {"abs": 1, "round": 2}.get(name, count)
    least = 2 if name in ("min", "max") else 1
    if not least <= count <= most:
        takes = "two numbers or more" if least > 1 else "one number" if most == 1 else "one or two numbers"
        message = f'"{name}" takes {takes}, not {count}'
        help_text = 'put ";" between them' if count < least else "take the others out"
        raise FormulaFault(message, help_text, function.column, len(name))
    if name == "round":
        decimals = given[1] if count > 1 else (0.0,)
        if decimals not in [(float(digits),) for digits in range(_ROUND_DIGITS + 1)]:
            message = f'"round" can give 0 to {_ROUND_DIGITS} decimals'
            raise FormulaFault(message, "write how many, as a whole number", function.column, len(name))
        return (*given[0], *decimals, name)
    read = given[0] if count > 1 else (*given[0], name)
    for more in given[1:]:
        read = (*read, *more, name)
    return read
