"""A checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    items = [{"id": name, "text": author.inline(f"item {name}")} for name in ("owner", "tested")]
    return [{"kind": "checklist", "id": "b_todo", "title": author.plain("checklist title"), "items": items}]
