"""A page of the author's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import InlineMarkdown, Markdown, PagePath, PlainText, is_address

if TYPE_CHECKING:
    from cpom_scorm.blocks.base import PageWriter


class Embed(Block):
    """A page of your own in a frame: a simulation, a small program, a page that another tool made.

    Everything in the folder of the page becomes part of the package, under its own name. Scripts, styles,
    pictures and sounds run, but shut off from the course: they cannot reach the LMS, store anything, open
    windows or leave the frame. Browsers refuse such a page what asks a server by script, as `fetch` and
    module scripts do, and fonts from files; without a server, all but the page itself. What its scripts ask
    of other hosts while they run cannot be seen when the course is built, so embed only what you know.

    What learners do in it is not tracked, and completes nothing: ask a question beside it. No link opens it
    alone, because outside the frame its scripts could reach what the LMS has stored. A page on the web keeps
    its own origin, which its player needs, and a link to it stands below, for when the frame stays empty.

    Accessibility:
        The frame is named by the title. The description opens below it by keyboard or finger, and stands for
        it on paper. What is inside the frame is the author's: see to its keyboard, contrast and names.

    Example:
        - kind: embed
          title: Try the cabinet
          source: media/cabinet/index.html
          height: 320
          description: |
            A cabinet with four drawers. A drawer opens only after the count is typed.
    """

    kind: Literal["embed"]
    title: PlainText
    """What the page is, for screen readers and below it."""
    source: PagePath
    """The page, of type html, in a folder of its own: `media/cabinet/index.html`. Or an address of an origin
    in `external`, such as that of a video host's player."""
    height: Annotated[int, Field(ge=120, le=2000)] = 480
    """Of the frame, in pixels; it is as wide as the text."""
    caption: InlineMarkdown | None = None
    description: Markdown
    """What learners find in it, for those who cannot use it, and for paper."""

    def facts(self, write: PageWriter) -> dict[str, Any]:
        """Give `address` of the page in the package or on the web, and `host`: empty in the package."""
        host = urlsplit(self.source).hostname if is_address(self.source) else ""
        return {"address": write.page(self.source), "host": host}
