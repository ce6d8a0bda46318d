"""A picture."""

from __future__ import annotations

from typing import Literal

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import InlineMarkdown, Markdown, MediaPath, PlainText


class Figure(Block):
    """A picture with the text that stands for it. Leave `alt` out only with `decorative: true`.

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
