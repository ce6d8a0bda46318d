"""What films and sounds have in common."""

import html
import re
from collections.abc import Iterator
from typing import Any

from cpom_scorm.blocks.base import Writer
from cpom_scorm.blocks.kept import KeptBlock
from cpom_scorm.schema import Id, InlineMarkdown, Markdown, Percent, PlainText, TranscriptPath

_CUE_TIME = re.compile(r"-->")
_CUE_VOICE = re.compile(r"<v(?:\.[^\s<>]+)?\s+([^<>]+)>")
"""Who speaks: readers of a transcript have no other way to tell."""
_CUE_TAG = re.compile(r"<[^<>]*>")


class Recording(KeptBlock):
    """Something to play."""

    id: Id = ""
    """Needed with `required_percent` only; permanent and unique like the ids of questions."""
    title: PlainText
    """What the recording is, for screen readers and below it."""
    caption: InlineMarkdown | None = None
    transcript: Markdown | None = None
    """Everything that is said, and what matters of what is seen."""
    transcript_file: TranscriptPath | None = None
    """The same as a file of type txt or vtt, which becomes part of the page."""
    required_percent: Percent | None = None
    """How much must be played before the page counts as done; jumping over a part does not play it."""

    @property
    def keeps(self) -> bool:
        """Whether enough of it was played, if that is asked for."""
        return self.required_percent is not None and self.id != ""

    def facts(self, write: Writer) -> dict[str, Any]:
        """Give `keeps`, and `words`: the paragraphs of the transcript's file."""
        words = spoken(write.file_text(self.transcript_file)) if self.transcript_file else []
        return {"keeps": self.keeps, "words": words}


def spoken(text: str) -> list[str]:
    """Give the paragraphs of a text, or what is said in WebVTT, without its times and marks."""
    blocks = [block.strip().splitlines() for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n"))]
    if not text.lstrip("\ufeff").startswith("WEBVTT"):
        return [" ".join(lines) for lines in blocks if lines]
    return list(_cues(blocks))


def _cues(blocks: list[list[str]]) -> Iterator[str]:
    for lines in blocks:
        place = next((at for at, line in enumerate(lines) if _CUE_TIME.search(line)), None)
        said = "" if place is None else " ".join(lines[place + 1 :])
        if said := html.unescape(_CUE_TAG.sub("", _CUE_VOICE.sub(r"\1: ", said))).strip():
            yield said
