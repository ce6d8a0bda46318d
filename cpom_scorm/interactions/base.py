"""What every interaction is: a block with a question, an answer key and a way to report both."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import Discriminator, Field, Tag

from cpom_scorm.blocks.base import Writer
from cpom_scorm.blocks.kept import KeptBlock
from cpom_scorm.editions.edition import ResponseForm
from cpom_scorm.interactions.responses import Letters
from cpom_scorm.schema import Id, InlineMarkdown, Model, Weight

Credit = Literal["whole", "share", "minus_wrong"]
Result = Literal["correct", "incorrect", "partly"]


class Feedback(Model):
    """What the learner reads after an answer, by how right it was."""

    correct: InlineMarkdown
    incorrect: InlineMarkdown
    partly: InlineMarkdown | None = None
    """Shown instead of `incorrect` when part of the answer is right."""


def _form_of_feedback(value: object) -> str:
    return "mapping" if isinstance(value, dict | Feedback) else "text"


class Part(NamedTuple):
    """What becomes one record in the LMS: a question, or one of its rows or gaps."""

    id: str
    """Empty for the question itself; else the record's id is `<question>_<part>`."""
    text: str
    """Markdown of one paragraph that tells the part from others; empty for the question itself."""


WHOLE = Part("", "")


class Interaction(KeptBlock):
    """A question. On a page it is a knowledge check and never counts; in a quiz it counts by its weight."""

    is_reported: ClassVar[bool] = True
    is_scored: ClassVar[bool] = True
    """Whether an answer can be right or wrong. What is not scored is reported as neutral."""

    stem: InlineMarkdown
    instruction: InlineMarkdown | None = None
    """How to answer, shown below the stem instead of the kind's own sentence."""
    hint: InlineMarkdown | None = None
    """Help that learners can open before they answer."""
    feedback: Annotated[
        Annotated[InlineMarkdown, Tag("text")] | Annotated[Feedback, Tag("mapping")],
        Discriminator(_form_of_feedback),
    ]
    """One text that explains the answer, or one for each result. One text waits until no try is left."""
    rationale: InlineMarkdown | None = None
    """Shown below the feedback once the answer is right or no try is left."""
    tries: Annotated[int, Field(ge=1, le=9)] = 2
    """How often a knowledge check can be answered; in a quiz each question is answered once per attempt."""
    weight: Weight = 1
    """Points of the question."""
    objective: Id | None = None
    """The learning objective that the question is about: one of its section's, or of any in an assessment."""
    revisit: Id | None = None
    """The page that explains: learners are led there after an answer that is not right."""
    credit: Credit = "whole"
    """What an answer that is partly right earns.

    `whole`: nothing; `share`: the share of its parts that are right; `minus_wrong`: that, less the share of
    parts that are wrong.
    """

    def feedback_for(self, result: Result) -> str:
        """Give the text, in Markdown, for an answer that was this right."""
        if isinstance(self.feedback, str):
            return self.feedback
        texts = self.feedback
        return (texts.partly or texts.incorrect) if result == "partly" else getattr(texts, result)

    def option_feedback(self) -> Mapping[str, str]:
        """Give the texts, in Markdown, for single options, by option id; `step/option` in a scenario."""
        return {}

    def parts(self) -> tuple[Part, ...]:
        """Give what is reported on its own."""
        return (WHOLE,)

    @abstractmethod
    def key(self) -> Any:
        """Give the correct answer as the player's `grade` takes it: plain values that JSON can hold."""

    def shown_key(self, write: Writer) -> Any:  # noqa: ARG002 - for kinds whose key holds Markdown
        """Give the key as the player gets it, its Markdown rendered."""
        return self.key()

    @abstractmethod
    def encode(self, response: Any, form: ResponseForm, letters: Letters) -> str:
        """Write an answer, or that to one part of the question, for the LMS."""

    def correct_patterns(self, part: str, form: ResponseForm, letters: Letters) -> tuple[str, ...]:  # noqa: ARG002
        """Write the correct answers to a part for the LMS, at most `form.max_patterns`."""
        return (self.encode(self.key(), form, letters),)

    @property
    def points(self) -> str:
        """The weight as learners read it."""
        return f"{self.weight:g}"

    def view(self, write: Writer) -> dict[str, Any]:
        """Give what `templates/interactions/<kind>.html` receives as `question`: never the key (SEC-14)."""
        return {
            "id": self.id,
            "kind": self.kind,
            "stem_html": write.inline(self.stem),
            "instruction_html": write.inline(self.instruction) if self.instruction else "",
            "hint_html": write.inline(self.hint) if self.hint else "",
            "points": self.weight,
            "tries": self.tries,
            "is_scored": self.is_scored,
        }
