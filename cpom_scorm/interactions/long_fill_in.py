"""A text to write, compared with a model answer by the learner."""

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from cpom_scorm.blocks import Role, TextLength, Writer
from cpom_scorm.editions.edition import ResponseForm
from cpom_scorm.interactions.base import Interaction
from cpom_scorm.interactions.responses import Letters, free_text
from cpom_scorm.schema import Id, InlineMarkdown, Many, Markdown, Model, PlainText


class Criterion(Model):
    """A line that learners hold their text to."""

    id: Id
    text: InlineMarkdown


class LongFillIn(Interaction):
    """A field for sentences. Nobody grades it: learners compare their text with the criteria and a model.

    Example:
        - kind: long_fill_in
          id: recommend
          stem: In four sentences, recommend to your director what to do.
          criteria:
            - {id: first, text: Leads with the recommendation}
            - {id: fact, text: Gives the safety fact in numbers}
          model_answer: I recommend that we move go-live by two weeks. Two of 40 test cases failed.
          max_length: 400
          feedback: A director can act on a recommendation that stands in the first line.
    """

    is_scored: ClassVar[bool] = False
    is_free_text: ClassVar[bool] = True
    lists: ClassVar[Mapping[Role, str]] = {"criterion": "criteria"}

    kind: Literal["long_fill_in"]
    criteria: Many[Criterion] = ()
    """Shown once the text is saved: learners tick what they have done."""
    model_answer: Markdown | None = None
    """Shown once the text is saved."""
    label: PlainText | None = None
    """Text of the field; "Your text" in the course's language when left out."""
    max_length: TextLength = 500
    """The most that learners can write, in bytes of UTF-8. All such texts share the course's text budget."""

    def option_ids(self) -> tuple[tuple[Role, str], ...]:
        """Give the criteria."""
        return tuple(("criterion", criterion.id) for criterion in self.criteria)

    def text_room(self) -> Mapping[str, int]:
        """Give `max_length`."""
        return {"": self.max_length}

    def key(self) -> dict[str, Any]:
        """Give `criteria` as pairs of id and text, and `model`, which may be empty."""
        return {
            "criteria": [[criterion.id, criterion.text] for criterion in self.criteria],
            "model": self.model_answer or "",
        }

    def shown_key(self, write: Writer) -> dict[str, Any]:
        """Give the same as HTML."""
        return {
            "criteria": [[criterion.id, str(write.inline(criterion.text))] for criterion in self.criteria],
            "model": str(write.block(self.model_answer)) if self.model_answer else "",
        }

    def encode(self, response: Any, form: ResponseForm, letters: Letters) -> str:  # noqa: ARG002
        """Write the text; what was ticked stays with the learner."""
        return free_text(response["text"], form)

    def correct_patterns(self, part: str, form: ResponseForm, letters: Letters) -> tuple[str, ...]:  # noqa: ARG002
        """Give none: the model is one good answer of many, and run-times split it at its commas."""
        return ()

    def view(self, write: Writer) -> dict[str, Any]:
        """Add `label`, which may be empty, `max_length`, and `compares`: whether a comparison follows."""
        compares = bool(self.criteria or self.model_answer)
        fields = {"label": self.label or "", "max_length": self.max_length, "compares": compares}
        return {**super().view(write), **fields}
