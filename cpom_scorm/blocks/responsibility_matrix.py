"""A table of who does what."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import Many, Model, PlainText

Part = Literal["R", "A", "C", "I", ""]
"""Responsible, accountable, consulted, informed; or nothing."""


class Task(Model):
    """One line of the table."""

    task: PlainText
    who: Many[Part]
    """The part of each role in their order: `R`, `A`, `C`, `I`, or `""` for none. Exactly one is `A`."""


class ResponsibilityMatrix(Block):
    """Who is responsible and accountable for each task, and who is consulted and informed.

    Accessibility:
        A real table: a caption names it, roles and tasks are its headers. Readers hear the word that a letter
        stands for; below the table all letters are explained. Where it is wider than the page it scrolls by
        itself, and the tasks stay in sight.

    Example:
        - kind: responsibility_matrix
          caption: Who does what
          roles: [Operations manager, Buyer, Informatics]
          tasks:
          - {task: Respond to a drug shortage, who: [A, R, I]}
          - {task: Go live with a new cabinet, who: [A, "", R]}
    """

    kind: Literal["responsibility_matrix"]
    caption: PlainText
    roles: Annotated[Many[PlainText], Field(min_length=2, max_length=8)]
    tasks: Annotated[Many[Task], Field(min_length=1)]
