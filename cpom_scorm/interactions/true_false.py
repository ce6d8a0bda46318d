"""A statement that is true or false."""

from typing import Literal

from cpom_scorm.editions.edition import ResponseForm
from cpom_scorm.interactions.base import Interaction
from cpom_scorm.interactions.responses import Letters, judgment


class TrueFalse(Interaction):
    """A statement to judge. True always stands first, so there is nothing to shuffle.

    Example:
        - kind: true_false
          id: license
          stem: A voluntary certification gives the same authority as a state license.
          correct: false
          feedback: Only a state can grant legal authority to practice.
    """

    kind: Literal["true_false"]
    correct: bool

    def key(self) -> bool:
        """Give whether the statement is true."""
        return self.correct

    def encode(self, response: bool, form: ResponseForm, letters: Letters) -> str:  # noqa: ARG002, FBT001
        """Write the edition's word for true or false."""
        return judgment(response, form)
