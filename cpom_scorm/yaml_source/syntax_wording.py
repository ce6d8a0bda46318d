"""YAML syntax errors in an author's words: the parser's own speak of tokens and contexts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MESSAGES = {
    "mapping values are not allowed in this context": "a key begins where none may stand",
    "found unexpected end of stream": "the quotes are never closed",
    "found unknown escape character": "the backslash in double quotes has no meaning here",
    "did not find expected alphabetic or numeric character": 'a name is expected after "*" or "&"',
    "found character that cannot start any token": "no value can start with this character",
    "could not find expected ':'": 'a ":" is expected after the key',
    "did not find expected key": "a key is expected here",
    "did not find expected '-' indicator": 'a list entry "-" is expected here',
    "did not find expected ',' or ']'": 'a "," or "]" is expected here',
    "did not find expected ',' or '}'": 'a "," or "}" is expected here',
    "did not find expected node content": "a value is expected here",
    "did not find expected <document start>": "the line is indented less than the lines above",
    "block sequence entries are not allowed in this context": 'a list entry "-" begins where none may stand',
    "did not find expected comment or line break": 'the text must begin on the line below ">" or "|"',
}
"""What libyaml says → what we say."""

_SPECIAL_START = re.compile(r"^\s*(?:- +)*(?:[\w-]+:\s+)?([*&@`%!{\[])")
_GOES_ON = re.compile(r"""^\s*(?:- +)*[\w-]+:\s+(?:\[[^\]]*\]|"[^"]*"|'[^']*')\s*[^\s#]""")
_KEY_WITH_TEXT = re.compile(r"^(\s*(?:- +)*)[\w-]+:\s+\S")
_CURLY = re.compile(r"^\s*(?:- +)*[\w-]+:\s+[“”„‟]")
_INNER_APOSTROPHE = re.compile(r"^\s*(?:- +)*[\w-]+:\s+'[^']*'\w")
_TWO_COLONS = re.compile(r"^\s*(?:- +)*[\w-]+:\s+[^\"'|>{\[]*:(\s|$)")


def syntax_message(problem: str) -> str:
    """Say what the parser met; its own words where it says something rare."""
    return _MESSAGES.get(problem, problem)


def open_quote(lines: Sequence[str], line: int, column: int) -> tuple[int, int] | None:
    """Give line and column, from 0, of the quote above that the parser took this place to close.

    A text whose second quote is missing ends at the next quote in the file, so the parser stops lines later.
    """
    quote = lines[line][column - 1 : column]
    if quote not in ('"', "'") or quote in lines[line][: column - 1]:
        return None
    above = next((at for at in range(line - 1, -1, -1) if quote in lines[at]), None)
    return None if above is None or lines[above].count(quote) != 1 else (above, lines[above].index(quote))


def braces_help(line: str, column: int) -> str | None:
    """Give the remedy for a text that ends too early inside { } or [ ], by where on the line it ended."""
    if re.match(r":(\s|$)", line[column:]):
        return 'put the text around the colon in quotes, because ": " inside it starts a new key'
    if line[column - 1 : column] == "'":
        return "write the apostrophe twice, or put the text in double quotes"
    return None


def indentation_help(above: str, line: str) -> str | None:
    """Give the remedy for a key that begins further right than the finished key above it."""
    before = _KEY_WITH_TEXT.match(above)
    if before is None:
        return None
    first, second = len(before[1]) + 1, len(line) - len(line.lstrip()) + 1
    columns = f"the key above begins in column {first}, this one in column {second}"
    return f"check the indentation: {columns}" if second > first else None


def misplaced_line_help(line: str, column: int) -> str:
    """Give the remedy for a line that begins where nothing above it does."""
    if line[column] in "{[":
        return 'start the entry with "- ", in the column of those above'
    if line[column:].startswith("- "):
        return f'start every entry of the list with "- " in column {column + 1}, the first one too'
    return f"check the indentation: nothing above that is still open begins in column {column + 1}"


def syntax_help(line: str, problem: str) -> str:
    """Guess the remedy from the problem and the line on which it began."""
    if problem == "found unknown escape character":
        return "use single quotes, or write the backslash twice"
    if problem == "did not find expected comment or line break":
        return 'start the text on the next line, or put it in quotes when ">" or "|" belongs to it'
    if quotes := _quotes_help(line):
        return quotes
    if _TWO_COLONS.match(line):
        return 'put the text after the first colon in quotes, because ": " inside it starts a new key'
    if _GOES_ON.match(line):
        return "put the whole text in quotes, because it goes on after the part that YAML takes for all of it"
    start = _SPECIAL_START.match(line)
    if start and start[1] in "{[":
        return f'close the "{start[1]}", or put the text in quotes'
    if start:
        return f'put the text in quotes, because YAML keeps "{start[1]}" at its start for itself'
    if line.count('"') % 2:
        return 'close the quotes, and write " inside them as \\"'
    if re.search(r":\s+'", line):
        return "close the quotes, and write ' inside them twice"
    return "check the indentation and the quotes on this line and the one above"


def _quotes_help(line: str) -> str | None:
    """Give the remedy where the author has put the text in quotes, though not in quotes that hold."""
    if _CURLY.match(line):
        return "put the text in straight quotes, because curly ones are letters to YAML"
    if _INNER_APOSTROPHE.match(line):
        return "write the apostrophe twice, or put the text in double quotes"
    return None
