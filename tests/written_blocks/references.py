"""Sources with and without a link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    linked = {"text": author.inline("source one"), "url": "https://example.org/a", "checked": "2026-11-12"}
    items = [linked, {"text": author.inline("source two")}]
    return [{"kind": "references", "title": author.title("references title"), "items": items}]
