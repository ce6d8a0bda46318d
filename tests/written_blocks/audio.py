"""A sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    told = {"title": author.plain("sound title"), "transcript": author.block("sound transcript")}
    return [{"kind": "audio", "source": "media/sound.ogg", **told}]
