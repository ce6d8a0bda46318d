"""A scenario of decisions."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal

from cpom_scorm.blocks import Role, Writer
from cpom_scorm.editions.edition import ResponseForm
from cpom_scorm.interactions.base import Interaction
from cpom_scorm.interactions.options import AnyOption, told_by
from cpom_scorm.interactions.responses import Letters, path
from cpom_scorm.schema import Id, InlineMarkdown, Many, Model, StepId


class Decision(AnyOption):
    """One way to act. Its feedback is the consequence, told before the next step opens."""

    next: Id | None = None
    """The step that follows this decision; the next one in the list when left out."""
    ends: bool = False
    """Whether the scenario ends here."""


class Step(Model):
    """A situation in which to decide."""

    id: StepId
    prompt: InlineMarkdown
    options: Many[Decision]
    correct: Id
    """The best decision."""


class Performance(Interaction):
    """A situation told step by step, where each decision may lead elsewhere. LMSs get the whole path.

    Example:
        - kind: performance
          id: skipped_scan
          stem: A technician skips the bar code scan because the printer is slow.
          steps:
            - id: first
              prompt: What do you do first?
              correct: safe
              options:
                - {id: safe, text: Make the current work safe}
                - {id: home, text: Send the technician home, ends: true}
            - id: ask
              prompt: What do you ask?
              correct: what
              options:
                - {id: why, text: Why did you break the policy?}
                - {id: what, text: What made the scan hard to do today?}
          credit: share
          feedback: Make the work safe, then ask what made the right way hard.
    """

    lists: ClassVar[Mapping[Role, str]] = {"step": "steps"}

    kind: Literal["performance"]
    steps: Many[Step]
    """The first one opens the scenario. Decisions lead forward in this list only."""

    def option_ids(self) -> tuple[tuple[Role, str], ...]:
        """Give the steps, then what can be decided in each, as `step/option`."""
        steps: tuple[tuple[Role, str], ...] = tuple(("step", step.id) for step in self.steps)
        return steps + tuple(("answer", f"{step.id}/{one.id}") for step in self.steps for one in step.options)

    def option_feedback(self) -> Mapping[str, str]:
        """Give the consequences, by `step/option`."""
        return {
            f"{step.id}/{option}": text
            for step in self.steps
            for option, text in told_by(step.options).items()
        }

    def following(self, at: int, decision: Decision) -> int | None:
        """Give the place of the step that a decision at place `at` leads to; None: the scenario ends.

        A step that does not exist, or that lies behind, ends it too; rules report both.
        """
        if decision.ends:
            return None
        if decision.next is None:
            return at + 1 if at + 1 < len(self.steps) else None
        ahead = (place for place, step in enumerate(self.steps) if step.id == decision.next and place > at)
        return next(ahead, None)

    def best_path(self) -> dict[str, str]:
        """Give the best decision of each step that the best decisions lead through, in their order."""
        return {step.id: step.correct for step in self._best_steps()}

    def key(self) -> dict[str, Any]:
        """Give `best`, the best path; `correct`, the best decision of every step, and `next`.

        `next` maps decisions, as `step/option`, to the steps that follow them: those only that do not simply
        lead on. An empty step ends the scenario.
        """
        leads: dict[str, str] = {}
        for at, step in enumerate(self.steps):
            onward = self.steps[at + 1].id if at + 1 < len(self.steps) else ""
            for decision in step.options:
                place = self.following(at, decision)
                target = self.steps[place].id if place is not None else ""
                if target != onward:
                    leads[f"{step.id}/{decision.id}"] = target
        correct = {step.id: step.correct for step in self.steps}
        return {"best": list(self.best_path()), "correct": correct, "next": leads}

    def encode(self, response: Mapping[str, str], form: ResponseForm, letters: Letters) -> str:  # noqa: ARG002
        """Write the path."""
        return path(response, form)

    def correct_patterns(self, part: str, form: ResponseForm, letters: Letters) -> tuple[str, ...]:  # noqa: ARG002
        """Write the best path."""
        return (path(self.best_path(), form),)

    def view(self, write: Writer) -> dict[str, Any]:
        """Add `steps`: id, prompt_html and options, each with id and text_html."""
        steps = [
            {
                "id": step.id,
                "prompt_html": write.inline(step.prompt),
                "options": [{"id": one.id, "text_html": write.inline(one.text)} for one in step.options],
            }
            for step in self.steps
        ]
        return {**super().view(write), "steps": steps}

    def _best_steps(self) -> Iterator[Step]:
        at: int | None = 0 if self.steps else None
        while at is not None:
            step = self.steps[at]
            yield step
            best = next((decision for decision in step.options if decision.id == step.correct), None)
            at = self.following(at, best) if best else None
