"""The start tags of a page with their attributes, as browsers read them: in any case, with quotes or without.

Each character is looked at a bounded number of times, so that no page, however broken, takes long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from cpom_scorm.package.content.files import MOST_TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAME = re.compile(r"[A-Za-z][^\s/>]*+")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)(?:"|\Z)|'([^']*+)(?:'|\Z)|([^\s>]*+)))?+"""
)
_MOST_ATTRIBUTES = 500
_TAG_END = re.compile(r"([\s/]*+)>")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "noembed", "noframes", "iframe"})
"""Elements whose content is text: tags in it are none."""
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}


@dataclass(frozen=True, slots=True)
class Tag:
    """One start tag."""

    name: str
    """Lower-case."""
    attributes: Mapping[str, str]
    """Name in lower-case → value, decoded; the first of two with one name."""
    at: int
    """Index of its first character."""
    content: str = ""
    """What stands in an element whose content is text, such as a script."""
    content_at: int = 0


def start_tags(text: str, *, is_xml: bool = False) -> Iterator[Tag]:
    """Give the start tags from left to right. In XML, a tag that ends in a slash has no content."""
    at, left = text.find("<"), MOST_TOKENS
    while at >= 0 and left:
        left -= 1
        if text.startswith("<!--", at):
            end = text.find("-->", at + 2)
            at = text.find("<", end + 3) if end >= 0 else -1
            continue
        name = _NAME.match(text, at + 1)
        if name is None:
            at = text.find("<", at + 1)
            continue
        attributes, end = _attributes(text, name.end())
        closing = _TAG_END.match(text, end)
        if closing is None:
            return
        tag, after = name[0].lower(), closing.end()
        is_empty = is_xml and "/" in closing[1]
        if tag in _RAW and not is_empty:
            stop = _RAW_END[tag].search(text, after)
            content = text[after : stop.start() if stop else len(text)]
            yield Tag(tag, attributes, at, content, after)
            after += len(content)
        else:
            yield Tag(tag, attributes, at)
        at = text.find("<", after)


def _attributes(text: str, at: int) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    left = _MOST_ATTRIBUTES
    while left and (match := _ATTRIBUTE.match(text, at)):
        at, left = match.end(), left - 1
        name, *values = match.groups()
        value = next((value for value in values if value is not None), "")
        found.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return found, at if left else max(at, text.find(">", at))
