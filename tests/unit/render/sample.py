"""A course with one of everything that pages are made of, for tests of what learners get."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpom_scorm.course.lock import extend
from cpom_scorm.course.model import Course
from cpom_scorm.render.catalogue import load_catalogue
from cpom_scorm.render.media import Picture
from cpom_scorm.render.pages import RenderedCourse, render_course
from cpom_scorm.render.theme import load_theme

if TYPE_CHECKING:
    from cpom_scorm.course.lock import Lock
    from cpom_scorm.render.theme import Theme

ENGLISH = load_catalogue("en")
DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path class="s-brand" d="M0 0H8"/></svg>'
)
PICTURES = {
    "media/flow.svg": Picture("media/flow.svg", DRAWING, (8, 4)),
    "media/photo.jpg": Picture("media/photo.jpg", b"\xff\xd8", (640, 480)),
}

CHOICE = {
    "kind": "choice",
    "id": "q_choice",
    "stem": "Which **two**?",
    "select": "many",
    "options": [
        {"id": "a", "text": "First", "feedback": "About the first."},
        {"id": "b", "text": "Second"},
        {"id": "c", "text": "Third"},
    ],
    "correct": ["a", "c"],
    "feedback": {"correct": "Right.", "incorrect": "Wrong.", "partly": "Half."},
    "revisit": "one",
}
TRUE_FALSE = {"kind": "true_false", "id": "q_true", "stem": "Is it?", "correct": True, "feedback": "It is."}
NUMERIC = {
    "kind": "numeric",
    "id": "k_number",
    "stem": "How many?",
    "correct": 4711,
    "unit": "days",
    "feedback": "Count again.",
}
MATCHING = {
    "kind": "matching",
    "id": "q_match",
    "stem": "Match them.",
    "sources": [{"id": "s1", "text": "One"}, {"id": "s2", "text": "Two"}],
    "targets": [{"id": "t1", "text": "Uno"}, {"id": "t2", "text": "Dos"}, {"id": "t3", "text": "Tres"}],
    "correct": {"s1": "t1", "s2": "t2"},
    "feedback": "Uno, dos.",
}
BLOCKS: list[dict[str, Any]] = [
    {"kind": "text", "text": "## A heading\n\nWords."},
    {"kind": "callout", "tone": "key", "text": "The idea."},
    {"kind": "callout", "tone": "warn", "title": "Mind this", "text": "A remark."},
    {"kind": "figure", "image": "media/flow.svg", "alt": "A line", "caption": "**It flows.**"},
    {"kind": "figure", "image": "media/photo.jpg", "decorative": True, "long_description": "In full."},
    {
        "kind": "table",
        "caption": "Two ways",
        "layout": "contrast",
        "columns": ["What", "Before", "After"],
        "rows": [["Unit", "One *order*", "A queue"]],
        "align": ["start", "start", "end"],
    },
    {"kind": "quote", "text": "Words.", "source": "Somebody"},
    {"kind": "steps", "items": [{"title": "Look", "text": "Closely."}, {"title": "Act", "text": "Soon."}]},
    NUMERIC,
]


def sample_data(**changes: Any) -> dict[str, Any]:
    """Give the course as an author's YAML holds it, with some keys replaced."""
    page = {"id": "one", "title": "Page one", "minutes": 4, "lead": "A *lead*.", "blocks": BLOCKS}
    terms = [{"term": "Override", "meaning": "Taking `it` early."}]
    section = {
        "id": "first",
        "number": "1.1",
        "title": "The first section",
        "summary": "What comes first.",
        "objectives": [{"id": "o1", "text": "Tell one from two"}],
        "pages": [
            {**page, "terms": terms},
            {"id": "two", "title": "Page two", "minutes": 2, "required": False, "blocks": [BLOCKS[0]]},
        ],
        "quiz": {
            "title": "Show it",
            "lead": "Three *questions*.",
            "minutes": 5,
            "questions": [CHOICE, TRUE_FALSE],
        }
        | {"questions": [CHOICE, TRUE_FALSE, MATCHING]},
    }
    last = {
        "id": "last",
        "number": "1.2",
        "title": "The last section",
        "pages": [{"id": "three", "title": "Page three", "minutes": 55, "blocks": [BLOCKS[0]]}],
    }
    return {
        "id": "sample-course",
        "title": "Module 1: A sample",
        "short_title": "Module 1",
        "language": "en-US",
        "notice": "Fictional.",
        "welcome": {"id": "hello", "title": "Hello", "minutes": 1, "blocks": [BLOCKS[0]]},
        "sections": [section, last],
        **changes,
    }


def sample_course(**changes: Any) -> Course:
    """Give the course as a model."""
    return Course.model_validate(sample_data(**changes))


def sample_lock(course: Course) -> Lock:
    """Give the course its first lock."""
    return extend(None, course)[0]


def rendered(course: Course | None = None, theme: Theme | None = None) -> RenderedCourse:
    """Render a course, by default the sample in the default theme."""
    return render_course(course or sample_course(), theme or load_theme().theme, ENGLISH, PICTURES)
