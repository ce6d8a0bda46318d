"""Running text."""

from __future__ import annotations

from typing import Literal

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import Markdown


class Text(Block):
    """Paragraphs, lists and headings in Markdown. The page title is the top heading, so start at `##`.

    Accessibility:
        Headings keep their order below the page title, and links say where they lead; `check` finds those
        that do not.

    Example:
        - kind: text
          text: |
            ## Every queue has an owner

            Orders wait in **queues**. A queue that nobody owns grows:

            - name its owner
            - show its length
    """

    kind: Literal["text"]
    text: Markdown
