"""Texts behind tabs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import Many, Markdown, Model, PlainText


class Tab(Model):
    """One tab."""

    title: PlainText
    """One to three words."""
    text: Markdown


class Tabs(Block):
    """Two to six texts of the same weight, of which one shows at a time.

    Accessibility:
        Without script, and in print, all texts stand below each other with their titles as headings. The
        player makes a list of tabs of them: arrow keys, Home and End move along, and readers hear which one
        is selected.

    Example:
        - kind: tabs
          label: Directions in which you lead
          tabs:
          - {title: Up, text: Bring options and early warning on one page.}
          - {title: Across, text: "Share the data, offer a trade, leave blame out of it."}
          - {title: Down, text: "Give meaning, coach, pass bad news on honestly."}
    """

    kind: Literal["tabs"]
    label: PlainText
    """What the tabs are about, for screen readers."""
    tabs: Annotated[Many[Tab], Field(min_length=2, max_length=6)]
