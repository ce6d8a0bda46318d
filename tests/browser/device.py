"""A learner's device: a course opened again and again at one address, under an LMS with moods."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.browser.own_window import own_api
from tests.browser.tour import answer, submit_all

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.course.model import Course
    from tests.browser.site import Site

FOLDER = "on-device"
CHECKS = "#/page/checks"
DYING = """
for (const name of ["pagehide", "visibilitychange"])
  window.addEventListener(name, (event) => window.isDying && event.stopImmediatePropagation(), true);
"""
"""A killed browser takes no leave."""


@dataclass
class Device:
    """One browser, with its storage."""

    context: BrowserContext
    site: Site
    package: BuiltPackage
    course: Course
    learner: str = "learner-1"
    stored: dict[str, Any] = field(default_factory=dict)
    """What the LMS holds."""

    def __post_init__(self) -> None:
        self.site.add(FOLDER, self.package.files)

    def open(self, place: str = "", *, init: str = "", commit: str = "true") -> Page:
        """Open the course in a new window."""
        page = self.context.new_page()
        values = {**self.stored, self.package.edition.runtime.elements["learner"]: self.learner}
        page.add_init_script(init + DYING + own_api(self.package, values, commit=commit))
        page.goto(f"{self.site.origin}/{FOLDER}/index.html{place}")
        page.locator("#view h1" if place else "#launch h1").first.wait_for()
        return page

    def answer_checks(self, page: Page, how: Any = "wrong") -> None:
        """Answer every question on the page of knowledge checks, once more where there was an answer."""
        # A window behind another one draws nothing, so nothing in it can be clicked.
        page.bring_to_front()
        page.evaluate("place => { location.hash = place }", CHECKS)
        page.locator("form.q").first.wait_for()
        if page.locator("form.q[data-done]").count():
            submit_all(page)
        answer(page, self.course, how)
        submit_all(page)

    def die(self, page: Page) -> None:
        """The browser is killed: nothing of the page runs any more. The LMS holds what it held."""
        self.stored = page.evaluate("record.held")
        page.evaluate("window.isDying = true")
        page.close()

    def written(self, page: Page) -> list[str]:
        """Give the names of the calls by which the LMS was told something."""
        runtime = self.package.edition.runtime
        telling = {runtime.calls[role] for role in ("set", "commit", "terminate")}
        return [call["call"] for call in page.evaluate("record.calls") if call["call"] in telling]

    def answers(self, page: Page) -> int:
        """Count the knowledge checks that show a verdict."""
        return page.locator("form.q .feedback .note").count()
