"""Comparisons: of texts and pictures, and of two pictures with a slider."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    return [
        {
            "kind": "comparison",
            "sides": [_side(author, "left", 0), _side(author, "middle", 1), _bare(author)],
        },
        {
            "kind": "comparison",
            "slider": True,
            "sides": [_side(author, "before", 0), _side(author, "after", 1)],
        },
    ]


def _side(author: Author, place: str, picture: int) -> dict[str, Any]:
    alt, text = author.plain(f"{place} alt"), author.block(f"{place} side")
    told = {"title": author.title(f"{place} side"), "alt": alt, "text": text}
    return {**told, "image": f"media/{author.pictures[picture]}"}


def _bare(author: Author) -> dict[str, Any]:
    return {"title": author.title("bare side"), "text": author.block("bare side")}
