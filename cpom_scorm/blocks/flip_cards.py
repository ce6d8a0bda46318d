"""Cards with two sides."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import InlineMarkdown, Many, Model, PlainText


class Card(Model):
    """One card."""

    front: PlainText
    """A term or a question, in few words."""
    back: InlineMarkdown
    """What it means: one or two sentences."""


class FlipCards(Block):
    """Cards that learners turn: a term in front, its meaning behind.

    Accessibility:
        The browser's own disclosures: Enter and Space turn a card, readers hear whether it is turned, and the
        front stays in view. They need no script. In print both sides stand below each other.

    Example:
        - kind: flip_cards
          cards:
          - {front: Inventory turns, back: "Annual use divided by average stock."}
          - {front: Days on hand, back: "Stock divided by daily use. *$1,250,000 / $50,000 = 25 days.*"}
          - {front: Dotted line, back: "A secondary reporting line: consult and inform."}
    """

    kind: Literal["flip_cards"]
    cards: Annotated[Many[Card], Field(min_length=1)]
