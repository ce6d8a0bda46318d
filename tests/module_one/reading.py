"""The texts of Module 1, in the order in which learners meet them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

COURSE = Path(__file__).parents[2] / "course"
CONTENT_SECTIONS = ("overview", "responsibilities", "leadership", "stakeholders", "roadmap")
"""The five that the module is named after; the assessment and the notes come after them."""

_NOT_TEXT = {"kind", "id", "image", "objective", "revisit", "language", "media", "align", "layout", "number"}
_MARKUP = re.compile(r"[*`#|>]|\]\([^)]*\)|\[(?!\[)")


@dataclass(frozen=True)
class Text:
    """One text and where it stands."""

    section: str
    page: str
    """Id of the page, `quiz`, `cover`, or `objectives`."""
    key: str
    text: str

    @property
    def plain(self) -> str:
        """Without Markdown's signs, white space folded."""
        return " ".join(_MARKUP.sub("", self.text).split())


def course() -> dict[str, Any]:
    """Give `course.yaml` as plain data."""
    return _read(COURSE / "course.yaml")


def sections() -> list[dict[str, Any]]:
    """Give all section files as plain data, in the order of the course."""
    return [_read(COURSE / path) for path in course()["sections"]]


def content_sections() -> list[dict[str, Any]]:
    """Give the five sections of the module."""
    return [section for section in sections() if section["id"] in CONTENT_SECTIONS]


def pages() -> list[tuple[str, dict[str, Any]]]:
    """Give every page of the five sections with the id of its section."""
    return [(section["id"], page) for section in content_sections() for page in section["pages"]]


@cache
def texts() -> tuple[Text, ...]:
    """Give every text that learners can read."""
    return tuple(_all_texts())


def questions() -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every question with the id of its section."""
    for section in sections():
        for page in section["pages"]:
            yield from ((section["id"], block) for block in page["blocks"] if "feedback" in block)
        quiz = section.get("quiz", {})
        for pool in [quiz, *quiz.get("pools", [])]:
            yield from ((section["id"], question) for question in pool.get("questions", []))


def text_of(page_id: str) -> str:
    """Give all texts of a page as one, without Markdown's signs."""
    return " ".join(text.plain for text in texts() if text.page == page_id)


def _all_texts() -> Iterator[Text]:
    top = course()
    cover = {key: top[key] for key in top if key not in {"welcome", "glossary", "sections", "scoring"}}
    yield from _texts("cover", "cover", cover)
    yield from _texts("cover", "welcome", top["welcome"])
    for section in sections():
        head = {key: section[key] for key in ("title", "summary", "objectives") if key in section}
        yield from _texts(section["id"], "objectives", head)
        for page in section["pages"]:
            yield from _texts(section["id"], page["id"], page)
        yield from _texts(section["id"], "quiz", section.get("quiz", {}))
    yield from _texts("glossary", "glossary", top["glossary"])


@cache
def _read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return data


def _texts(section: str, page: str, value: object, key: str = "") -> Iterator[Text]:
    if isinstance(value, str):
        if key not in _NOT_TEXT:
            yield Text(section, page, key, value)
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _texts(section, page, part, str(name))
    elif isinstance(value, list):
        for part in value:
            yield from _texts(section, page, part, key)
