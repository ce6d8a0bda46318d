"""Plays a short history in a real Chromium, and writes down what a witness needs to judge it."""

from __future__ import annotations

import time
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from tests.browser.learner import Learner, all_questions, right, wrong
from tests.browser.tour import go
from tests.faults.own_browser import kill, own_browser
from tests.faults.seat import LEARNER, Seat
from tests.histories.fast import RATE, hurry, now
from tests.histories.server import CLOSED, Server
from tests.histories.window import Window

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
SETTLING_SECONDS = 1.5
QUIET_SECONDS = 0.4
"""Without a message for so long, all that a page said while it went away has arrived."""


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
        self._stack = ExitStack()
        self._windows = 0
        self._device_name = ""
        self._window: Window | None = None
        """The one before the learner."""
        self._other: Window | None = None

    def play(self, steps: list[dict[str, Any]]) -> None:
        """Play all steps; what cannot be done where a history has come to is left out."""
        deeds: dict[str, Callable[..., None]] = {
            "open": self._open, "leave": self._leave, "mend": self._mend, "fault": self._break_down,
            "check": self._check, "read": self._read, "quiz": self._quiz, "half": self._half,
            "hide": self._hide, "settle": self._settle,
            "again": self._again, "turn": self._turn, "go on": self._go_on,
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
        assert self._window, "the course is not open"
        return self._window.seat

    @property
    def _learner(self) -> Learner:
        return Learner(self._here.visit, self.small.course)

    def _open(self, device: str) -> None:
        if self.server.fault in CLOSED:
            self._mend()
        self._device_name = device
        # What a session took is no business of the next one.
        self.server.values.pop(self.edition.runtime.elements["session_time"], None)
        self._windows += 1
        event = {"at": now(), "device": device, "isBeside": bool(self._other), "window": self._windows}
        self.events += [{"kind": kind, **event} for kind in ("launched", "initialized")]
        record = self.server.values.get(self.edition.runtime.elements["suspend_data"], "")
        visit = self.lms.launch(
            self.small.packages[self.edition.id].files,
            self.edition,
            lms="stand-in",
            profile=self.server.profile.name,
            learner=LEARNER,
            within=self._device(device),
        )
        self._window = Window(self._windows, Seat(visit, self.small), record)
        self._here.content.locator("#launch h1").wait_for()
        self.course = self._here.content.evaluate("() => cpomScorm.course")
        visit.page.wait_for_timeout(self.server.profile.late_seconds * 1000 / RATE)

    def _again(self) -> None:
        """Open the course in a second window."""
        if self.server.fault in CLOSED:
            return
        self._note()
        self._other = self._window
        self._open(self._device_name)

    def _turn(self) -> None:
        """Turn to the other window."""
        if self._other:
            self._window, self._other = self._other, self._window
            self._here.visit.page.bring_to_front()

    def _go_on(self) -> None:
        """Have this window write."""
        assert self._window
        self._note()
        if not self._window.go_on():
            return
        self.events.append({"kind": "went on", "window": self._window.number})
        if self._other:
            self.events += self._other.commits(self.edition.runtime)
            self._other.has_written = False

    def _device(self, name: str) -> BrowserContext:
        if name not in self._devices and name == "desk" and self.own:
            self._devices[name], self._process = self._stack.enter_context(
                own_browser(self.own, self.lms.browser)
            )
            hurry(self._devices[name])
        elif name not in self._devices:
            self._devices[name] = self.lms.browser.new_context(reduced_motion="reduce")
            hurry(self._devices[name])
        return self._devices[name]

    def _leave(self, how: str) -> None:
        page = self._here.visit.page
        self._note()
        ways: dict[str, Callable[[], object]] = {
            "frame": lambda: page.evaluate("document.getElementById('content').remove()"),
            "button": lambda: self._here.content.locator("#exit").click(),
            "away": lambda: page.goto("about:blank"),
            "tab": lambda: page.close(run_before_unload=False),
            "kill": self._kill,
        }
        ways[how]()
        if how in ("frame", "button"):
            page.evaluate("window.record.settle()")
            self._note()
        if not page.is_closed() and how != "kill":
            page.close()
        self._window, self._other = (None if how == "kill" else self._other), None
        while True:
            time.sleep(QUIET_SECONDS)
            if not self.server.stored:
                break
            self._take_stored()

    def _kill(self) -> None:
        assert self._process, "only a browser of its own can be killed"
        kill(self._process)
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
        self._await_save()

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
        self._await_save()
        section = self.small.course.sections[0]
        self._learner.go_through_quiz(
            section, lambda question: says(question, is_right), stop_after=stop_after
        )
        return True

    def _await_save(self) -> None:
        assert self._window
        self._window.awaits = True

    def _hide(self) -> None:
        self._here.hide()
        self._here.hide(hidden=False)

    def _settle(self) -> None:
        assert self._window
        end = time.monotonic() + SETTLING_SECONDS
        while time.monotonic() < end and self._window.shown() != "saved":
            self._here.visit.page.wait_for_timeout(50)

    def _take_stored(self) -> None:
        stored, self.server.stored = self.server.stored, []
        self.events += stored

    def _note(self) -> None:
        """Write down what was called, stored and shown since the last time, the other window first."""
        windows = [window for window in (self._other, self._window) if window]
        for window in windows:
            self.events += window.commits(self.edition.runtime)
        self._take_stored()
        for window in windows:
            self.events += window.seen()
            if window.is_told_anew():
                doubtful = self.server.has_lied or self.server.profile.session_seconds is not None
                self.events.append({"kind": "saved", "undetectable": doubtful, "window": window.number})
