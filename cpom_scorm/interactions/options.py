"""Lists of options with one or several correct ones: what choice and hotspot share."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Discriminator, Tag

from cpom_scorm.editions.edition import ResponseForm
from cpom_scorm.interactions.base import Interaction
from cpom_scorm.interactions.responses import Letters, option_set
from cpom_scorm.schema import Id, InlineMarkdown, Many, Model


class AnyOption(Model):
    """Something to choose."""

    id: Id
    text: InlineMarkdown
    feedback: InlineMarkdown | None = None
    """Shown with the question's feedback when the learner chose this option."""


def _form_of_correct(value: object) -> str:
    return "several" if isinstance(value, list | tuple) else "one"


class Selection(Interaction):
    """A question whose answer is a set of options."""

    select: Literal["one", "many"] = "one"
    """Radio buttons or checkboxes."""
    correct: Annotated[
        Annotated[Id, Tag("one")] | Annotated[Many[Id], Tag("several")],
        Discriminator(_form_of_correct),
    ]
    """Id of the correct option, or a list of ids."""

    @property
    def correct_ids(self) -> tuple[str, ...]:
        """The ids of the correct options, as a list even if the author wrote one."""
        return (self.correct,) if isinstance(self.correct, str) else self.correct

    def key(self) -> list[str]:
        """Give the ids of the correct options."""
        return list(self.correct_ids)

    def encode(self, response: Sequence[str], form: ResponseForm, letters: Letters) -> str:
        """List the chosen options."""
        return option_set(response, form, letters)


def told_by(options: Sequence[AnyOption]) -> dict[str, str]:
    """Give the feedback of those options that have some, by their ids."""
    return {option.id: option.feedback for option in options if option.feedback}
