"""A table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import INLINE, Many, PlainText

if TYPE_CHECKING:
    from cpom_scorm.blocks.base import PageWriter

Cell = Annotated[str, INLINE]
"""Inline Markdown; may be empty."""


class Table(Block):
    """Rows under named columns. Every row has as many cells as there are columns.

    Accessibility:
        A real table: a caption names it, columns and the first cell of each row are headers. Where it is
        wider than the page it scrolls by itself and can be scrolled by keyboard.

    Example:
        - kind: table
          caption: What changes in the new role
          layout: contrast
          columns: [Question, Clinician, Operations manager]
          rows:
          - [Unit of work, One order, The *queue*]
          - [After an error, Catch it, Remove its cause]
    """

    kind: Literal["table"]
    caption: PlainText
    columns: Annotated[Many[PlainText], Field(min_length=1)]
    rows: Annotated[Many[Many[Cell]], Field(min_length=1)]
    header_column: bool = True
    """Whether the first cell of each row names the row."""
    layout: Literal["plain", "contrast"] = "plain"
    align: Many[Literal["start", "end"]] | None = None
    """One word for each column: `end` for numbers."""

    def facts(self, write: PageWriter) -> dict[str, Any]:  # noqa: ARG002 - the signature of all kinds
        """Give `ends`: whether each column holds numbers."""
        return {"ends": [word == "end" for word in self.align or ()] or [False] * len(self.columns)}
