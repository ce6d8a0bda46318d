"""Tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    tabs = [{"title": author.title(f"tab {name}"), "text": author.block(f"tab {name}")} for name in "ab"]
    return [{"kind": "tabs", "label": author.plain("tabs label"), "tabs": tabs}]
