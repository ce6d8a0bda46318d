"""Several answers that become one text."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from cpom_scorm.blocks.kept import KeptBlock, Role, TextLength
from cpom_scorm.schema import Id, InlineMarkdown, Many, Model, PlainText


class Prompt(Model):
    """One part of the text."""

    id: Id
    """Permanent and unique within the builder: progress is stored by it."""
    label: PlainText
    """Names the field, and is the heading of its part of the text."""
    hint: InlineMarkdown | None = None
    """What belongs there."""
    max_length: TextLength = 200
    """The most that is kept, in bytes of UTF-8. All texts of learners share the course's text budget."""


class Builder(KeptBlock):
    """Prompts whose answers become one text to print or to copy: a handover, a plan for ninety days.

    Accessibility:
        A native field for each prompt with its hint. The text stands below with a heading for each prompt.
        Printing prints it alone; where a browser does not let it be copied, it is selected instead.

    Example:
        - kind: builder
          id: sbar
          title: Your message to the director
          prompts:
          - {id: situation, label: Situation, hint: "What is happening now?", max_length: 120}
          - {id: background, label: Background, hint: "What led to it?"}
          - {id: assessment, label: Assessment, hint: "What do you think it means?"}
          - {id: recommendation, label: Recommendation, hint: "What should happen, and by when?"}
    """

    is_free_text: ClassVar[bool] = True
    lists: ClassVar[Mapping[Role, str]] = {"gap": "prompts"}

    kind: Literal["builder"]
    title: PlainText
    """The heading of the text."""
    prompts: Annotated[Many[Prompt], Field(min_length=1)]

    def option_ids(self) -> tuple[tuple[Role, str], ...]:
        """Give the prompts."""
        return tuple(("gap", prompt.id) for prompt in self.prompts)

    def text_room(self) -> Mapping[str, int]:
        """Give the room of each prompt."""
        return {prompt.id: prompt.max_length for prompt in self.prompts}
