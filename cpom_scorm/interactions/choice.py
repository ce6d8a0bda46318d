"""One or several options out of a list."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Tag

from cpom_scorm.editions.edition import ResponseForm
from cpom_scorm.interactions.base import Interaction, Role
from cpom_scorm.interactions.responses import encode
from cpom_scorm.schema import Id, InlineMarkdown, Many, Model


class Option(Model):
    """Something to choose."""

    id: Id
    text: InlineMarkdown
    feedback: InlineMarkdown | None = None
    """Shown with the question's feedback when the learner chose this option."""


def _form_of_correct(value: object) -> str:
    return "several" if isinstance(value, list | tuple) else "one"


class Choice(Interaction):
    """A list of options, of which one or several are correct.

    Example:
        - kind: choice
          id: system_work
          stem: Which TWO tasks are system work rather than single-prescription work?
          select: many
          options:
            - {id: a, text: Moving batch times so that doses reach every ward by 08:00}
            - {id: b, text: Counseling one patient about a new anticoagulant}
            - {id: c, text: Using override trends to change the stock of a cabinet}
          correct: [a, c]
          feedback:
            correct: Both change how every later dose flows.
            incorrect: Which two change how every later dose flows?
    """

    kind: Literal["choice"]
    select: Literal["one", "many"] = "one"
    """Radio buttons or checkboxes."""
    options: Many[Option]
    correct: Annotated[
        Annotated[Id, Tag("one")] | Annotated[Many[Id], Tag("several")],
        Discriminator(_form_of_correct),
    ]
    """Id of the correct option, or a list of ids."""
    shuffle: bool = True
    """Whether learners see the options in an order of their own."""

    @property
    def correct_ids(self) -> tuple[str, ...]:
        """The ids of the correct options, as a list even if the author wrote one."""
        return (self.correct,) if isinstance(self.correct, str) else self.correct

    def option_ids(self) -> tuple[tuple[Role, str], ...]:
        """Give the options."""
        return tuple(("option", option.id) for option in self.options)

    def key(self) -> list[str]:
        """Give the ids of the correct options."""
        return list(self.correct_ids)

    def correct_pattern(self, form: ResponseForm, letters: Mapping[str, str]) -> str:
        """List the correct options."""
        return encode(self.correct_ids, form, letters)

    def view(self, inline: Callable[[str], str]) -> dict[str, Any]:
        """Add `select` and `options`, each with `id` and `text_html`."""
        options = [{"id": option.id, "text_html": inline(option.text)} for option in self.options]
        return {**super().view(inline), "select": self.select, "options": options}
