"""Writes the neutral course as plain pages, for tools that only wrap a folder into a package.

usage: python bench/peer_pages.py FOLDER
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

from neutral_course import NeutralSection, neutral_sections


def write_pages(folder: Path) -> None:
    """Write index.html and one page per section, text and questions included."""
    folder.mkdir(parents=True, exist_ok=True)
    sections = neutral_sections()
    links = "".join(
        f'<li><a href="{section.id}.html">{escape(section.title)}</a></li>' for section in sections
    )
    (folder / "index.html").write_text(_page("Course", f"<ol>{links}</ol>"), encoding="utf-8")
    for section in sections:
        (folder / f"{section.id}.html").write_text(_page(section.title, _body(section)), encoding="utf-8")


def _page(title: str, body: str) -> str:
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(title)}</title>{body}</html>'


def _body(section: NeutralSection) -> str:
    parts = []
    for page in section.pages:
        parts.append(f"<h1>{escape(page.title)}</h1>")
        parts += [f"<p>{escape(paragraph)}</p>" for paragraph in page.paragraphs]
        parts.append("<ul>" + "".join(f"<li>{escape(bullet)}</li>" for bullet in page.bullets) + "</ul>")
    for question in section.questions:
        parts.append(f"<p>{escape(question.stem)}</p>")
        parts += [f"<label><input type=radio>{escape(option)}</label>" for option in question.options]
    return "".join(parts)


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
