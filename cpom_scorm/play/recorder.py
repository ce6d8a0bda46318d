"""Collects what happens in one launch, within bounds: content may do everything without end."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import unquote, urlsplit

from cpom_scorm.trace import Call, Event, EventKind, Session, View

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.async_api import BrowserContext, ConsoleMessage, Dialog, Page, Request, Response, WebError

    from cpom_scorm.diagnostics import Diagnostic
    from cpom_scorm.trace import Purpose

MOST_EVENTS = 200
"""Of each kind."""
MOST_DIALOGS = 25
MOST_WINDOWS = 5
MOST_LOADS = 40
"""Pages that are loaded into frames though the learner does nothing."""
_LONGEST_TEXT = 70_000
"""Characters of an argument; longer ones are cut: an LMS refuses them anyway."""
_LONGEST_WORDS = 300
_OF_OURS = ("Failed to load resource", "unload is not allowed", "ERR_TUNNEL_CONNECTION_FAILED")
"""Complaints about what is noted by itself, or what only happens because of how packages are played."""


class Recorder:
    """One launch under way."""

    def __init__(self, origin: str, content: str) -> None:
        """Record what happens to content whose addresses begin with `content`, on the site `origin`."""
        self.origin, self.content = origin, content
        self.begun = time.monotonic()
        self.calls: list[Call] = []
        self.events: list[Event] = []
        self.views: list[View] = []
        self.kept: dict[str, str] = {}
        self.windows: list[Page] = []
        """Windows that the content has opened."""
        self.findings: list[Diagnostic] = []
        """What the steps of a driver file have not found."""
        self.stuck = asyncio.Event()
        """Set once the content has to be stopped."""
        self._counts = dict.fromkeys(get_args(EventKind), 0)
        self.loads = 0
        """Pages that have been loaded since the learner last did something."""
        self._listeners: dict[str, Callable[[Any], None]] = {
            "request": self._asked,
            "response": self._answered,
            "console": self._said,
            "weberror": self._failed,
            "page": self._opened,
        }

    @property
    def now(self) -> float:
        """Seconds since the launch."""
        return time.monotonic() - self.begun

    def note(self, kind: EventKind, text: str) -> None:
        """Note an event; of each kind only so many are kept."""
        self._counts[kind] += 1
        if self._counts[kind] <= MOST_EVENTS:
            self.events.append(Event(round(self.now, 2), kind, text[:_LONGEST_WORDS]))

    def stop(self, why: str) -> None:
        """Say that the content does not come to an end, once."""
        if not self.stuck.is_set():
            self.note("stuck", why)
            self.stuck.set()

    def told(self, _source: object, told: Any) -> None:
        """Take what the host page tells; content can tell lies too, to its own harm only."""
        if not isinstance(told, dict):
            return
        if "flood" in told:
            self.stop(f"it has called the LMS more than {told['flood']:,} times")
        elif isinstance(told.get("kept"), dict):
            self.kept = {str(name): str(value) for name, value in told["kept"].items()}
        elif isinstance(told.get("call"), str) and isinstance(told.get("arguments"), list):
            self.calls.append(_call(told, self.now))

    def watch(self, context: BrowserContext) -> None:
        """Follow everything that the browser tells of the pages in this context."""
        for event, listener in self._listeners.items():
            context.on(event, listener)  # type: ignore[call-overload]

    def forget(self, context: BrowserContext) -> None:
        """Follow no more: the next launch in the same browser has a recorder of its own."""
        for event, listener in self._listeners.items():
            context.remove_listener(event, listener)

    def watch_page(self, page: Page) -> None:
        """Follow what is told of one window only."""
        page.on("dialog", self._asked_learner)
        page.on("download", lambda download: self.note("download", self.name_of(download.url)))
        page.on(
            "crash",
            lambda _: self.stop("its page has crashed the browser, as one that needs too much memory does"),
        )
        page.on("websocket", lambda socket: self.note("outside", socket.url))
        page.on("framenavigated", lambda _: self._loaded())

    def session(self, purpose: Purpose, given: dict[str, str], closed_at: float, *, unload: bool) -> Session:
        """Give all of it as a value."""
        return Session(
            purpose=purpose,
            seconds=round(self.now, 2),
            given=given,
            kept=self.kept or given,
            calls=tuple(self.calls),
            events=tuple(self.events),
            views=tuple(self.views),
            closed_at=round(closed_at, 2),
            unload=unload,
        )

    def name_of(self, address: str) -> str:
        """Give the file of the package that an address means, or the address where it means none."""
        if address.startswith(self.content):
            return unquote(urlsplit(address[len(self.content) :]).path)
        return unquote(urlsplit(address).path) if address.startswith(self.origin) else address

    def _asked(self, request: Request) -> None:
        scheme = urlsplit(request.url).scheme
        if scheme not in ("data", "blob", "about") and not request.url.startswith(self.origin + "/"):
            self.note("outside", request.url)

    def _answered(self, response: Response) -> None:
        missing = response.status == 404 and response.url.startswith(self.origin + "/")
        name = self.name_of(response.url)
        if missing and name != "/favicon.ico":
            self.note("missing", name)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not any(words in message.text for words in _OF_OURS):
            self.note("complaint", _first_line(message.text))

    def _failed(self, error: WebError) -> None:
        self.note("fault", _first_line(str(error.error)))

    def _opened(self, page: Page) -> None:
        self.watch_page(page)
        self.windows.append(page)
        self.note("window", self.name_of(page.url))
        if len(self.windows) > MOST_WINDOWS:
            self.stop(f"it has opened more than {MOST_WINDOWS} windows")

    async def _asked_learner(self, dialog: Dialog) -> None:
        self.note("dialog", f"{dialog.type}: {dialog.message}")
        if self._counts["dialog"] > MOST_DIALOGS:
            self.stop(f"it has asked the learner more than {MOST_DIALOGS} times by {dialog.type}()")
        await dialog.accept()

    def _loaded(self) -> None:
        self.loads += 1
        if self.loads > MOST_LOADS:
            self.stop(f"it has loaded more than {MOST_LOADS} pages by itself")


def _call(told: dict[str, Any], now: float) -> Call:
    code = told.get("code")
    return Call(
        at=round(now, 2),
        name=told["call"],
        arguments=tuple(str(argument)[:_LONGEST_TEXT] for argument in told["arguments"][:5]),
        answer=str(told.get("answer"))[:_LONGEST_TEXT],
        code=code if isinstance(code, int) else 0,
        odd=told.get("odd") is True,
        api=str(told.get("api", "")),
    )


def _first_line(text: str) -> str:
    return next(iter(text.strip().splitlines()), "")
