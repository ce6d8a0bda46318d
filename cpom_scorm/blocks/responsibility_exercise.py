"""A table of who does what, to be filled in."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from cpom_scorm.blocks.kept import KeptBlock, Role
from cpom_scorm.blocks.responsibility_matrix import Task
from cpom_scorm.schema import Id, Many, Model, PlainText

_LETTERS = ("a", "r", "c", "i")


class NamedRole(Model):
    """One column of the table."""

    id: Id
    title: PlainText


class TaskToAssign(Task):
    """One line of the table, with the letters that are right."""

    id: Id


class ResponsibilityExercise(KeptBlock):
    """A table of responsibilities in which learners choose the letters, check them and see the answer.

    Practice: it has no score, and the letters that are right come with the page's data.

    Accessibility:
        Each cell is a native list, named by its task and its role. Checking tells for each task, in words and
        with an icon, how many letters are right, and marks each cell; the total is announced.

    Example:
        - kind: responsibility_exercise
          id: who_does_what
          caption: Who does what?
          roles:
          - {id: manager, title: Operations manager}
          - {id: buyer, title: Buyer}
          - {id: informatics, title: Informatics}
          tasks:
          - {id: shortage, task: Respond to a drug shortage, who: [A, R, I]}
          - {id: cabinet, task: Go live with a new cabinet, who: [A, "", R]}
    """

    lists: ClassVar[Mapping[Role, str]] = {"source": "tasks", "target": "roles"}

    kind: Literal["responsibility_exercise"]
    caption: PlainText
    roles: Annotated[Many[NamedRole], Field(min_length=2, max_length=8)]
    tasks: Annotated[Many[TaskToAssign], Field(min_length=1, max_length=12)]

    def option_ids(self) -> tuple[tuple[Role, str], ...]:
        """Give the cells, as `task/role`, then the letters."""
        cells = (f"{task.id}/{role.id}" for task in self.tasks for role in self.roles)
        return (*(("cell", cell) for cell in cells), *(("target", letter) for letter in _LETTERS))

    def key(self) -> dict[str, str]:
        """Give the right letter of each cell that has one."""
        return {
            f"{task.id}/{role.id}": part.lower()
            for task in self.tasks
            for role, part in zip(self.roles, task.who, strict=False)
            if part
        }
