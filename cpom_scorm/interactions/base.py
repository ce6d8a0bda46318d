"""What every interaction is: a block with a question, an answer key and a way to report both."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from cpom_scorm.blocks.base import Block
from cpom_scorm.editions.edition import ResponseForm
from cpom_scorm.schema import Id, InlineMarkdown, Model, Weight

Role = Literal["option", "source", "target"]
"""What an option is in its question: something to choose, or one half of a pair."""


class Feedback(Model):
    """What the learner reads after an answer, by how right it was."""

    correct: InlineMarkdown
    incorrect: InlineMarkdown
    partly: InlineMarkdown | None = None
    """Shown instead of `incorrect` when part of the answer is right."""


def _form_of_feedback(value: object) -> str:
    return "mapping" if isinstance(value, dict | Feedback) else "text"


class Interaction(Block):
    """A question. On a page it is a knowledge check and never counts; in a quiz it counts by its weight."""

    id: Id
    """Permanent and unique in the course: the LMS reports by it."""
    stem: InlineMarkdown
    hint: InlineMarkdown | None = None
    """How to answer, shown below the stem instead of the kind's own sentence."""
    feedback: Annotated[
        Annotated[InlineMarkdown, Tag("text")] | Annotated[Feedback, Tag("mapping")],
        Discriminator(_form_of_feedback),
    ]
    """One text for every answer, or one for each result."""
    tries: Annotated[int, Field(ge=1, le=9)] = 2
    """How often a knowledge check can be answered; in a quiz each question is answered once per attempt."""
    weight: Weight = 1
    """Points of the question."""
    objective: Id | None = None
    """The learning objective of the section that the question is about."""
    revisit: Id | None = None
    """The page to read again after a wrong answer."""
    partial_credit: bool = False
    """Whether an answer that is partly right earns part of the points."""

    def feedback_for(self, result: Literal["correct", "incorrect", "partly"]) -> str:
        """Give the text, in Markdown, for an answer that was this right."""
        if isinstance(self.feedback, str):
            return self.feedback
        texts = self.feedback
        return (texts.partly or texts.incorrect) if result == "partly" else getattr(texts, result)

    def option_ids(self) -> tuple[tuple[Role, str], ...]:
        """Give role and id of everything that an answer can name, in the author's order."""
        return ()

    @abstractmethod
    def key(self) -> Any:
        """Give the correct answer as the player's `grade` takes it: plain values that JSON can hold."""

    @abstractmethod
    def correct_pattern(self, form: ResponseForm, letters: Mapping[str, str]) -> str:
        """Write the correct answer for the LMS. `letters`: option id → its SCORM 1.2 character."""

    @property
    def points(self) -> str:
        """The weight as learners read it."""
        return f"{self.weight:g}"

    def view(self, inline: Callable[[str], str]) -> dict[str, Any]:
        """Give what `templates/interactions/<kind>.html` receives as `question`: never the key (SEC-14).

        `inline` renders Markdown of one paragraph to HTML.
        """
        return {
            "id": self.id,
            "kind": self.kind,
            "stem_html": inline(self.stem),
            "hint_html": inline(self.hint) if self.hint else "",
            "points": self.points,
            "tries": self.tries,
        }
