"""YAML syntax errors in an author's words: the parser's own speak of tokens and contexts."""

from __future__ import annotations

import re

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
_TWO_COLONS = re.compile(r"^\s*(?:- +)*[\w-]+:\s+[^\"'|>{\[]*:(\s|$)")


def syntax_message(problem: str) -> str:
    """Say what the parser met; its own words where it says something rare."""
    return _MESSAGES.get(problem, problem)


def syntax_help(line: str, problem: str) -> str:
    """Guess the remedy from the problem and the line on which it began."""
    if problem == "found unknown escape character":
        return "use single quotes, or write the backslash twice"
    if problem == "did not find expected comment or line break":
        return 'start the text on the next line, or put it in quotes when ">" or "|" belongs to it'
    if _TWO_COLONS.match(line):
        return 'put the text after the first colon in quotes, because ": " inside it starts a new key'
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
