"""Opens states of a course and takes pictures of each in every window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Page

from cpom_scorm.course.contents import placed_questions
from tests.browser.answering import answering
from tests.browser.answering.hand import Hand
from tests.browser.own_window import open_package, own_api, values_after
from tests.pictures.gallery import STATES
from tests.pictures.screens import Window

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Locator

    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.course.model import Course
    from cpom_scorm.interactions import Interaction
    from tests.browser.site import Site
    from tests.pictures.screens import Earlier, Screen

ARTICLE = "#view article"
MARGIN = 16
"""Pixels around a block."""
NARROW = Window("narrow", (760, 600))
SETTLED_MS = 300
PATIENCE_MS = 120_000


@dataclass
class Studio:
    """A course to take pictures of."""

    browser: Browser
    site: Site
    package: BuiltPackage
    course: Course

    def learners(self) -> dict[str, dict[str, Any]]:
        """Give what an LMS holds of each learner."""
        context = self.browser.new_context()
        made = {
            "new": {},
            "halfway": values_after(context, self.site, self.package, self.course, quizzes=False, pages=12),
            "passed": values_after(context, self.site, self.package, self.course),
            "failed": values_after(context, self.site, self.package, self.course, right=False),
        }
        context.close()
        return made

    def take(self, screen: Screen, windows: Iterable[Window], values: dict[str, Any], folder: Path) -> None:
        """Take a picture in each window, as long as the page is: `<folder>/<window>/<screen>.png`."""
        elements = self.package.edition.runtime.elements
        held = {**values, **{elements[name]: value for name, value in screen.values.items()}}
        section = self.course.sections[0]
        first = section.pages[0].id if section.pages else ""
        place = screen.place.format(first_page=first, section=section.id)
        page = None
        for window in windows:
            if page is None or screen.afresh:
                page = self._page(held, **screen.lms)
                # Paper has no buttons to press.
                wear(page, replace(window, media=window.media | {"media": "screen"}))
                if screen.earlier:
                    page.goto(self._opened_earlier(screen.earlier, page.context, held) + place)
                else:
                    open_package(page, self.site, self.package, place)
                page.locator(f"{screen.wait}:visible").first.wait_for()
                for selector in screen.press:
                    page.locator(selector).first.click()
            wear(page, window)
            page.wait_for_timeout(SETTLED_MS)
            self._shoot(page, folder / window.name / f"{screen.name}.png")
            if screen.afresh:
                page.context.close()
        if page and not screen.afresh:
            page.context.close()

    def take_first_view(self, window: Window, values: dict[str, Any], path: Path) -> None:
        """Take a picture of what a window shows of the launch page before anybody scrolls."""
        page = self._page(values)
        wear(page, window)
        open_package(page, self.site, self.package)
        page.locator("#leave").wait_for(state="visible")
        page.screenshot(path=path)
        page.context.close()

    def take_part(self, name: str, pictures: Iterable[tuple[Window, Path]]) -> None:
        """Take pictures of what stands on a page of the gallery between its title and its pager."""
        page = self._page({})
        # There is no room for the outline, and it stays away.
        wear(page, NARROW)
        open_package(page, self.site, self.package, f"#/page/{name}")
        known = {placed.question.id: placed.question for placed in placed_questions(self.course)}
        for form in page.locator(f"{ARTICLE} > form.q").all():
            question = known[form.get_attribute("data-question") or ""]
            state = question.id.removeprefix(f"{question.kind}_")
            if state in STATES:
                bring_to(state, page, form, question)
        page.evaluate(
            "document.querySelectorAll('.skip, .bar, .pager, #view header').forEach((one) => one.remove())"
        )
        page.locator(ARTICLE).evaluate("(node, px) => { node.style.padding = `${px}px`; }", MARGIN)
        for window, path in pictures:
            wear(page, window)
            page.wait_for_timeout(SETTLED_MS)
            self._shoot(page.locator(ARTICLE), path)
        page.context.close()

    def _opened_earlier(self, earlier: Earlier, context: BrowserContext, held: dict[str, Any]) -> str:
        page = self._page(held, context=context, **earlier.lms)
        first = next(page.id for section in self.course.sections for page in section.pages)
        open_package(page, self.site, self.package, f"#/page/{first}")
        page.locator(earlier.wait).wait_for()
        address = page.url.partition("#")[0]
        if not earlier.stays:
            page.close()
        return address

    def _page(self, values: dict[str, Any], *, context: BrowserContext | None = None, **lms: Any) -> Page:
        page = (context or self.browser.new_context()).new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.add_init_script(own_api(self.package, values, **lms))
        return page

    def _shoot(self, what: Page | Locator, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(what, Page):
            what.screenshot(path=path, full_page=True)
        else:
            what.screenshot(path=path)


def wear(page: Page, window: Window) -> None:
    """Change the window."""
    width, height = window.size
    page.set_viewport_size({"width": width, "height": height})
    plain = {"media": "screen", "color_scheme": "light", "forced_colors": "none"}
    page.emulate_media(reduced_motion="reduce", **{**plain, **window.media})


def bring_to(state: str, page: Page, form: Locator, question: Interaction) -> None:
    """Answer a question until it is in one of `STATES`; kinds that lack it come near."""
    if state == "open":
        return
    own, hand, submit = answering(question), Hand(page), form.locator("[type=submit]")
    if state != "early":
        how = {"partly": own.partly, "correct": own.right}.get(state, own.wrong)
        response = how(question)
        own.answer(hand, form, own.wrong(question) if response is None else response)
    if submit.is_visible():
        submit.click()
    if state == "incorrect" and submit.is_visible():
        submit.click()
        own.answer(hand, form, own.wrong(question))
        submit.click()
