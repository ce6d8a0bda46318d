"""Calculators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    def place(name: str) -> str:
        return f"calculator {name}"

    return [
        {
            "kind": "calculator",
            "title": author.plain(place("title")),
            "text": author.block(place("text")),
            "inputs": [
                {
                    "name": "use",
                    "label": author.plain(place("use")),
                    "unit": "$",
                    "default": 18250000,
                    "min": 0,
                },
                {
                    "name": "share",
                    "label": author.plain(place("share")),
                    "unit": "%",
                    "default": 12.5,
                    "min": 0,
                    "max": 100,
                    "step": 0.5,
                },
                {
                    "name": "days",
                    "label": author.plain(place("days")),
                    "unit": author.title(place("unit")),
                    "default": 365,
                },
            ],
            "outputs": [
                {
                    "name": "part",
                    "label": author.plain(place("part")),
                    "formula": "use * share",
                    "unit": "$",
                    "text": author.inline(place("meaning")),
                },
                {
                    "label": author.plain(place("each")),
                    "formula": "part / days",
                    "unit": author.title(place("result unit")),
                    "decimals": 2,
                },
            ],
        }
    ]
