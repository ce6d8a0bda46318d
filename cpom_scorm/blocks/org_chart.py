"""An organization chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import Many, Markdown, Model, PlainText

if TYPE_CHECKING:
    from cpom_scorm.blocks.base import Writer

MOST_LEVELS = 5
_COLUMN, _GAP, _INDENT = 6.0, 0.5, 1.5
"""In rem: of a box that holds a word, between boxes, and by which those below a column move in."""
_ROOM = 40.0
"""In rem: of the column of text on a page."""


class Position(Model):
    """One box, and the boxes below it."""

    title: PlainText
    text: Markdown | None = None
    """What the position is about; shown once it is selected."""
    dotted: PlainText | None = None
    """A second reporting line, in words."""
    here: bool = False
    """Whether this is where the learner stands; at most one position."""
    reports: Annotated[Many[Position], Field(max_length=6)] = ()
    """Who reports to this one, by a solid line."""

    def levels(self) -> int:
        """Give how many levels there are from here down, this one included."""
        return 1 + max((below.levels() for below in self.reports), default=0)


class OrgChart(Block):
    """Who reports to whom, with what each position is about. Up to five levels.

    The first position that several others report to spreads them side by side, where the page has room for
    them; all that is below them, and everything on a phone, is an indented list.

    Accessibility:
        A list inside a list for each level, so readers hear who is below whom. A position with a text is a
        button that says whether it is pressed; its text is announced below the chart. Dotted lines and "you
        are here" are words. Without script, and in print, every text stands below its position.

    Example:
        - kind: org_chart
          label: Who reports to whom in a sample hospital
          top:
            title: Chief pharmacy officer
            reports:
            - title: Operations manager
              here: true
              text: Owns daily distribution, flow and stock.
              reports:
              - title: Shift supervisors
            - title: Informatics manager
              dotted: Dotted line to the CIO
    """

    kind: Literal["org_chart"]
    label: PlainText
    """What the chart shows, for screen readers."""
    top: Position
    """Who reports to nobody here."""

    def facts(self, write: Writer) -> dict[str, Any]:  # noqa: ARG002 - the signature of all kinds
        """Give `is_dense`: whether the column of text is too narrow for the positions side by side."""
        first = self.top
        while len(first.reports) == 1:
            first = first.reports[0]
        columns, indents = len(first.reports), first.levels() - 2
        room = columns * (_COLUMN + indents * _INDENT) + (columns - 1) * _GAP
        return {"is_dense": room > _ROOM}
