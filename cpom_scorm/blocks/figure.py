"""A picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import InlineMarkdown, Markdown, MediaPath, PlainText

if TYPE_CHECKING:
    from cpom_scorm.blocks.base import PageWriter


class Figure(Block):
    """A picture with the text that stands for it. Leave `alt` out only with `decorative: true`.

    Accessibility:
        The picture is named by `alt`. The long description opens below it by keyboard or finger, and is
        open in print. Where a picture is shown smaller than it is, a button with its name opens it in full
        size; Escape and a button close it again.

    Example:
        - kind: figure
          image: media/flow.svg
          alt: Orders flow from the prescriber to the pharmacist and on to the bedside.
          caption: The medication-use process
          long_description: |
            Five boxes in a row: prescribe, verify, dispense, administer, monitor.
    """

    kind: Literal["figure"]
    image: MediaPath
    """A file below the course folder, such as `media/flow.svg`."""
    alt: PlainText | None = None
    """What the picture says, for people who do not see it."""
    decorative: bool = False
    """Whether the picture says nothing, so that screen readers may pass over it."""
    caption: InlineMarkdown | None = None
    long_description: Markdown | None = None
    """The same facts in full, for pictures that hold more than `alt` can say."""

    def facts(self, write: PageWriter) -> dict[str, Any]:
        """Give `picture`, labelled by `alt`."""
        return {"picture": write.picture(self.image, "" if self.decorative else self.alt or "")}
