"""One window with the course in a browser's history, and what a witness needs to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.histories.fast import now

if TYPE_CHECKING:
    from cpom_scorm.editions.edition import RuntimeForm
    from tests.faults.seat import Seat

SHOWN = {"Saved": "saved", "Not saved": "failed", "Sent": "sent", "Saving": "saving"}
"""How the bar's words about saving begin."""


@dataclass
class Window:
    """It was opened once, and may be one of two."""

    number: int
    seat: Seat
    record: str
    """What the LMS was given last, or gave."""
    has_written: bool = False
    """Whether it has the turn and has used it."""
    awaits: bool = True
    """Whether what the learner did last is still to be told as saved."""
    _taken: int = 0

    @property
    def is_open(self) -> bool:
        """Whether the course is in it."""
        page = self.seat.visit.page
        return not page.is_closed() and bool(page.locator("#content").count())

    def shown(self) -> str:
        """Give what the bar says of saving; empty: nothing."""
        place = self.seat.content.locator("#save")
        words = place.inner_text() if place.count() else ""
        return next((status for start, status in SHOWN.items() if words.strip().startswith(start)), "")

    def go_on(self) -> bool:
        """Press "Continue here". Give whether it was there."""
        button = self.seat.content.get_by_role("button", name="Continue here")
        if not button.count():
            return False
        self.seat.visit.page.bring_to_front()
        button.first.click()
        button.first.wait_for(state="detached")
        return True

    def commits(self, runtime: RuntimeForm) -> list[dict[str, Any]]:
        """Give an event for each Commit since the last time."""
        if self.seat.visit.page.is_closed():
            return []
        shown = self.shown() if self.is_open else ""
        writes, ends = runtime.calls["set"], [runtime.calls[role] for role in ("commit", "terminate")]
        made = self.seat.visit.page.evaluate("from => window.record.calls.slice(from)", self._taken)
        self._taken += len(made)
        found = []
        for call in made:
            if call["call"] == writes and call["arguments"][0] == runtime.elements["suspend_data"]:
                self.record, self.has_written = call["arguments"][1], True
            elif call["call"] in ends:
                found.append(self._event("committed", shown))
        return found

    def seen(self) -> list[dict[str, Any]]:
        """Give an event for what the learner sees, which shows in what the player writes."""
        return [self._event("seen", self.shown())] if self.is_open and self.has_written else []

    def is_told_anew(self) -> bool:
        """Whether the learner is told that all is saved. A later save of nothing new is told to nobody."""
        if not self.is_open:
            return False
        is_saved = self.shown() == "saved"
        awaited, self.awaits = self.awaits, not is_saved
        return is_saved and awaited

    def _event(self, kind: str, shown: str) -> dict[str, Any]:
        return {"kind": kind, "record": self.record, "shown": shown, "at": now(), "window": self.number}
