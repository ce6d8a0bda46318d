"""Learners' own ratings, looked at again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.blocks.charts.lines import STROKES
from cpom_scorm.blocks.charts.radar import Radar, radars
from cpom_scorm.schema import Id, Many, Model, PlainText

if TYPE_CHECKING:
    from cpom_scorm.blocks.base import PageWriter
    from cpom_scorm.blocks.charts.marks import Drawing

_FEWEST_AXES = 3


class Rating(Model):
    """One time at which learners rated themselves."""

    question: Id
    """Id of the `likert` question, on any page or in any quiz."""
    label: PlainText
    """When that was: At the start."""


class SelfRatings(Block):
    """What a learner answered to one or two `likert` questions with the same statements, side by side.

    Where there are three statements or more, a radar shows their shape; with two ratings a sentence tells the
    largest change. Until a question is answered there is a link to it.

    Accessibility:
        Always a table with the learner's own words of the scale. The radar is an image with a name; its two
        lines differ by dashes as well as by color, and on phones its axes bear the numbers of the rows.

    Example:
        - kind: self_ratings
          title: Where you stand, domain by domain
          ratings:
          - {question: self_rating, label: At the start}
          - {question: self_rating_end, label: Now}
    """

    kind: Literal["self_ratings"]
    title: PlainText
    ratings: Annotated[Many[Rating], Field(min_length=1, max_length=2)]
    """In the order in which they are made."""

    def facts(self, write: PageWriter) -> dict[str, Any]:
        """Give `rows` (number, text_html), `places` (href, title), `radars` by form, `keys` and `data`."""
        asked = [write.question(rating.question) for rating in self.ratings]
        rows, scale = asked[0]["rows"], asked[0]["scale"]
        numbers = tuple(write.amount(number) for number in range(1, len(rows) + 1))
        has_radar = len(rows) >= _FEWEST_AXES
        drawn = radars(tuple(row["text"] for row in rows), numbers, len(scale)) if has_radar else {}
        data = {
            "questions": [rating.question for rating in self.ratings],
            "rows": [[row["id"], row["text"]] for row in rows],
            "scale": [[point["id"], point["text"]] for point in scale],
            "points": {form: _places(radar, write) for form, radar in drawn.items()},
        }
        return {
            "rows": [
                {"number": number, "text_html": row["text_html"]}
                for number, row in zip(numbers, rows, strict=True)
            ],
            "places": [{"href": one["href"], "title": one["title"]} for one in asked],
            "radars": {form: _shown(radar.frame(), write) for form, radar in drawn.items()},
            "keys": [self._key(number) for number in range(len(self.ratings))],
            "data": json.dumps(data, separators=(",", ":")),
        }

    def _key(self, number: int) -> dict[str, str]:
        """Give the name of a rating and how its line is drawn: the latest one as the first of a chart."""
        look, dashes = STROKES[len(self.ratings) - 1 - number]
        return {"label": self.ratings[number].label, "look": look, "dashes": dashes}


def _shown(frame: Drawing, write: PageWriter) -> Drawing:
    return frame.mirrored() if write.is_rtl else frame


def _places(radar: Radar, write: PageWriter) -> list[list[tuple[float, float]]]:
    """Give the place of each level, row by row."""
    places = [[radar.place(row, level) for level in range(radar.levels)] for row in range(len(radar.names))]
    if not write.is_rtl:
        return places
    return [[(round(radar.width - x, 1), y) for x, y in row] for row in places]
