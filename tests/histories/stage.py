"""Plays a short history in a real Chromium, and writes down what a witness needs to judge it."""

from __future__ import annotations

import time
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from tests.browser.learner import Learner, all_questions, right, wrong
from tests.browser.tour import go
from tests.faults.own_browser import own_browser
from tests.faults.seat import LEARNER, Seat
from tests.histories.server import CLOSED, Server, now

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import BrowserContext

    from cpom_scorm.editions import Edition
    from cpom_scorm.interactions import Interaction
    from tests.browser.lms import Lms
    from tests.faults.small_course import SmallCourse

Event = dict[str, Any]
SETTLING_SECONDS = 4
QUIET_SECONDS = 0.4
"""Without a message for so long, all that a page said while it went away has arrived."""
SHOWN = {"Saved": "saved", "Not saved": "failed", "Sent": "sent", "Saving": "saving"}
"""How the bar's words about saving begin."""


def says(question: Interaction, is_right: bool) -> Any:
    """Give the learner's answer."""
    return right(question) if is_right else wrong(question)


class Stage:
    """One learner with two devices, and an LMS that something may be wrong with."""

    def __init__(
        self, lms: Lms, small: SmallCourse, edition: Edition, profile: str, own: Path | None
    ) -> None:
        """`own`: where the browser that is to be killed keeps its profile; None: no process is killed."""
        self.lms, self.small, self.edition, self.own = lms, small, edition, own
        self.server = Server(lms, profile)
        self.events: list[Event] = []
        self.course: dict[str, Any] = {}
        self._devices: dict[str, BrowserContext] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self._seat: Seat | None = None
        self._stack = ExitStack()
        self._taken = 0
        self._record = ""
        self._has_written = False

    def play(self, steps: list[dict[str, Any]]) -> None:
        """Play all steps; what cannot be done where a history has come to is left out."""
        deeds: dict[str, Callable[..., None]] = {
            "open": self._open, "leave": self._leave, "mend": self._mend, "fault": self._break_down,
            "check": self._check, "read": self._read, "quiz": self._quiz, "half": self._half,
            "hide": self._hide, "settle": self._settle,
        }  # fmt: skip
        with self._stack:
            self._stack.callback(self._close)
            for step in steps:
                self.events.append({"kind": "step"})
                deeds[step["do"]](**{name: value for name, value in step.items() if name != "do"})
                self._note()

    def _close(self) -> None:
        self._mend()
        for context in self._devices.values():
            context.close()

    @property
    def _here(self) -> Seat:
        assert self._seat, "the course is not open"
        return self._seat

    @property
    def _learner(self) -> Learner:
        return Learner(self._here.visit, self.small.course)

    def _open(self, device: str) -> None:
        if self.server.fault in CLOSED:
            self._mend()
        self._taken, self._has_written = 0, False
        # What a session took is no business of the next one.
        self.server.values.pop(self.edition.runtime.elements["session_time"], None)
        self._record = self.server.values.get(self.edition.runtime.elements["suspend_data"], "")
        self.events += [{"kind": kind, "at": now(), "device": device} for kind in ("launched", "initialized")]
        visit = self.lms.launch(
            self.small.packages[self.edition.id].files,
            self.edition,
            lms="stand-in",
            profile=self.server.profile.name,
            learner=LEARNER,
            within=self._device(device),
        )
        self._seat = Seat(visit, self.small)
        self._seat.content.locator("#launch h1").wait_for()
        self.course = self._seat.content.evaluate("() => cpomScorm.course")
        visit.page.wait_for_timeout(self.server.profile.late_seconds * 1000)

    def _device(self, name: str) -> BrowserContext:
        if name not in self._devices and name == "desk" and self.own:
            self._devices[name], self._process = self._stack.enter_context(
                own_browser(self.own, self.lms.browser)
            )
        elif name not in self._devices:
            self._devices[name] = self.lms.browser.new_context(reduced_motion="reduce")
        return self._devices[name]

    def _leave(self, how: str) -> None:
        page = self._here.visit.page
        self._note()
        ways: dict[str, Callable[[], None]] = {
            "frame": lambda: page.evaluate("document.getElementById('content').remove()"),
            "button": lambda: self._here.content.locator("#exit").click(),
            "reload": lambda: page.reload(),
            "tab": lambda: page.close(run_before_unload=False),
            "kill": self._kill,
        }
        ways[how]()
        if how in ("frame", "button"):
            page.evaluate("window.record.settle()")
            self._note()
        if not page.is_closed() and how != "kill":
            page.close()
        self._seat = None
        while True:
            time.sleep(QUIET_SECONDS)
            if not self.server.stored:
                break
            self._take_stored()

    def _kill(self) -> None:
        assert self._process, "only a browser of its own can be killed"
        self._process.kill()
        self._process.wait()
        self._process = None
        del self._devices["desk"]

    def _break_down(self, name: str) -> None:
        self.events.append({"kind": "fault", "name": name})
        self.server.break_down(name, list(self._devices.values()))

    def _mend(self) -> None:
        self.server.mend(list(self._devices.values()))

    def _turn_to(self, place: str) -> None:
        if self._here.content.evaluate("() => location.hash") != place:
            go(self._here.content, place)

    def _check(self, question: str, right: bool) -> None:
        self._turn_to(f"#/page/{question.replace('c', 'p')}")
        form = self._here.content.locator("form.q")
        form.wait_for()
        if form.locator(".feedback .note").count():
            return
        asked = next(one for one in all_questions(self.small.course) if one.id == question)
        self._learner.answer(asked, says(asked, right))
        self._learner.press(form.locator("button[type=submit]"))
        form.locator(".feedback .note").wait_for()
        self.events.append({"kind": "did", "question": question, "right": right})

    def _read(self, page: str) -> None:
        self._turn_to(f"#/page/{page}")

    def _quiz(self, right: bool) -> None:
        if not self._begin_quiz(is_right=right, stop_after=99):
            return
        content = self._here.content
        content.locator("#view > article > .row.spread button").click()
        # What shows a result comes on demand: without a network the learner is told so.
        content.locator("#view .result, #view .note").first.wait_for()

    def _half(self, right: bool) -> None:
        self._begin_quiz(is_right=right, stop_after=1)

    def _begin_quiz(self, *, is_right: bool, stop_after: int) -> bool:
        self._turn_to("#/quiz/only")
        start = self._here.content.locator("#view [data-start]")
        if start.count() == 0:
            return False
        start.click()
        section = self.small.course.sections[0]
        self._learner.go_through_quiz(
            section, lambda question: says(question, is_right), stop_after=stop_after
        )
        return True

    def _hide(self) -> None:
        self._here.hide()
        self._here.hide(hidden=False)

    def _settle(self) -> None:
        end = time.monotonic() + SETTLING_SECONDS
        while time.monotonic() < end and self._shown() != "saved":
            self._here.visit.page.wait_for_timeout(100)

    def _shown(self) -> str:
        place = self._here.content.locator("#save")
        words = place.inner_text() if place.count() else ""
        return next((status for start, status in SHOWN.items() if words.strip().startswith(start)), "")

    def _take_stored(self) -> None:
        stored, self.server.stored = self.server.stored, []
        self.events += stored

    def _note(self) -> None:
        """Write down what was called, stored and shown since the last time."""
        if self._seat is None or self._seat.visit.page.is_closed():
            return
        is_there = bool(self._seat.visit.page.locator("#content").count())
        shown = self._shown() if is_there else ""
        runtime = self.edition.runtime
        writes, commits = runtime.calls["set"], [runtime.calls[role] for role in ("commit", "terminate")]
        made = self._seat.visit.page.evaluate("from => window.record.calls.slice(from)", self._taken)
        self._taken += len(made)
        for call in made:
            if call["call"] == writes and call["arguments"][0] == runtime.elements["suspend_data"]:
                self._record, self._has_written = call["arguments"][1], True
            elif call["call"] in commits:
                self.events.append({"kind": "committed", "record": self._record, "shown": shown, "at": now()})
        self._take_stored()
        # What the player makes of what it was given shows in what it writes.
        if self._has_written:
            self.events.append({"kind": "seen", "record": self._record, "shown": shown, "at": now()})
        if shown == "saved":
            doubtful = self.server.has_lied or self.server.profile.session_seconds is not None
            self.events.append({"kind": "saved", "undetectable": doubtful})
