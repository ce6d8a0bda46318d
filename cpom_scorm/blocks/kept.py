"""What blocks with a memory have in common: questions, and whatever else learners fill in."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import Id

Role = Literal["option", "source", "target", "row", "gap", "criterion", "step", "answer", "cell"]
"""What an option is in its block.

option: something to choose or to put in order. source and target: the halves of a pair. row and gap: a part
that is reported on its own. criterion: a line of a self-check. step: of a scenario; answer: `step/option`.
cell: of a table, `row/column`.
"""
TextLength = Annotated[int, Field(ge=20, le=4000)]
"""Bytes of UTF-8 that learners can write. SCORM 2004 keeps 4,000 characters, a record of ours 4,095 bytes."""


class KeptBlock(Block):
    """A block that keeps what a learner did in it, and tells nobody else unless it is an interaction."""

    is_reported: ClassVar[bool] = False
    """Whether the LMS gets records of it, as it does of interactions."""
    is_free_text: ClassVar[bool] = False
    """Whether learners write in their own words: such texts share the course's text budget."""
    lists: ClassVar[Mapping[Role, str]] = {}
    """Role → the list in which the author writes what has it; lists inside the steps of a scenario aside."""

    id: Id
    """Permanent and unique among all questions and kept blocks of the course: progress is stored by it."""

    @property
    def keeps(self) -> bool:
        """Whether it keeps anything, as it is written."""
        return True

    def option_ids(self) -> tuple[tuple[Role, str], ...]:
        """Give role and id of everything that an answer can name, in the author's order."""
        return ()

    def key(self) -> Any:
        """Give what the player compares an answer with, in values that JSON can hold; None: with nothing."""
        return None

    def text_room(self) -> Mapping[str, int]:
        """Give the most bytes of UTF-8 that a text takes, by its part of the answer; "" where all are alike.

        Empty where nothing is typed.
        """
        return {}
