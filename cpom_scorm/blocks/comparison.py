"""Two or three things beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import Many, Markdown, MediaPath, Model, PlainText

if TYPE_CHECKING:
    from cpom_scorm.blocks.base import Writer


class Side(Model):
    """One of the things: a picture, a text or both."""

    title: PlainText
    """One to three words, such as Before."""
    image: MediaPath | None = None
    alt: PlainText | None = None
    """What the picture says, for people who do not see it. Every picture needs one."""
    text: Markdown | None = None


class Comparison(Block):
    """Two or three things beside each other, such as before and after, each as a picture, a text or both.

    Accessibility:
        Each side is a group named by its title. With `slider` two pictures lie on each other, and a slider of
        the browser's own, which arrow keys move, shows more of one or of the other. Without script and in
        print both stand beside each other in full.

    Example:
        - kind: comparison
          sides:
          - title: Before
            image: media/before.svg
            alt: Carts cross the aisle at both ends of the counter.
            text: Two routes meet twice.
          - title: After
            image: media/after.svg
            alt: Carts go round the counter one way.
            text: One route, one direction.
    """

    kind: Literal["comparison"]
    sides: Annotated[Many[Side], Field(min_length=2, max_length=3)]
    slider: bool = False
    """Whether learners slide from the first picture to the second: for two pictures of the same shape."""

    def facts(self, write: Writer) -> dict[str, Any]:
        """Give `pictures`: one for each side, or None."""
        shown = [write.picture(side.image, side.alt or "") if side.image else None for side in self.sides]
        return {"pictures": shown}
