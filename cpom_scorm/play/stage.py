"""One launch in one browser: the host page with the content in it, and what can be seen and done there."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from cpom_scorm.play.decisions import Control, Sight
from cpom_scorm.play.patience import answered, within

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Frame, JSHandle, Page

    from cpom_scorm.play.decisions import Action
    from cpom_scorm.play.recorder import Recorder
    from cpom_scorm.play.server import PlayServer

_LOAD_SECONDS = 15
_ACT_MS = 1000
_CLOSE_SECONDS = 2
_AFTER_SECONDS = 0.25
"""How long words of a page that goes away may be under way to the LMS."""


@dataclass
class Stage:
    """A launched SCO."""

    page: Page
    recorder: Recorder
    content: str
    """What addresses of the package begin with."""
    axe: str = ""
    """Source of the axe-core that judges what is to be seen; empty where none does."""
    _found: list[JSHandle] = field(default_factory=list)

    @classmethod
    async def opened(
        cls, context: BrowserContext, server: PlayServer, recorder: Recorder, axe: str = ""
    ) -> Stage:
        """Launch what the server has been told to launch. Raises Stuck."""
        page = await context.new_page()
        recorder.watch_page(page)
        recorder.watch(context)
        await page.expose_binding("tellPlay", recorder.told)
        stage = cls(page, recorder, server.content, axe)
        await answered(page.goto(server.host_page), _LOAD_SECONDS)
        await within(
            _LOAD_SECONDS, page.wait_for_function(_LOADED, arg=server.content, timeout=_LOAD_SECONDS * 1000)
        )
        return stage

    def windows(self) -> list[Page]:
        """Give the LMS's page after those that the content has opened, the newest first."""
        return [page for page in (*reversed(self.recorder.windows), self.page) if not page.is_closed()]

    def frames(self) -> list[Frame]:
        """Give the frames that hold content, in all windows."""
        return [
            frame for page in self.windows() for frame in page.frames if frame.url.startswith(self.content)
        ]

    async def look(self) -> Sight:
        """See what a learner sees. Raises Stuck."""
        from playwright.async_api import Error

        self._found, facts = [], []
        for frame in self.frames():
            try:
                handle = await answered(frame.evaluate_handle(_survey()))
                seen = await answered(handle.evaluate("found => found.facts"))
            except Error:
                # The page went away while it was looked at: the next look sees another.
                continue
            self._found.append(handle)
            facts.append(seen)
        return _sight(facts)

    async def act(self, action: Action) -> None:
        """Do what a learner does. What cannot be done is left alone: it may be covered, or gone."""
        from playwright.async_api import Error

        self.recorder.loads = 0
        try:
            found = self._found[action.control.frame]
            handle = await answered(
                found.evaluate_handle("(found, index) => found.elements[index]", action.control.index)
            )
            element = handle.as_element()
            if element is None:
                return
            match action.verb:
                case "fill":
                    await answered(element.fill(action.value, timeout=_ACT_MS))
                case "select":
                    await answered(element.select_option(action.value, timeout=_ACT_MS))
                case _:
                    try:
                        await answered(element.click(timeout=_ACT_MS if action.verb == "press" else 500))
                    except Error:
                        # Under a picture of itself, or moving: pressed by the keyboard as it were.
                        await answered(element.evaluate("element => element.click()"))
        except Error:
            return

    async def picture(self) -> bytes:
        """Give what is to be seen as a JPEG; empty where the page does not come to rest."""
        from playwright.async_api import Error

        page = next((one for one in reversed(self.recorder.windows) if not one.is_closed()), self.page)
        try:
            return await answered(page.screenshot(type="jpeg", quality=60, timeout=_ACT_MS, caret="initial"))
        except (Error, TimeoutError):
            return b""

    def has_left(self) -> bool:
        """Whether the content has put itself in the place of the LMS's page."""
        return not self.page.is_closed() and "host.html" not in self.page.url

    async def close(self) -> None:
        """Take the content away as an LMS does. Raises Stuck."""
        for window in self.recorder.windows:
            if not window.is_closed():
                await within(_CLOSE_SECONDS, window.evaluate("window.close()"))
        if not self.has_left() and not self.page.is_closed():
            kept: Any = await answered(self.page.evaluate("window.closeContent()"))
            await asyncio.sleep(_AFTER_SECONDS)
            if isinstance(kept, dict) and not self.recorder.kept:
                self.recorder.kept = kept

    async def strike(self) -> None:
        """Take all windows away, whatever they are doing."""
        for window in (*self.recorder.windows, self.page):
            await within(_CLOSE_SECONDS, window.close())


_LOADED = """content => [...document.querySelectorAll("iframe")].some(frame => {
  try {
    const { contentWindow: inside, contentDocument: page } = frame;
    return inside.location.href.startsWith(content) && page.readyState === "complete";
  } catch {
    return false;
  }
})"""


@cache
def _survey() -> str:
    text = resources.files("cpom_scorm.play").joinpath("survey.js").read_text("utf-8")
    return f"() => {{ {text.replace('export function', 'function')}\nreturn survey(); }}"


def _sight(facts: list[dict[str, Any]]) -> Sight:
    controls = [
        Control(frame=number, **{**control, "options": tuple(control["options"])})
        for number, one in enumerate(facts)
        for control in one["controls"]
    ]
    words = "\n".join(f"{one['title']}\n{one['text']}" for one in facts)
    # The frame with most words is the page; those around it are menus.
    main = max(facts, key=lambda one: len(one["text"]), default={"title": "", "address": ""})
    digest = hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]
    return Sight(main["title"], main["address"], digest, tuple(controls), words)
