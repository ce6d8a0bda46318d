"""A learner who does what a driver file says."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.quoting import quoted
from cpom_scorm.play.decisions import Action, Control, Sight
from cpom_scorm.play.learner import Learner
from cpom_scorm.rules.trace_rules import DRIVER_FILE

if TYPE_CHECKING:
    from cpom_scorm.play.decisions import Verb
    from cpom_scorm.play.driver import Step
    from cpom_scorm.play.stage import Stage

_PATIENCE_SECONDS = 6.0
"""How long what a step names may take to appear."""
_LOOK_SECONDS = 0.15
_VERBS: dict[str, Verb] = {"fill": "fill", "select": "select"}
_TICKED = ("radio", "checkbox")


@dataclass
class DrivenLearner:
    """Somebody who follows steps."""

    stage: Stage
    steps: tuple[Step, ...]
    pictures: bool = False
    found: list[Diagnostic] = field(default_factory=list)
    """The step that could not be done; what comes after it is left out."""

    async def take(self) -> None:
        """Do the steps, up to one that cannot be done. Raises Stuck."""
        learner = Learner(self.stage, self.pictures)
        for step in self.steps:
            if step.verb == "learner":
                await learner.take()
                continue
            await learner.look()
            if not await self._done(learner, step):
                return
        await learner.look()

    async def _done(self, learner: Learner, step: Step) -> bool:
        if "seconds" in step.said:
            await asyncio.sleep(float(step.said["seconds"]))
        elif step.verb == "wait":
            return await self._waited_for(learner, step)
        else:
            return await self._acted(learner, step)
        return True

    async def _waited_for(self, learner: Learner, step: Step) -> bool:
        wanted = step.said["text"]
        for _ in range(int(_PATIENCE_SECONDS / _LOOK_SECONDS)):
            if wanted.casefold() in (await learner.look()).words.casefold():
                return True
            await asyncio.sleep(_LOOK_SECONDS)
        self._note(step, f"the text {quoted(wanted)} does not appear")
        return False

    async def _acted(self, learner: Learner, step: Step) -> bool:
        for _ in range(int(_PATIENCE_SECONDS / _LOOK_SECONDS)):
            control = _named(await learner.look(), step)
            if control:
                default: Verb = "tick" if control.kind in _TICKED else "press"
                await self.stage.act(
                    Action(_VERBS.get(step.verb, default), control, step.said.get("value", ""))
                )
                return True
            await asyncio.sleep(_LOOK_SECONDS)
        name = step.said.get("name") or step.said.get("text", "")
        self._note(step, f"there is nothing to {step.verb} that is called {quoted(name)}")
        return False

    def _note(self, step: Step, message: str) -> None:
        self.found.append(
            Diagnostic(DRIVER_FILE, message, step.span, "name what is to be seen at that moment")
        )


def _named(sight: Sight, step: Step) -> Control | None:
    """Give the control that a step means: by its whole name, else by a part of it."""
    name = (step.said.get("name") or step.said.get("text", "")).casefold()
    fitting = [one for one in sight.controls if _fits(one, step)]
    whole = [one for one in fitting if one.name.casefold() == name]
    return next(iter([*whole, *(one for one in fitting if name in one.name.casefold())]), None)


def _fits(control: Control, step: Step) -> bool:
    if control.disabled:
        return False
    if step.verb == "select":
        return control.kind == "select"
    if step.verb == "fill":
        return control.kind not in ("link", "button", "select", *_TICKED)
    return step.said.get("role", control.kind) == control.kind
