"""Where pages name other files: which attributes hold addresses, and how they write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpom_scorm.package.content.tags import Tag

_ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "a": ("href",), "area": ("href",), "audio": ("src",), "body": ("background",), "embed": ("src",),
    "feimage": ("href", "xlink:href"), "frame": ("src",), "iframe": ("src",), "image": ("href", "xlink:href"),
    "img": ("src", "srcset"), "object": ("data",), "script": ("src", "href", "xlink:href"),
    "source": ("src", "srcset"), "table": ("background",), "td": ("background",), "th": ("background",),
    "track": ("src",), "use": ("href", "xlink:href"), "video": ("src", "poster"),
}  # fmt: skip
_LOADED_LINKS = frozenset(
    {"stylesheet", "icon", "shortcut", "apple-touch-icon", "mask-icon", "manifest", "preload",
     "modulepreload", "prefetch"}
)  # fmt: skip
"""Kinds of `link` that make browsers load something; others only tell where something stands."""
_FILM_PARAMETERS = frozenset({"movie", "src", "filename", "url"})
_REFRESH = re.compile(r"""[;,]?\s*+url\s*+=\s*+["']?([^"'>]*+)""", re.IGNORECASE)
_TEMPLATE_MARKS = ("{{", "{%", "${", "<%", "[[", "%%")
_SPACE = " \t\n\f\r"


def addresses_of(tag: Tag) -> Iterator[str]:
    """Give the addresses that a tag holds, as written; those that are yet to be filled in are left out."""
    for address in _written(tag):
        shown = address.strip()
        if shown and not shown.startswith("#") and not any(mark in shown for mark in _TEMPLATE_MARKS):
            yield shown


def _written(tag: Tag) -> Iterator[str]:
    given = tag.attributes
    for attribute in _ATTRIBUTES.get(tag.name, ()):
        if attribute == "srcset":
            yield from candidates(given.get(attribute, ""))
        elif attribute in given:
            yield given[attribute]
    if tag.name == "link" and not _LOADED_LINKS.isdisjoint(given.get("rel", "stylesheet").lower().split()):
        yield given.get("href", "")
        yield from candidates(given.get("imagesrcset", ""))
    elif tag.name == "input" and given.get("type", "").lower() == "image":
        yield given.get("src", "")
    elif tag.name == "param" and given.get("name", "").lower() in _FILM_PARAMETERS:
        yield given.get("value", "")
    elif tag.name == "meta" and given.get("http-equiv", "").lower() == "refresh":
        target = _REFRESH.search(given.get("content", ""))
        yield target[1] if target else ""


def candidates(srcset: str) -> Iterator[str]:
    """Give the addresses of a `srcset`; an address may hold commas, but neither begins nor ends with one."""
    at = 0
    while at < len(srcset):
        while at < len(srcset) and srcset[at] in _SPACE + ",":
            at += 1
        start = at
        while at < len(srcset) and srcset[at] not in _SPACE:
            at += 1
        address = srcset[start:at]
        if not address.endswith(","):
            at = _descriptor_end(srcset, at)
        yield address.rstrip(",")


def _descriptor_end(srcset: str, at: int) -> int:
    end = srcset.find(",", at)
    return len(srcset) if end < 0 else end
