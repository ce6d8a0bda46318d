"""A word or a few to type."""

from collections.abc import Mapping
from typing import Any, Literal

from cpom_scorm.blocks import Writer
from cpom_scorm.editions.edition import ResponseForm
from cpom_scorm.interactions.base import Interaction
from cpom_scorm.interactions.responses import Letters, free_text
from cpom_scorm.interactions.typed_words import DEFAULT_WORDS, WordsLength, accepted_patterns
from cpom_scorm.schema import Many, PlainText


class FillIn(Interaction):
    """A field for a word or a few. Spaces around and between words never matter.

    Example:
        - kind: fill_in
          id: whole_system
          stem: "A manager optimizes the entire ____. (one word)"
          accept: [system, the system]
          feedback: A manager is judged on how thousands of doses move, not on one order.
    """

    kind: Literal["fill_in"]
    accept: Many[PlainText]
    """Every text that counts as correct. The first is shown to learners; LMSs get the first five."""
    case_matters: bool = False
    """Whether capital letters must be as in `accept`."""
    label: PlainText | None = None
    """Text of the field; "Your answer" in the course's language when left out."""
    max_length: WordsLength = DEFAULT_WORDS
    """The most that learners can type, in bytes of UTF-8."""

    def text_room(self) -> Mapping[str, int]:
        """Give `max_length`."""
        return {"": self.max_length}

    def key(self) -> dict[str, Any]:
        """Give `accept` and `case_matters`."""
        return {"accept": list(self.accept), "case_matters": self.case_matters}

    def encode(self, response: str, form: ResponseForm, letters: Letters) -> str:  # noqa: ARG002
        """Write the text."""
        return free_text(response, form)

    def correct_patterns(self, part: str, form: ResponseForm, letters: Letters) -> tuple[str, ...]:  # noqa: ARG002
        """Write each accepted text."""
        return accepted_patterns(self.accept, form, case_matters=self.case_matters)

    def view(self, write: Writer) -> dict[str, Any]:
        """Add `label`, which may be empty, and `max_length`."""
        return {**super().view(write), "label": self.label or "", "max_length": self.max_length}
