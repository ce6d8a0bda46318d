"""A private text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    prompt = author.inline("reflection prompt")
    return [{"kind": "reflection", "id": "b_why", "prompt": prompt, "max_length": 60}]
