"""Numbered steps."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import Many, Markdown, Model, PlainText


class Step(Model):
    """One step."""

    title: PlainText
    text: Markdown


class Steps(Block):
    """Things to do in order, each with a title.

    Accessibility:
        An ordered list: readers hear the number of steps and where they are. The line between them is
        decoration.

    Example:
        - kind: steps
          items:
          - title: Define the decision
            text: Who decides, and by when?
          - title: Read the current source
            text: Look at the issuer's own page.
    """

    kind: Literal["steps"]
    items: Annotated[Many[Step], Field(min_length=1)]
