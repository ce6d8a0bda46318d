"""A timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    told = {"title": author.title("event"), "text": author.block("event")}
    bare = {"when": author.plain("bare when"), "title": author.plain("bare event")}
    return [{"kind": "timeline", "events": [{"when": author.plain("when"), **told}, bare]}]
