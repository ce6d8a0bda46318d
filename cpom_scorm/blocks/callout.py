"""A boxed remark."""

from __future__ import annotations

from typing import Literal

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import Markdown, PlainText


class Callout(Block):
    """A remark set apart from the text. The tone decides color, icon and the word that names it.

    Accessibility:
        A note with a word for its tone, which screen readers announce as a note. Color and icon only
        repeat the word.

    Example:
        - kind: callout
          tone: key
          title: Remember
          text: Count first, then order.
    """

    kind: Literal["callout"]
    tone: Literal["key", "info", "good", "warn", "bad"] = "info"
    title: PlainText | None = None
    text: Markdown
