"""Statements to rate on a scale."""

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from cpom_scorm.blocks import Role, Writer
from cpom_scorm.editions.edition import ResponseForm
from cpom_scorm.interactions.base import WHOLE, Interaction, Part
from cpom_scorm.interactions.responses import Letters, one_option
from cpom_scorm.schema import Id, InlineMarkdown, Many, Model, PlainText


class ScalePoint(Model):
    """One answer on the scale."""

    id: Id
    text: PlainText


class Statement(Model):
    """A line of its own to rate."""

    id: Id
    text: InlineMarkdown


class Likert(Interaction):
    """A rating without a right answer: of the stem itself, or of several statements, each its own record.

    Example:
        - kind: likert
          id: self_rating
          stem: Today, I could run this domain for a month without close help.
          scale:
            - {id: "1", text: Not yet}
            - {id: "2", text: With help}
            - {id: "3", text: Alone}
          statements:
            - {id: finance, text: Financial management}
            - {id: quality, text: Quality assurance}
          feedback: Your lowest rating is a good first goal.
    """

    is_scored: ClassVar[bool] = False
    lists: ClassVar[Mapping[Role, str]] = {"option": "scale", "row": "statements"}

    kind: Literal["likert"]
    scale: Many[ScalePoint]
    """From the lowest to the highest."""
    statements: Many[Statement] = ()
    """What is rated; without any, the stem."""

    def option_ids(self) -> tuple[tuple[Role, str], ...]:
        """Give the points of the scale, then the statements as rows."""
        points: tuple[tuple[Role, str], ...] = tuple(("option", point.id) for point in self.scale)
        return points + tuple(("row", statement.id) for statement in self.statements)

    def parts(self) -> tuple[Part, ...]:
        """Give the statements, or the question itself."""
        return tuple(Part(row.id, row.text) for row in self.statements) or (WHOLE,)

    def key(self) -> list[str]:
        """Give the ids of the statements, or one empty id: all that the player must find answered."""
        return [part.id for part in self.parts()]

    def encode(self, response: str, form: ResponseForm, letters: Letters) -> str:
        """Write the point of the scale that one statement got."""
        return one_option(response, form, letters)

    def correct_patterns(self, part: str, form: ResponseForm, letters: Letters) -> tuple[str, ...]:  # noqa: ARG002
        """Give none: no rating is right."""
        return ()

    def view(self, write: Writer) -> dict[str, Any]:
        """Add `scale` (id, plain text) and `statements` (id, text_html): one without an id where none is."""
        scale = [{"id": point.id, "text": point.text} for point in self.scale]
        rows = [{"id": row.id, "text_html": write.inline(row.text)} for row in self.statements]
        return {**super().view(write), "scale": scale, "statements": rows or [{"id": "", "text_html": ""}]}
