"""A scenario to explore."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import Id, InlineMarkdown, Many, Markdown, Model, PlainText

if TYPE_CHECKING:
    from cpom_scorm.blocks.base import Writer


class Choice(Model):
    """One way to act in a scene. It leads to another scene or ends the scenario: write `next` or `ends`."""

    text: InlineMarkdown
    consequence: Markdown
    """What comes of it, told before anything else."""
    next: Id | None = None
    """The scene that follows; it may be an earlier one."""
    ends: bool = False
    """Whether the scenario ends here."""


class Scene(Model):
    """A situation. One without choices is an ending."""

    id: Id
    """Unique in the scenario."""
    title: PlainText
    text: Markdown
    choices: Many[Choice] = ()


class Scenario(Block):
    """A situation in which learners try out what comes of their choices, as often as they like.

    Nothing is judged or kept. For a scenario that is, there is the `performance` question.

    Accessibility:
        One scene shows at a time. What comes of a choice is announced; going on moves the focus to the
        heading of the next scene. The steps taken are a list. Without script, and in print, all scenes follow
        each other, with what comes of each choice and a link to the scene that it leads to.

    Example:
        - kind: scenario
          scenes:
          - id: wait
            title: Doses arrive late
            text: Nurses report late first doses. Whom do you meet?
            choices:
            - text: Nursing and IT together, with one shared chart
              consequence: With one chart on the table, nobody defends a department.
              next: plan
            - text: Your own supervisors only
              consequence: A week later the reports are the same.
              next: wait
          - id: plan
            title: A plan that all share
            text: Nursing watches the queue at shift change, and IT adds a time stamp.
    """

    kind: Literal["scenario"]
    scenes: Annotated[Many[Scene], Field(min_length=2)]
    """The first one opens the scenario."""

    def facts(self, write: Writer) -> dict[str, Any]:  # noqa: ARG002 - the signature of all kinds
        """Give `titles`, those of the scenes by their ids."""
        return {"titles": {scene.id: scene.title for scene in self.scenes}}
