"""Cards with two sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    cards = [
        {"front": author.title(f"front {name}"), "back": author.inline(f"back {name}")} for name in "abcd"
    ]
    return [{"kind": "flip_cards", "cards": cards}]
