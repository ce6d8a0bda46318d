"""A package that a learner has open in a real LMS."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, BrowserContext, Frame, Page, Route

ELSEWHERE = re.compile(r"^(?!data:|blob:|https?://127\.0\.0\.1[:/])")
SAVED = re.compile(r"^\s*Saved")
PATIENCE_SECONDS = 20.0


def closed_context(browser: Browser, strangers: list[str]) -> BrowserContext:
    """Give a browser that reaches nothing but this machine, and notes what was asked of others."""

    def refuse(route: Route) -> None:
        strangers.append(route.request.url)
        route.abort()

    context = browser.new_context(viewport={"width": 1000, "height": 900}, reduced_motion="reduce")
    context.route(ELSEWHERE, refuse)
    return context


@dataclass
class Launched:
    """What a learner of `tests.browser.learner` sits in front of."""

    page: Page
    frame: str
    """A selector of the LMS's frame for packages."""
    held: Callable[[], dict[str, Any]]
    """What the LMS's database holds of this learner now."""

    @property
    def content(self) -> Frame:
        """The frame in which the package runs."""
        element = self.page.locator(self.frame).element_handle()
        frame = element and element.content_frame()
        assert frame
        return frame

    def started(self) -> Launched:
        """Wait for the launch page, and until the course has found its LMS."""
        self.content.locator("#launch h1").wait_for()
        self.content.wait_for_function(
            "() => document.querySelector('#launch a.btn.primary')?.checkVisibility()"
        )
        return self

    def kept(self, what: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
        """Wait until the database holds something, which takes LMSs a moment; give all it holds."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not what(held := self.held()):
            assert time.monotonic() < end, held
            self.page.wait_for_timeout(50)
        return held

    def told_saved(self) -> None:
        """Wait until the course says that everything is saved: what it says then must be true."""
        self.content.locator("#save", has_text=SAVED).wait_for()

    def leave(self) -> None:
        """Close the window, as learners do."""
        self.page.context.close()
