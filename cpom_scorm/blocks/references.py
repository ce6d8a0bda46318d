"""Where a page's facts come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import Day, InlineMarkdown, Many, Model, PlainText, Url

if TYPE_CHECKING:
    from cpom_scorm.blocks.base import Writer


class Reference(Model):
    """One source."""

    text: InlineMarkdown
    """Author, title, place, year: whatever tells the source from others."""
    url: Url | None = None
    """An `https:` address; its host is shown, so that learners see where the link leads."""
    checked: Day | None = None
    """The day on which somebody last read the source, such as `2026-11-12`."""


class References(Block):
    """Numbered sources of a page, each with its link and the day on which it was last read.

    Accessibility:
        A numbered list below a heading of its own. Every link names the host that it leads to.

    Example:
        - kind: references
          items:
          - text: "*Controlled Substances Security Requirements*, 21 CFR 1301.76."
            url: https://www.ecfr.gov/current/title-21/section-1301.76
            checked: "2026-11-12"
          - text: National survey of pharmacy practice in hospital settings, 2024.
    """

    kind: Literal["references"]
    title: PlainText | None = None
    """Of the list; "Sources" in the course's language when left out."""
    items: Annotated[Many[Reference], Field(min_length=1)]

    def facts(self, write: Writer) -> dict[str, Any]:  # noqa: ARG002 - the signature of all kinds
        """Give `hosts`: of each link, empty without one."""
        return {"hosts": [(item.url or "").removeprefix("https://").partition("/")[0] for item in self.items]}
