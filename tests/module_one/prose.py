"""The running text of the pages, which readability formulas are made for, and all that is read on them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUNNING = {"text", "steps", "tabs", "accordion", "timeline"}
"""Kinds of blocks that explain. Key ideas are slogans, and sample messages, cards and labels fragments."""
_LOOKED_AT = {"figure", "chart", "comparison", "references", "scenario", "calculator", "self_ratings"}
"""Kinds whose words tell a picture, a source or one path of several; they do not lengthen the page's text."""
_READ = {"text", "rows", "columns", "caption", "title", "items", "stages", "beneath"} | {
    "front", "back", "when", "source",
}  # fmt: skip
_MARKUP = re.compile(r"[*`|>]|\]\([^)]*\)|\[(?!\[)")
_RUN_IN_HEADING = re.compile(r"\*\*[^*]+[.:]\*\* ")
_LIST_ENTRY = re.compile(r"(?:-|\d+\.)\s")
_POINT_IN_NUMBER = re.compile(r"(?<=\d)\.(?=\d)")


def running_text(page: dict[str, Any]) -> list[str]:
    """Give the paragraphs of a page as Markdown, without headings, list entries, tables and questions."""
    return [paragraph for text in (page["lead"], *_texts(page["blocks"])) for paragraph in _paragraphs(text)]


def for_formulas(paragraphs: list[str]) -> str:
    """Give paragraphs as plain text. Points within numbers go: formulas take them for ends of sentences."""
    return " ".join(_POINT_IN_NUMBER.sub("", _MARKUP.sub("", paragraph)) for paragraph in paragraphs)


def words_read(page: dict[str, Any]) -> int:
    """Count what is read on a page: text, lists and tables, without questions and captions."""
    return sum(len(_MARKUP.sub("", text).split()) for text in (page["lead"], *_read(page["blocks"])))


def _paragraphs(text: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n", text):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if lines and not _LIST_ENTRY.match(lines[0]):
            yield _RUN_IN_HEADING.sub("", " ".join(lines), count=1)


def _texts(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if key == "text":
            yield value
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part, key)
    elif isinstance(value, dict) and "feedback" not in value and value.get("kind", "text") in _RUNNING:
        for name, part in value.items():
            yield from _texts(part, name)


def _read(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if key in _READ:
            yield value
    elif isinstance(value, list):
        for part in value:
            yield from _read(part, key)
    elif isinstance(value, dict) and "feedback" not in value and value.get("kind") not in _LOOKED_AT:
        for name, part in value.items():
            yield from _read(part, name)
