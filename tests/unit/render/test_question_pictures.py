"""Pictures of questions. If these fail, learners point beside the place, or see an empty frame."""

from __future__ import annotations

import re
from typing import Any

from lxml import html

from cpom_scorm.course.model import Course
from cpom_scorm.render.media import Picture, media_paths
from cpom_scorm.render.pages import RenderedCourse, render_course
from cpom_scorm.render.theme import load_theme
from tests.unit.render.sample import ENGLISH, sample_data

DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="-10 30.5 200 100">'
    b'<linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient><path fill="url(#g)"/></svg>'
)
LARGE = DRAWING.replace(b"/></svg>", b"/>" + b" " * 16_384 + b"</svg>")
PHOTO = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big")
DATA = {"media/a.svg": DRAWING, "media/large.svg": LARGE, "media/photo.png": PHOTO}
PICTURES = {path: Picture(path, data, (400, 200)) for path, data in DATA.items()}
AREAS = [
    {"id": "one", "text": "One", "x": -10, "y": 31.5, "width": 60, "height": 24},
    {"id": "two", "text": "Two", "x": 80, "y": 40, "width": 50, "height": 20, "shape": "ellipse"},
]


def hotspot(name: str, image: str) -> dict[str, Any]:
    return {
        "kind": "hotspot", "id": name, "stem": "Where?", "image": image, "alt": "A line.", "areas": AREAS,
        "correct": "one", "feedback": "There.",
    }  # fmt: skip


def choice(name: str) -> dict[str, Any]:
    options = [
        {"id": "a", "text": "First", "image": "media/a.svg", "alt": "A red line"},
        {"id": "b", "text": "Second", "image": "media/a.svg"},
        {"id": "c", "text": "Third", "image": "media/photo.png"},
    ]
    return {
        "kind": "choice", "id": name, "stem": "Which?", "options": options, "correct": "a", "feedback": "So."
    }  # fmt: skip


def rendered(blocks: list[dict[str, Any]], quiz: dict[str, Any]) -> RenderedCourse:
    page = {"id": "one", "title": "Page", "minutes": 1, "blocks": blocks}
    section = {"id": "first", "number": "1", "title": "Section", "pages": [page]}
    course = Course.model_validate(
        sample_data(sections=[{**section, "quiz": {"title": "Quiz", "minutes": 1, **quiz}}])
    )
    assert set(media_paths(course)) <= set(PICTURES)
    return render_course(course, load_theme().theme, ENGLISH, PICTURES)


def test_pictures_of_questions_are_packed_wherever_the_question_stands() -> None:
    """Asked on a page, always or only when drawn; a drawing in the page needs no file."""
    figure = {"kind": "figure", "image": "media/a.svg", "alt": "A line"}
    pool = {"draw": 1, "questions": [choice("c1"), choice("c2")]}
    assert {"media/photo.png"} == set(rendered([figure], {"pools": [pool]}).media)
    assert {"media/large.svg"} == set(rendered([hotspot("h1", "media/large.svg")], {"questions": []}).media)
    asked = {"questions": [hotspot("h1", "media/large.svg"), hotspot("h2", "media/photo.png")]}
    assert {"media/large.svg", "media/photo.png"} == set(rendered([figure], asked).media)


def test_a_drawing_shown_many_times_never_shares_its_ids() -> None:
    """A gradient of a hidden twin would leave the drawing without color."""
    figure = {"kind": "figure", "image": "media/a.svg", "alt": "A line"}
    course = rendered(
        [figure, figure, choice("k1")], {"questions": [choice("c1"), hotspot("h1", "media/a.svg")]}
    )
    section = course.sections[1]
    markup = "".join([section.pages["one"], *(q.html for q in section.questions if q.in_quiz)])
    ids = re.findall(r'\sid="([^"]+)"', markup)
    assert len(set(ids)) == len(ids)
    gradients = [one for one in ids if one.endswith(".g")]
    assert gradients == re.findall(r'fill="url\(#([^)]+)\)"', markup)
    assert 2 + 2 + 2 + 1 == len(gradients)


def test_areas_lie_where_the_pictures_own_units_say() -> None:
    """Drawings count from where their viewBox begins, photos in pixels from the corner."""
    questions = [hotspot(f"h{at}", path) for at, path in enumerate(DATA)]
    course = rendered([], {"questions": questions})
    maps = [html.fragment_fromstring(q.html).find(".//svg") for q in course.sections[1].questions]
    boxes = ["-10 30.5 200 100", "-10 30.5 200 100", "0 0 640 480"]
    assert boxes == [one.get("viewbox") for one in maps]
    assert ["-10 30.5"] == [
        one.find("g").get("transform")[10:-1] for one in maps if one.find("g") is not None
    ]
    places = [[one.find("image").get(name) for name in ("x", "y", "width", "height")] for one in maps[1:]]
    assert [box.split() for box in boxes[1:]] == places
    for one in maps:
        box, ellipse = one.find_class("hot")
        assert ["-10", "31.5", "60", "24"] == [box.get(name) for name in ("x", "y", "width", "height")]
        assert ["105", "50", "25", "10"] == [ellipse.get(name) for name in ("cx", "cy", "rx", "ry")]


def test_a_picture_of_an_option_says_what_its_author_says_or_nothing() -> None:
    """A11Y-01."""
    course = rendered([], {"questions": [choice("c1")]})
    form = html.fragment_fromstring(course.sections[1].questions[0].html)
    first, second = form.xpath(".//label//svg")
    assert ("A red line", None) == (first.get("aria-label"), first.get("aria-hidden"))
    assert (None, "true") == (second.get("aria-label"), second.get("aria-hidden"))
    assert [""] == [image.get("alt") for image in form.xpath(".//label//img")]
