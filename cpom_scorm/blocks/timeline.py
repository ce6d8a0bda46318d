"""Events in time."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import Many, Markdown, Model, PlainText


class Event(Model):
    """One event."""

    when: PlainText
    """A date, a deadline or a span, in few words."""
    title: PlainText
    text: Markdown | None = None


class Timeline(Block):
    """What happens when, from the first to the last.

    Accessibility:
        An ordered list: readers hear the time first, then what happens. The line and its dots are decoration.

    Example:
        - kind: timeline
          events:
          - {when: At once, title: Secure and count, text: Make the area safe and confirm what is missing.}
          - when: 1 business day
            title: Written notice to the DEA field division
            text: The clock starts at discovery, not when a cause is known.
          - {when: 45 days, title: "DEA Form 106, electronically", text: Findings that came later can go in.}
          - {when: Later, title: Evidence that the controls work}
    """

    kind: Literal["timeline"]
    events: Annotated[Many[Event], Field(min_length=2)]
