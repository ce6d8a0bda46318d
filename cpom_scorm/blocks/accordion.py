"""Texts that open one by one."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import Many, Markdown, Model, PlainText


class Fold(Model):
    """One text and the line that opens it."""

    title: PlainText
    text: Markdown


class Accordion(Block):
    """Texts behind their titles, for what not everybody needs. Any number of them can be open.

    Accessibility:
        The browser's own disclosures: Enter and Space open and close them, and readers hear which are open.
        They need no script. In print all are open.

    Example:
        - kind: accordion
          open_first: true
          folds:
          - title: "Human error: console"
            text: An honest slip in a system that allowed it. Look for what made the slip easy.
          - title: "At-risk behavior: coach"
            text: A drift whose risk is unseen. Remove the reason for the shortcut.
          - title: "Reckless behavior: discipline"
            text: Conscious disregard of a serious risk. Follow HR policy.
    """

    kind: Literal["accordion"]
    folds: Annotated[Many[Fold], Field(min_length=2)]
    open_first: bool = False
    """Whether the first one is open from the start."""
