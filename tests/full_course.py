"""A small course that uses every kind of block and question and every field, with text that a test gives."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

import yaml

from cpom_scorm.build import BuildOptions, BuildResult, build_course
from cpom_scorm.course.load import load_course
from tests.full_questions import QuestionAuthor
from tests.written_blocks import written_blocks

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.course.model import Course

Kind = Literal["title", "plain", "inline", "block"]
"""Titles are plain text without markup; inline and block are Markdown."""
Say = Callable[[str, Kind], str]
"""Gives the text of a place."""
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:04.000\n<i>♪</i>\n"
OWN_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Own</title>
<p id="tried">Nothing yet.</p><button>Try</button><script src="own.js"></script></html>
"""
OWN_SCRIPT = """document.querySelector("button").onclick = () => {
  const tries = {
    api: () => parent.API_1484_11.Initialize(""),
    opener: () => top.document.title,
    storage: () => localStorage.setItem("a", "b"),
    cookie: () => { document.cookie = "a=b"; },
    top: () => { top.location.href = "about:blank"; },
    window: () => { if (!open("about:blank")) throw Error("none"); },
  };
  const open_doors = Object.keys(tries).filter((name) => {
    try { tries[name](); return true; } catch { return false; }
  });
  document.querySelector("#tried").textContent = `Open: ${open_doors.join(" ") || "none"}`;
};
"""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><circle cx="20" cy="20" r="12"/></svg>\n'


def plainly(place: str, kind: Kind) -> str:
    """Say where the text stands."""
    return f"Text of {place}" if kind != "block" else f"Text of {place}, *first* part.\n\n- one\n- two"


def build_full_course(folder: Path, say: Say = plainly, **choices: Any) -> BuildResult:
    """Write the course (see `write_full_course`) and build all editions in memory."""
    write_full_course(folder, say, **choices)
    return build_course(folder, BuildOptions())


def loaded(folder: Path) -> Course:
    """Give the course in a folder as its author means it."""
    course = load_course(folder).course
    assert course is not None
    return course


def write_full_course(
    folder: Path,
    say: Say = plainly,
    *,
    answers: int = 0,
    shuffle: bool = True,
    pictures: tuple[str, str] = ("drawing.svg", "photo.png"),
    **settings: Any,
) -> None:
    """Write the course. `answers` 0 or 1: which answers are right; `settings` are added to course.yaml."""
    (folder / "media").mkdir(parents=True)
    drawing, photo = pictures
    (folder / "media" / drawing).write_bytes(SVG)
    (folder / "media" / photo).write_bytes(png(16, 8))
    for name in ("film.webm", "sound.ogg", "Sound 1.mp3"):
        (folder / "media" / name).write_bytes(silence(4))
    (folder / "media" / "own").mkdir()
    (folder / "media" / "own" / "index.html").write_text(OWN_PAGE, encoding="utf-8")
    (folder / "media" / "own" / "own.js").write_text(OWN_SCRIPT, encoding="utf-8")
    (folder / "media" / "film.vtt").write_text(CAPTIONS, encoding="utf-8")
    author = _Author(say, answers, pictures, shuffle=shuffle)
    course = author.course() | settings
    sections = {"one.yaml": author.first(pictures), "two.yaml": author.second(), "three.yaml": author.third()}
    files = {"course.yaml": course, **sections}
    for name, data in files.items():
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (folder / name).write_text(text, encoding="utf-8")


def silence(seconds: int) -> bytes:
    """Record nothing. Browsers look at what a file holds, whatever its name says."""
    rate = 8000
    data = b"\x80" * rate * seconds
    form = struct.pack("<4sLHHLLHH", b"fmt ", 16, 1, 1, rate, rate, 1, 8)
    body = b"WAVE" + form + struct.pack("<4sL", b"data", len(data)) + data
    return struct.pack("<4sL", b"RIFF", len(body)) + body


