"""Headings, links and HTML tags of Markdown text with line and column, which the parser does not give.

Rules judge by this; a test holds it against the parser that renders. Code is left out, as the parser does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORTH_A_SCAN = re.compile(r"\]\(|\]:|<|^ {0,3}#|^ {0,3}(=+|-+)[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$", re.MULTILINE)
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
_NO_PARAGRAPH = re.compile(r"^ {0,3}([>|]|([-*+]|#{1,6}|\d{1,9}[.)])(\s|$))|^ {4}|^\s*$")
_LABEL = r"((?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]*\])*\])*)"
_LINK = re.compile(
    rf"(!?)\[{_LABEL}\]\([ \t\n]*(?:<([^<>\n]*)>|((?:[^\s()<]|\((?:[^\s()]|\([^\s()]*\))*\))*))"
    r"(?:[ \t\n]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t\n]*\)"
)
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]]+)\]:[ \t]*\n?[ \t]*<?([^\s<>]+)>?", re.MULTILINE)
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_TAG = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|!--)")


@dataclass(frozen=True, slots=True)
class Found:
    """Something in a Markdown text. Line and column count from 1 inside the text."""

    line: int
    column: int
    width: int
    """In characters, on the first line."""


@dataclass(frozen=True, slots=True)
class Heading(Found):
    """A heading."""

    level: int


@dataclass(frozen=True, slots=True)
class Link(Found):
    """A link, or a picture written as one."""

    text: str
    target: str
    is_image: bool = False


def headings(text: str) -> Iterator[Heading]:
    """Give the headings in order, those underlined with `=` or `-` as well."""
    if not _WORTH_A_SCAN.search(text):
        return
    lines = _without_code(text).split("\n")
    for number, line in enumerate(lines, 1):
        found = _HEADING.match(line)
        if found:
            yield Heading(number, found.start(1) + 1, len(line.strip()), len(found[1]))
        elif number > 1 and (mark := _UNDERLINE.match(line)) and not _NO_PARAGRAPH.match(lines[number - 2]):
            title = lines[number - 2]
            indent = len(title) - len(title.lstrip())
            yield Heading(number - 1, indent + 1, len(title.strip()), 1 if mark[1][0] == "=" else 2)


def links(text: str) -> Iterator[Link]:
    """Give links and pictures, also from reference definitions and `<https://…>`."""
    if not _WORTH_A_SCAN.search(text):
        return
    masked = _without_code(text)
    for found in _LINK.finditer(masked):
        # Read from the text itself: code inside a link's text is text too.
        shown = text[found.start(2) : found.end(2)]
        yield Link(
            *_place(text, found.start(), found.end()), shown, found[3] or found[4] or "", bool(found[1])
        )
    for found in _DEFINITION.finditer(masked):
        yield Link(*_place(text, found.start(), found.end()), found[1], found[2])
    for found in _AUTOLINK.finditer(masked):
        yield Link(*_place(text, found.start(), found.end()), found[1], found[1])


def html_tags(text: str) -> Iterator[tuple[Found, str]]:
    """Give what would be HTML if HTML were on."""
    if "<" not in text:
        return
    for found in _TAG.finditer(_without_code(text)):
        yield Found(*_place(text, found.start(), found.end())), found[0]


def _place(text: str, start: int, end: int) -> tuple[int, int, int]:
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    width = min(end, line_end if line_end >= 0 else end) - start
    return text.count("\n", 0, start) + 1, start - line_start + 1, width


def _without_code(text: str) -> str:
    """Blank out fenced code, code spans and escaped signs, keeping every position."""
    lines, fence = [], ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip(" \t" + fence[0]):
                fence = ""
            lines.append(" " * len(line))
        elif mark and not (mark[1][0] == "`" and "`" in line[mark.end() :]):
            fence = mark[1]
            lines.append(" " * len(line))
        else:
            lines.append(line)
    unfenced = _ESCAPED.sub("\x01\x01", "\n".join(lines))
    return _CODE.sub(lambda found: re.sub(r"[^\n]", "\x01", found[0]), unfenced)
