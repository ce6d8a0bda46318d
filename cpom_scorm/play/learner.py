"""A learner who knows nothing of the content: answers what they recognise, goes on till nothing is left."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cpom_scorm.play.auditing import barriers_in_view
from cpom_scorm.play.decisions import Memory, Sight, next_actions
from cpom_scorm.trace import View

if TYPE_CHECKING:
    from cpom_scorm.play.decisions import Sheet
    from cpom_scorm.play.stage import Stage

_MOST_VIEWS = 120
_MOST_LOOKS = 1500
_PATIENCE, _PATIENCE_OF_STRANGERS = 4, 12
"""How many presses may show nothing new: who knows the course knows that it leads on."""
_REST_SECONDS = 0.06
_CHANGE_SECONDS = 0.3
"""How long something that was pressed may take to change what is to be seen."""
_WAIT_SECONDS = 0.4
_MOST_WAITS = 2
"""How often the learner waits for something to appear where nothing is left to do."""


@dataclass
class Learner:
    """Somebody in front of a launched SCO."""

    stage: Stage
    pictures: bool = False
    """Whether a screenshot of each view is kept."""
    sheet: Sheet | None = None
    """What they know."""
    most_views: int = _MOST_VIEWS
    """How many views they look at before they leave."""

    async def look(self, before: str = "") -> Sight:
        """See what is there, once it is other than `before` or is to stay; note a view that is new."""
        await asyncio.sleep(_REST_SECONDS)
        sight = await self.stage.look()
        recorder = self.stage.recorder
        end = recorder.now + _CHANGE_SECONDS
        while sight.digest == before and recorder.now < end:
            await asyncio.sleep(_REST_SECONDS)
            sight = await self.stage.look()
        if sight.address and all(view.digest != sight.digest for view in recorder.views):
            picture = await self.stage.picture() if self.pictures and self._is_new_page(sight) else b""
            address = sight.address.removeprefix(self.stage.content)
            view = View(round(recorder.now, 2), sight.title, address, sight.digest, picture)
            barriers = await barriers_in_view(self.stage, sight.title) if self.stage.axe else ()
            recorder.views.append(replace(view, barriers=barriers))
        return sight

    async def take(self) -> bool:
        """Go through the content. False: the learner has left before nothing was left to do. Raises Stuck."""
        memory = Memory(self.stage.content, patience=_PATIENCE if self.sheet else _PATIENCE_OF_STRANGERS)
        waits, loads, before = 0, 0, ""
        for _ in range(_MOST_LOOKS):
            sight = await self.look(before)
            if self.stage.has_left() or len(self.stage.recorder.views) > self.most_views:
                return False
            actions = next_actions(sight, memory, self.sheet)
            for action in actions:
                await self.stage.act(action)
            before = sight.digest if actions else ""
            if actions:
                waits = 0
            elif waits == _MOST_WAITS:
                return True
            else:
                # Content that still moves by itself may have more to show.
                waits = 0 if self.stage.recorder.loads > loads else waits + 1
                loads = self.stage.recorder.loads
                await asyncio.sleep(_WAIT_SECONDS)
        return False

    def _is_new_page(self, sight: Sight) -> bool:
        """Whether a picture shows something new, and not the same page with one more answer."""
        seen = self.stage.recorder.views
        return not seen or (seen[-1].title, seen[-1].address) != (
            sight.title,
            sight.address.removeprefix(self.stage.content),
        )
