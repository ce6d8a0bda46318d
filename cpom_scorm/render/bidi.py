"""Which way a language is written, and texts that run the other way than what stands around them.

Signs of Unicode do it, not elements: these texts also stand in attributes, scripts and the window's title.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from cpom_scorm.course.model import Course
    from cpom_scorm.schema import Model

    Titled = TypeVar("Titled", bound=Model)

_RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"))
_LEFT_TO_RIGHT_ISOLATE, _FIRST_STRONG_ISOLATE, _END_OF_ISOLATE = "\u2066", "\u2068", "\u2069"
_RIGHT_TO_LEFT_MARK = "\u200f"
_NAME = re.compile(r"\{\w+\}")
_TITLES = ("title", "short_title")


def direction(language: str) -> str:
    """Give the direction that the language is written in: `ltr` or `rtl`."""
    parts = language.lower().split("-")
    if "arab" in parts or "hebr" in parts:
        return "rtl"
    return "rtl" if parts[0] in _RIGHT_TO_LEFT and "latn" not in parts else "ltr"


def with_names_set_off(text: str, language: str) -> str:
    """Keep whatever is filled in for the `{names}` of a text in one piece, where the language needs it."""
    if direction(language) == "ltr":
        return text
    return _NAME.sub(lambda name: f"{_FIRST_STRONG_ISOLATE}{name[0]}{_END_OF_ISOLATE}", text)


def with_titles_set_off(course: Course) -> Course:
    """Give a course as learners read it: where it runs right to left, its titles say which way each runs."""
    if direction(course.language) == "ltr":
        return course
    welcome = _set_off(course.welcome) if course.welcome else None
    sections = [
        _set_off(section).model_copy(
            update={
                "pages": tuple(_set_off(page) for page in section.pages),
                "quiz": _set_off(section.quiz) if section.quiz else None,
            }
        )
        for section in course.sections
    ]
    return _set_off(course).model_copy(update={"welcome": welcome, "sections": tuple(sections)})


def _set_off(model: Titled) -> Titled:
    titles = {name: getattr(model, name, None) for name in _TITLES}
    return model.model_copy(update={name: one_way(title) for name, title in titles.items() if title})


def one_way(title: str) -> str:
    """Make a title run as a whole, in a course that is written right to left.

    One without a letter of such a script is set off, or its last bracket would move to the front. One that
    only begins with a foreign word is told to run right to left all the same.
    """
    strong = [kind for kind in map(unicodedata.bidirectional, title) if kind in ("L", "R", "AL")]
    if "R" not in strong and "AL" not in strong:
        return f"{_LEFT_TO_RIGHT_ISOLATE}{title}{_END_OF_ISOLATE}" if strong else title
    return f"{_RIGHT_TO_LEFT_MARK}{title}" if strong[0] == "L" else title
