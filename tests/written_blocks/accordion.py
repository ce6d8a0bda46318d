"""Accordions: one whose first text is open, and one that is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    folds = [{"title": author.title(f"fold {name}"), "text": author.block(f"fold {name}")} for name in "abc"]
    return [
        {"kind": "accordion", "folds": folds[:2], "open_first": True},
        {"kind": "accordion", "folds": folds[1:]},
    ]
