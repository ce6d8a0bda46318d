"""A text from several answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    prompts = [
        {"id": "situation", "label": author.plain("prompt one"), "max_length": 40},
        {
            "id": "request",
            "label": author.plain("prompt two"),
            "hint": author.inline("prompt hint"),
            "max_length": 60,
        },
    ]
    return [{"kind": "builder", "id": "b_sbar", "title": author.plain("builder title"), "prompts": prompts}]
