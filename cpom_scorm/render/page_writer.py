"""What the blocks of a page are written with: Markdown, and numbers and strings of the language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.render.amounts import amount_form, amount_text
from cpom_scorm.render.questions import MarkdownWriter

if TYPE_CHECKING:
    from cpom_scorm.render.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursePageWriter(MarkdownWriter):
    """A `PageWriter` of one course."""

    t: Catalogue
    is_rtl: bool

    def text(self, key: str, **values: str) -> str:
        """Give an interface string with its names filled in."""
        return self.t.fill(key, **values)

    def amount(self, value: float, unit: str = "", decimals: int = 0, *, is_change: bool = False) -> str:
        """Write a number with so many decimals and its unit; a change has its sign, also where it grows."""
        return amount_text(self.t.typed, value, unit, decimals, is_change=is_change)

    def amount_form(self, unit: str) -> str:
        """Give how a number, `#`, is written with this unit: `$#`."""
        return amount_form(self.t.typed, unit)