def png(width: int, height: int) -> bytes:
    """Draw a gray picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))

    rows = (b"\0" + b"\x80" * width) * height
    header = struct.pack(">LLBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


class _Author(QuestionAuthor):
    """Writes the parts of the course."""

    def __init__(self, say: Say, answers: int, pictures: tuple[str, str], *, shuffle: bool) -> None:
        self.answers, self.pictures, self.shuffle = answers, pictures, shuffle
        self.title = lambda place: say(place, "title")
        self.plain = lambda place: say(place, "plain")
        self.inline = lambda place: say(place, "inline")
        self.block = lambda place: say(place, "block")

    def course(self) -> dict[str, Any]:
        """Give course.yaml."""
        titles = {name: self.title(f"course {name}") for name in ("title", "short_title")}
        names = ("subtitle", "tagline", "program", "description", "overview_title", "notice", "cover_notes")
        return {
            "id": "full-course",
            **titles,
            **{name: self.plain(f"course {name}") for name in names},
            "language": "en",
            "outcomes": [self.plain("outcome one"), self.plain("outcome two")],
            "welcome": self.page("welcome", [{"kind": "text", "text": self.block("welcome")}]),
            "glossary": [
                {"id": name, "term": self.plain(f"term {name}"), "meaning": self.inline(f"{name} meaning")}
                for name in ("a", "b")
            ],
            "sections": ["one.yaml", "two.yaml", "three.yaml"],
        }

    def first(self, pictures: tuple[str, str]) -> dict[str, Any]:
        """Give a section with all blocks on one page, all questions on another and all in its quiz."""
        quiz = {
            "title": self.title("quiz one"),
            "lead": self.inline("quiz one lead"),
            "minutes": 4,
            "shuffle": self.shuffle,
            "questions": self.questions("q"),
        }
        parts = self.page("parts", self.blocks(pictures))
        kinds = self.page("kinds", written_blocks(self))
        checks = [{**question, "tries": 2, "revisit": "parts"} for question in self.questions("k")]
        return {
            "id": "one",
            "number": "1",
            "title": self.title("section one"),
            "short_title": self.title("section one short"),
            "summary": self.plain("section one summary"),
            "objectives": [{"id": "o1", "text": self.plain("objective one")}],
            "pages": [parts, kinds, self.page("checks", checks)],
            "quiz": quiz,
        }

    def second(self) -> dict[str, Any]:
        """Give a section without a quiz."""
        page = self.page("last", [{"kind": "text", "text": self.block("last")}])
        return {"id": "two", "number": "2", "title": self.title("section two"), "pages": [page]}

    def third(self) -> dict[str, Any]:
        """Give an assessment with all that a quiz can have."""
        about = [
            self.judged("a1", "o1"),
            self.judged("a2", "o1"),
            self.judged("a3", "o3"),
            self.judged("a4", "o3"),
        ]
        rest = [self.judged(name, None) for name in ("a5", "a6", "a7")]
        quiz = {
            "title": self.title("quiz three"),
            "minutes": 3,
            "show": "all",
            "feedback": "immediate",
            "attempts": 2,
            "shuffle": self.shuffle,
            "questions": [self.judged("a0", "o3")],
            "pools": [{"draw": {"o1": 1, "o3": 1}, "questions": about}, {"draw": 2, "questions": rest}],
        }
        return {
            "id": "three",
            "number": "3",
            "title": self.title("section three"),
            "objectives": [{"id": "o3", "text": self.plain("objective three")}],
            "pages": [],
            "quiz": quiz,
        }

    def judged(self, name: str, objective: str | None) -> dict[str, Any]:
        """Give a question of the assessment."""
        feedback = {
            "correct": self.inline(f"{name} right {self.answers}"),
            "incorrect": self.inline(f"{name} not {self.answers}"),
        }
        about = {"objective": objective} if objective else {}
        stem = self.inline(f"{name} stem")
        return {
            "kind": "true_false", "id": name, "stem": stem, "correct": bool(self.answers),
            "feedback": feedback, "revisit": "parts", **about,
        }  # fmt: skip

    def page(self, page_id: str, blocks: list[dict[str, Any]]) -> dict[str, Any]:
        """Give a page with everything around its blocks."""
        term = {"term": self.plain(f"{page_id} term"), "meaning": self.inline(f"{page_id} meaning")}
        title, lead = self.title(f"page {page_id}"), self.inline(f"{page_id} lead")
        return {
            "id": page_id,
            "title": title,
            "minutes": 2,
            "lead": lead,
            "terms": [term],
            "blocks": blocks,
        }

    def blocks(self, pictures: tuple[str, str]) -> list[dict[str, Any]]:
        """Give every kind of block, in every form."""
        tones = ("key", "info", "good", "warn", "bad")
        return [
            {"kind": "text", "text": f"## Heading\n\n{self.block('text')}\n\nSee [the term](#/glossary/b)."},
            *({"kind": "callout", "tone": tone, **self.told(f"callout {tone}")} for tone in tones),
            *(self.figure(f"media/{name}", name) for name in pictures),
            {"kind": "figure", "image": f"media/{pictures[0]}", "decorative": True},
            self.table("plain"),
            self.table("contrast"),
            {"kind": "quote", "text": self.block("quote"), "source": self.inline("source")},
            {"kind": "steps", "items": [self.told("step one"), self.told("step two")]},
        ]

    def told(self, place: str) -> dict[str, Any]:
        """Give a title and its text."""
        return {"title": self.plain(f"{place} title"), "text": self.block(place)}

    def figure(self, image: str, place: str) -> dict[str, Any]:
        """Give a figure with all its texts."""
        return {
            "kind": "figure",
            "image": image,
            "alt": self.plain(f"{place} alt"),
            "caption": self.inline(f"{place} caption"),
            "long_description": self.block(f"{place} description"),
        }

    def table(self, layout: str) -> dict[str, Any]:
        """Give a table of three columns."""
        columns = [self.plain(f"{layout} column {column}") for column in "abc"]
        rows = [[self.inline(f"{layout} cell {row}{column}") for column in "abc"] for row in "12"]
        caption = self.plain(f"{layout} caption")
        return {"kind": "table", "caption": caption, "layout": layout, "columns": columns, "rows": rows}
