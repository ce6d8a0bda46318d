"""Processes: with a current stage, which one there is room for in a row; and a long one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    stages = [
        {"title": author.title(f"stage {name}"), "text": author.block(f"stage {name}")} for name in "abc"
    ]
    beneath = [author.plain(f"beneath {name}") for name in "ab"]
    short = {"kind": "process", "stages": [stages[0], {**stages[1], "current": True}], "beneath": beneath}
    return [short, {"kind": "process", "stages": [*[{"title": author.title("bare stage")}] * 5, stages[2]]}]
