"""Files to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    return [
        {
            "kind": "downloads",
            "title": author.plain("downloads title"),
            "files": [
                {
                    "title": author.plain("download one"),
                    "file": "media/Sound 1.mp3",
                    "description": author.inline("download"),
                },
                {"title": author.plain("download two"), "file": f"media/{author.pictures[1]}"},
            ],
        },
        {"kind": "downloads", "files": [{"title": author.plain("download"), "file": "media/Sound 1.mp3"}]},
    ]
