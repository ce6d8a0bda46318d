"""The drawings of Module 1: enough of them, in one style, and in words for those who do not see them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.render.inline_svg import inline_svg
from tests.module_one.reading import COURSE, content_sections, course, pages, sections

if TYPE_CHECKING:
    from collections.abc import Iterator

PICTURES = {"figure", "comparison"}
DIAGRAMS = {"chart", "timeline", "org_chart", "quadrant", "process", "responsibility_matrix", "self_ratings"}
DRAWINGS = sorted((COURSE / "media").glob("*.svg"))
WITH_LABELS = {
    "1-3-organization-chart",
    "1-3-pharmacy-roles",
    "1-4-empty-grid",
    "1-4-power-interest-grid",
    "1-5-90-day-plan",
    "1-5-roadmap",
    "1-5-self-ratings",
    "five-domains",
    "medication-use-process",
    "variance-waterfall",
}
"""Diagrams whose labels are part of what they say; the others explain numbers and letters in the caption."""
MOST_BYTES = 80_000
_COLOR = re.compile(r'(?:fill|stroke|stop-color|color)="(?!none)[^"]*"')
_LABEL = re.compile(r"<text[^>]*>([^<]*)</text>")


def has_picture(page: dict[str, Any]) -> bool:
    """Tell whether there is a picture or a diagram among the page's blocks; questions do not count."""
    return any(block["kind"] in PICTURES | DIAGRAMS for block in page["blocks"])


def figures() -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every figure with the id of its page."""
    for page in [course()["welcome"], *(page for section in sections() for page in section["pages"])]:
        yield from ((page["id"], block) for block in page["blocks"] if block["kind"] == "figure")


def test_every_second_page_has_a_picture_or_a_diagram() -> None:
    """On average, and never two pages of a section in a row without one."""
    held = [has_picture(page) for _, page in pages()]
    assert 2 * sum(held) >= len(held)
    bare = [
        (one["id"], next_one["id"])
        for section in content_sections()
        for one, next_one in pairwise(section["pages"])
        if not has_picture(one) and not has_picture(next_one)
    ]
    assert not bare


@pytest.mark.parametrize("section", content_sections(), ids=lambda section: section["id"])
def test_a_section_opens_with_a_picture_or_a_diagram(section: dict[str, Any]) -> None:
    assert has_picture(section["pages"][0])


@pytest.mark.parametrize(("page", "figure"), list(figures()))
def test_a_figure_is_told_in_words_shortly_and_in_full(page: str, figure: dict[str, Any]) -> None:
    """`alt` says what it shows, the caption what to see in it, the long description all its facts."""
    for key in ("alt", "caption", "long_description"):
        assert figure.get(key, "").strip(), f"{page} shows {figure['image']} without {key}"


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_takes_its_colors_from_the_theme(path: Any) -> None:
    data = path.read_bytes()
    assert inline_svg(data, "p-", "") is not None, "it would stay a file of its own, with colors of its own"
    assert not _COLOR.findall(data.decode())


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_holds_no_words_that_a_caption_could_say(path: Any) -> None:
    labels = _LABEL.findall(path.read_text("utf-8"))
    if path.stem not in WITH_LABELS:
        assert all(re.fullmatch(r"[A-Z]|\d{1,2}", label) for label in labels), labels


def test_the_drawings_stay_small() -> None:
    assert sum(path.stat().st_size for path in DRAWINGS) <= MOST_BYTES
