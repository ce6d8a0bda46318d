"""Things to put in order."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal

from cpom_scorm.blocks import Role, Writer
from cpom_scorm.editions.edition import ResponseForm
from cpom_scorm.interactions.base import Interaction
from cpom_scorm.interactions.responses import Letters, option_order
from cpom_scorm.schema import Id, InlineMarkdown, Many, Model


class Entry(Model):
    """One line of the order."""

    id: Id
    text: InlineMarkdown


class Sequencing(Interaction):
    """Lines to put in order. Learners always get them in another order than the correct one.

    Example:
        - kind: sequencing
          id: check_steps
          stem: Put the steps of the credential check in order.
          options:
            - {id: decision, text: Write down the decision that it should support}
            - {id: issuer, text: Read the issuer's published requirements}
            - {id: outside, text: Look for the program in an accreditor's directory}
          feedback: Start from the decision, then read the issuer, then look from outside.
    """

    lists: ClassVar[Mapping[Role, str]] = {"option": "options"}
    shuffle: ClassVar[bool] = True
    """Never a choice: an order to start from is part of the question."""

    kind: Literal["sequencing"]
    options: Many[Entry]
    """In the correct order, unless `correct` says otherwise."""
    correct: Many[Id] = ()
    """All ids in the correct order."""

    def option_ids(self) -> tuple[tuple[Role, str], ...]:
        """Give the lines."""
        return tuple(("option", option.id) for option in self.options)

    def key(self) -> list[str]:
        """Give the ids in the correct order."""
        return list(self.correct or (option.id for option in self.options))

    def encode(self, response: Sequence[str], form: ResponseForm, letters: Letters) -> str:
        """List the ids in the order given."""
        return option_order(response, form, letters)

    def view(self, write: Writer) -> dict[str, Any]:
        """Add `options` in the order of their ids, which tells nothing: `id` and `text_html`."""
        options = [
            {"id": option.id, "text_html": write.inline(option.text)}
            for option in sorted(self.options, key=lambda option: option.id)
        ]
        return {**super().view(write), "options": options}
