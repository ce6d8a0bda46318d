"""A text that learners write for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from cpom_scorm.blocks.kept import KeptBlock, TextLength
from cpom_scorm.schema import InlineMarkdown

if TYPE_CHECKING:
    from collections.abc import Mapping


class Reflection(KeptBlock):
    """A prompt and a private field to write in. Nobody else is told of the text, and nothing judges it.

    Accessibility:
        The prompt is the label of a native field. Beside it stands in words who sees the text and that it is
        kept; readers hear how much room is left once it gets short.

    Example:
        - kind: reflection
          id: first_queue
          prompt: Which queue at your site has no owner, and what does that cost?
          max_length: 300
    """

    is_free_text: ClassVar[bool] = True

    kind: Literal["reflection"]
    prompt: InlineMarkdown
    max_length: TextLength = 300
    """The most that is kept, in bytes of UTF-8. All texts of learners share the course's text budget."""

    def text_room(self) -> Mapping[str, int]:
        """Give `max_length`."""
        return {"": self.max_length}
