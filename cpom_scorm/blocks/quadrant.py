"""Four cells between two axes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import Many, Model, PlainText


class Cell(Model):
    """One cell."""

    title: PlainText
    """What to do with whatever lies here, in two or three words."""
    text: PlainText
    """Where the cell lies, such as High power, low interest: a phone and a screen reader show no axes."""
    items: Many[PlainText] = ()
    """What lies here, in a few words each."""
    highlight: bool = False
    """Whether this is the cell that the page is about. One cell at most."""


class Quadrant(Block):
    """Four cells between two axes, such as a power-interest grid.

    Accessibility:
        A list of four cells, each of which says where it lies and holds its items as a list. The axes are
        drawn for the eye alone, and left out where the cells stand below each other.

    Example:
        - kind: quadrant
          label: Power and interest in a cabinet upgrade
          across: Interest
          up: Power
          cells:
          - {title: Keep satisfied, text: "High power, low interest", items: [Chief financial officer]}
          - title: Manage closely
            text: High power, high interest
            items: [Chief nursing officer, IT director]
            highlight: true
          - {title: Monitor, text: "Low power, low interest", items: [Facilities]}
          - {title: Keep informed, text: "Low power, high interest", items: [Unit nurses, Technicians]}
    """

    kind: Literal["quadrant"]
    label: PlainText
    """What is sorted here, for screen readers."""
    across: PlainText
    """What grows in the direction of reading, in one or two words."""
    up: PlainText
    """What grows from the lower to the upper row, in one or two words."""
    cells: Annotated[Many[Cell], Field(min_length=4, max_length=4)]
    """In the order of reading: the two upper ones, then the two lower ones."""
