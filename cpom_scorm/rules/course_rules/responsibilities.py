"""Whether tables of who does what are whole, and name one accountable role for each task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.blocks import ResponsibilityExercise, ResponsibilityMatrix
from cpom_scorm.course.contents import placed_blocks
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.blocks import Task
    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.source import DataPath


@rule("CRS-082", "responsibility-row-length", Severity.ERROR, since="0.1", spec="WCAG 2.2, 1.3.1")
def responsibility_row_length(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A task has another number of letters than there are roles.

    What: `who` is longer or shorter than `roles`.
    Why it matters: letters would stand under the wrong role, which a screen reader reads out as a fact.
    Example: `roles: [Manager, Buyer]` with `who: [A, R, I]`.
    Fix: write one letter for each role; a role without a part in the task has `""`.
    """
    for path, task, roles in _tasks(loaded):
        count = len(task.who)
        if count != roles:
            message = f'the task "{task.task}" has {counted(count, "letter")}, but there are {roles} roles'
            help_text = 'write one letter for each role; none is ""'
            yield Diagnostic(responsibility_row_length, message, loaded.span((*path, "who")), help_text)


@rule("CRS-083", "accountable-count", Severity.ERROR, since="0.1", spec="RACI: one accountable role per task")
def accountable_count(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A task has no accountable role, or several.

    What: `who` of a task does not hold exactly one `A`.
    Why it matters: what nobody, or everybody, answers for is left undone; the legend below the table says
    that exactly one role is accountable.
    Example: `who: [A, A, I]`.
    Fix: decide who answers for the task, and give the others another letter.
    """
    for path, task, _ in _tasks(loaded):
        count = task.who.count("A")
        if count != 1:
            message = f'the task "{task.task}" has {count or "no"} accountable {"roles" if count else "role"}'
            span = loaded.span((*path, "who"))
            yield Diagnostic(accountable_count, message, span, "write A for exactly one role")


def _tasks(loaded: LoadedCourse) -> Iterator[tuple[DataPath, Task, int]]:
    """Give each task with its path and the number of roles."""
    for path, block, _ in placed_blocks(loaded.complete):
        if isinstance(block, ResponsibilityMatrix | ResponsibilityExercise):
            for at, task in enumerate(block.tasks):
                yield (*path, "tasks", at), task, len(block.roles)


RULES = (responsibility_row_length, accountable_count)
