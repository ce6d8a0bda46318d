"""A quotation."""

from __future__ import annotations

from typing import Literal

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import InlineMarkdown, Markdown


class Quote(Block):
    """Somebody's words, and whose they are.

    Accessibility:
        A block quotation whose source is its caption, so that readers hear whose words they are.

    Example:
        - kind: quote
          text: You cannot improve what you do not look at.
          source: A pharmacy director
    """

    kind: Literal["quote"]
    text: Markdown
    source: InlineMarkdown | None = None
