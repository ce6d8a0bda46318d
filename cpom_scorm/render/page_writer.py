"""What the blocks of a page are written with: Markdown, and numbers and strings of the language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cpom_scorm.interactions import Likert
from cpom_scorm.interactions.base import Part
from cpom_scorm.render import markdown
from cpom_scorm.render.amounts import amount_form, amount_text
from cpom_scorm.render.places import stops
from cpom_scorm.render.questions import MarkdownWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from cpom_scorm.blocks import Block
    from cpom_scorm.course.model import Course
    from cpom_scorm.render.catalogue import Catalogue
    from cpom_scorm.render.places import Stop


@dataclass(frozen=True, slots=True)
class PlacedLikert:
    """A question for ratings, and the page or quiz where it stands."""

    likert: Likert
    href: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursePageWriter(MarkdownWriter):
    """A `PageWriter` of one course."""

    t: Catalogue
    is_rtl: bool
    questions: Mapping[str, PlacedLikert] = field(default_factory=dict)
    """Questions for ratings by their ids."""
    size: Callable[[str], int] = len
    """Gives the size of a file of the course in bytes."""

    @property
    def locale(self) -> str:
        """What browsers' `Intl` is asked for to write and read numbers alike."""
        return self.t.typed.tag

    @property
    def minus(self) -> str:
        """The sign before a negative number."""
        return self.t.typed.sign("minusSign")

    def text(self, key: str, **values: str) -> str:
        """Give an interface string with its names filled in."""
        return self.t.fill(key, **values)

    def amount(self, value: float, unit: str = "", decimals: int = 0, *, is_change: bool = False) -> str:
        """Write a number with so many decimals and its unit; a change has its sign, also where it grows."""
        return amount_text(self.t.typed, value, unit, decimals, is_change=is_change)

    def file_size(self, path: str) -> str:
        """Say how large a file of the course is: `1.2 MB`."""
        return self.t.forms.size(self.size(path))

    def amount_form(self, unit: str) -> str:
        """Give how a number, `#`, is written with this unit: `$#`."""
        return amount_form(self.t.typed, unit)

    def question(self, question_id: str) -> dict[str, Any]:
        """Give `rows` (id, text, text_html), `scale` (id, text), and `href` and `title` of where it stands.

        The only row of a question without statements is its stem, whose id is empty.
        """
        placed = self.questions[question_id]
        rows = placed.likert.statements or [Part("", placed.likert.stem)]
        return {
            "rows": [
                {"id": row.id, "text": markdown.plain(row.text), "text_html": markdown.inline(row.text)}
                for row in rows
            ],
            "scale": [{"id": point.id, "text": point.text} for point in placed.likert.scale],
            "href": placed.href,
            "title": placed.title,
        }


def placed_likert(course: Course) -> dict[str, PlacedLikert]:
    """Give the questions for ratings of a course, by their ids."""
    return {
        question.id: PlacedLikert(question, stop.href, stop.title)
        for stop in stops(course)
        for question in _asked(stop)
        if isinstance(question, Likert)
    }


def _asked(stop: Stop) -> Iterable[Block]:
    if stop.page:
        return stop.page.blocks
    return stop.section.quiz.every_question if stop.section and stop.section.quiz else ()
