"""Self-ratings, of the questions that the full course asks on a page and in its first quiz."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    asked = ("k_rate", "q_rate")
    ratings = [{"question": question, "label": author.title(f"{question} label")} for question in asked]
    return [{"kind": "self_ratings", "title": author.plain("self-ratings title"), "ratings": ratings}]
