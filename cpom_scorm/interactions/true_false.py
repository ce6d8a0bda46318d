"""A statement that is true or false."""

from collections.abc import Mapping
from typing import Literal

from cpom_scorm.editions.edition import ResponseForm
from cpom_scorm.interactions.base import Interaction
from cpom_scorm.interactions.responses import encode


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

    def correct_pattern(self, form: ResponseForm, letters: Mapping[str, str]) -> str:
        """Write the edition's word for true or false."""
        return encode(self.correct, form, letters)
