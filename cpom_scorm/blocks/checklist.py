"""Things to tick off."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from cpom_scorm.blocks.kept import KeptBlock, Role
from cpom_scorm.schema import Id, InlineMarkdown, Many, Model, PlainText


class ChecklistItem(Model):
    """One thing to do."""

    id: Id
    """Permanent and unique within the list: progress is stored by it."""
    text: InlineMarkdown


class Checklist(KeptBlock):
    """Things that learners tick off as they do them. Ticks are theirs alone and never count.

    Accessibility:
        Native checkboxes in a group that is named by the title. How many are ticked is told in words, also by
        screen readers.

    Example:
        - kind: checklist
          id: before_go_live
          title: Before go-live
          items:
          - {id: owner, text: Every queue has a **named owner**.}
          - {id: tested, text: The downtime plan was tried on every shift.}
    """

    lists: ClassVar[Mapping[Role, str]] = {"criterion": "items"}

    kind: Literal["checklist"]
    title: PlainText
    items: Annotated[Many[ChecklistItem], Field(min_length=1)]

    def option_ids(self) -> tuple[tuple[Role, str], ...]:
        """Give the items."""
        return tuple(("criterion", item.id) for item in self.items)
