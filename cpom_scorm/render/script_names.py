"""What the names in a script are: variables declared in it, variables from elsewhere, or properties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.render.script_tokens import Token, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_CLOSING = {"(": ")", "[": "]", "{": "}"}
_OPENING = {")": "(", "]": "[", "}": "{"}
_PROPERTY_AFTER = frozenset((".", "?."))
_SHORTHAND_BEFORE = frozenset((",", "}", "="))
_HEADS = frozenset(("if", "for", "while", "switch", "with"))
_BLOCK_AFTER = frozenset((")", "=>", ";", "{", "}", "else", "try", "finally", "do", "catch"))
_ACCESSORS = frozenset(("get", "set", "async"))


@dataclass(frozen=True, slots=True)
class Script:
    """A module's tokens, and what its names are."""

    parts: tuple[Token, ...]
    pairs: Mapping[int, int]
    """Place of each opening bracket to its closing one, and back."""
    objects: frozenset[int]
    """Places of the `{` that open an object or a pattern rather than a block."""
    references: tuple[tuple[int, bool], ...]
    """Places of names of variables, and whether each names a property as well: `{ name }`."""

    @classmethod
    def read(cls, text: str) -> Script:
        """Read a module. Raises ValueError for text that is not understood."""
        parts = tokens(text)
        pairs: dict[int, int] = {}
        objects: set[int] = set()
        references: list[tuple[int, bool]] = []
        inside: list[int] = []
        for place, (kind, part) in enumerate(parts):
            if kind == "sign":
                if part in _CLOSING:
                    inside.append(place)
                    if part == "{" and place and parts[place - 1].text not in _BLOCK_AFTER:
                        objects.add(place)
                elif part in _OPENING:
                    start = inside.pop()
                    pairs[start], pairs[place] = place, start
            elif kind == "template":
                inside = inside[:-1] if part[0] == "}" else inside
                inside = [*inside, place] if part[-1] == "{" else inside
            elif kind == "name":
                is_key = bool(inside) and inside[-1] in objects and _starts_member(parts, place)
                if _is_variable(parts, place, is_key=is_key):
                    references.append((place, is_key))
            elif part == "class" and _is_word(parts, place):
                raise ValueError("classes are not understood")
        return cls(parts, pairs, frozenset(objects), tuple(references))

    def names(self) -> set[str]:
        """Give all names that stand for variables, declared here or elsewhere."""
        return {self.parts[place].text for place, _ in self.references}

    def declared(self) -> set[str]:
        """Give the names of variables, functions and parameters."""
        names: set[str] = set()
        for place, token in enumerate(self.parts):
            if token.kind == "word" and token.text in ("const", "let", "var") and _is_word(self.parts, place):
                names |= self._pattern(place + 1)[0]
            elif token.text == "function" and self.parts[place + 1].kind == "name":
                names.add(self.parts[place + 1].text)
            elif token.text == "=>":
                names |= self._parameters(place - 1)
            elif token.text == "{" and self._follows_head(place):
                head = self.parts[self.pairs[place - 1] - 1].text
                names |= set() if head in _HEADS else self._parameters(place - 1)
        return names

    def top_level(self) -> list[str]:
        """Give the names that the module declares outside any function, in order."""
        names: list[str] = []
        place = 0
        while place < len(self.parts):
            token = self.parts[place]
            if token.text in ("const", "let", "var"):
                names += sorted(self._pattern(place + 1)[0])
            elif token.text == "function":
                names.append(self.parts[place + 1].text)
            place = self.pairs[place] + 1 if self.pairs.get(place, -1) > place else place + 1
        return names

    def is_word(self, place: int) -> bool:
        """Whether a keyword stands there as such, not as the name of a property."""
        return _is_word(self.parts, place)

    def is_block(self, place: int) -> bool:
        """Whether a `{` that opens a block stands there."""
        return self.parts[place].text == "{" and place not in self.objects

    def _follows_head(self, place: int) -> bool:
        return place > 0 and self.is_block(place) and self.parts[place - 1].text == ")"

    def _parameters(self, last: int) -> set[str]:
        """Give the names of a parameter, or of a list of them that ends here."""
        if self.parts[last].kind == "name":
            return {self.parts[last].text}
        if self.parts[last].text != ")":
            return set()
        return self._members(self.pairs[last])

    def _pattern(self, place: int) -> tuple[set[str], int]:
        """Give the names that a pattern declares, and the place after it."""
        token = self.parts[place]
        if token.text in ("{", "["):
            return self._members(place), self.pairs[place] + 1
        return ({token.text} if token.kind == "name" else set()), place + 1

    def _members(self, start: int) -> set[str]:
        names: set[str] = set()
        place, end = start + 1, self.pairs[start]
        is_object = self.parts[start].text == "{"
        while place < end:
            if self.parts[place].text in (",", "..."):
                place += 1
                continue
            if is_object and self.parts[place + 1].text == ":":
                place += 2
            found, place = self._pattern(place)
            names |= found
            while place < end and self.parts[place].text != ",":  # A default value declares nothing.
                place = self.pairs[place] + 1 if self.pairs.get(place, -1) > place else place + 1
        return names


def _is_variable(parts: Sequence[Token], place: int, *, is_key: bool) -> bool:
    if parts[place - 1].text in _PROPERTY_AFTER:
        return False
    return not is_key or parts[place + 1].text in _SHORTHAND_BEFORE


def _starts_member(parts: Sequence[Token], place: int) -> bool:
    before = parts[place - 1].text
    if before in _ACCESSORS:
        before = parts[place - 2].text
    return before in ("{", ",")


def _is_word(parts: Sequence[Token], place: int) -> bool:
    is_property = parts[place - 1].text in _PROPERTY_AFTER
    return not is_property and parts[place + 1].text not in (":", "(", "=")
