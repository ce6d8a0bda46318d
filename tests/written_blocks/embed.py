"""A page of the author's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    return [
        {
            "kind": "embed",
            "title": author.plain("embed title"),
            "source": "media/own/index.html",
            "height": 200,
            "caption": author.inline("embed caption"),
            "description": author.block("embed description"),
        }
    ]
