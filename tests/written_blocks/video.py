"""A film: one that can be played as learners like, and one that must be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    files = {
        "source": "media/film.webm",
        "captions": "media/film.vtt",
        "poster": f"media/{author.pictures[1]}",
    }
    told = {"caption": author.inline("film caption"), "transcript": author.block("film transcript")}
    return [
        {"kind": "video", "title": author.plain("film title"), **files, **told, "width": 64, "height": 36},
        {
            "kind": "video",
            "id": "b_film",
            "title": author.plain("required film"),
            "source": "media/film.webm",
            "silent": True,
            "transcript_file": "media/film.vtt",
            "required_percent": 80,
        },
    ]
