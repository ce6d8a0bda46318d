"""A learner's seat before the course: one browser, one LMS, and what can be done and seen there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import pytest

from cpom_scorm.editions import EDITIONS
from cpom_scorm.stand_in_lms.profiles import profiles_for
from tests.browser.learner import Learner, right, wrong
from tests.browser.tour import go
from tests.faults.small_course import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Frame

    from cpom_scorm.editions import Edition
    from cpom_scorm.interactions import Interaction
    from tests.browser.lms import Lms, Visit
    from tests.faults.small_course import SmallCourse

How = Literal["right", "wrong"]
BOTH = pytest.mark.parametrize("edition", [EDITIONS[0], EDITIONS[-1]], ids=lambda edition: edition.id)
"""The two families differ in almost everything that matters here; within one, editions are alike."""
LEARNER = "avery"
PATIENCE_MS = 25_000


def profile_of(name: str, edition: Edition) -> str:
    """Give the profile of an LMS in this edition, where it has one for each API."""
    names = (profile.name for profile in profiles_for(edition.runtime.api))
    return next(one for one in names if one == name or one.startswith(f"{name}-"))


class Bench:
    """One learner with one browser, who launches one course again and again."""

    def __init__(
        self, lms: Lms, small: SmallCourse, edition: Edition, browser: BrowserContext | None = None
    ) -> None:
        self.lms, self.small, self.edition = lms, small, edition
        self.browser = browser or lms.browser.new_context(reduced_motion="reduce")

    def launch(self, profile: str = "strict", place: str = "", files: dict[str, bytes] | None = None) -> Seat:
        """Open the course: what the server has is given back, and the browser is the same as before."""
        visit = self.lms.launch(
            files or self.small.packages[self.edition.id].files,
            self.edition,
            lms="stand-in",
            profile=profile,
            place=place,
            learner=LEARNER,
            within=self.browser,
        )
        return Seat(visit, self.small)

    def kept(self, name: str) -> str:
        """Give what the server has for one of our names, such as `suspend_data`."""
        return self.kept_values.get(self.edition.runtime.elements[name], "")

    @property
    def kept_values(self) -> dict[str, str]:
        """Everything that the server has of the learner."""
        return self.lms.kept.get(LEARNER, {})

    def statuses(self) -> list[str]:
        """Give the statuses of the course at the server."""
        statuses = next(iter(self.edition.runtime.statuses.values()))
        return [self.kept_values.get(status.element, "") for status in statuses]

    def reported(self) -> list[str]:
        """Give the ids of the questions that the server has interactions of."""
        form = re.compile(r"cmi\.interactions\.\d+\.id")
        return [value for name, value in self.kept_values.items() if form.fullmatch(name)]

    def elsewhere(self, profile: str = "strict") -> Seat:
        """Open the course with another browser, which knows nothing: what is there comes from the LMS."""
        self.browser.close()
        self.browser = self.lms.browser.new_context(reduced_motion="reduce")
        return self.launch(profile)

    def close(self) -> None:
        """Close the browser."""
        self.browser.close()


@dataclass
class Seat:
    """A learner in front of the launched course."""

    visit: Visit
    small: SmallCourse

    @property
    def content(self) -> Frame:
        """The frame of the course."""
        return self.visit.content

    def check(self, name: str, how: How = "right") -> None:
        """Answer the question on a page and have it checked."""
        learner = Learner(self.visit, self.small.course)
        question = self._question(name)
        self.see(name.replace("c", "p"))
        form = learner.form(question)
        form.wait_for()
        learner.answer(question, right(question) if how == "right" else wrong(question))
        learner.press(form.locator("button[type=submit]"))
        form.locator(".feedback .note").wait_for()

    def save(self, name: str, how: How = "right") -> None:
        """Answer the question on a page and wait until that is told to be saved."""
        self.check(name, how)
        self.wait_until_told("Saved")

    def see(self, page: str) -> None:
        """Turn to a page, or stay there."""
        if self.content.evaluate("location.hash") != f"#/page/{page}":
            go(self.content, f"#/page/{page}")

    def begin_quiz(self, how: How) -> None:
        """Begin the quiz, or go on with it, and answer its first question."""
        go(self.content, "#/quiz/only")
        learner = Learner(self.visit, self.small.course)
        learner.press(self.content.locator("#view [data-start]"))
        self.answer_first(how)

    def answer_first(self, how: How) -> None:
        """Answer the first question of the attempt that is shown."""
        learner = Learner(self.visit, self.small.course)
        section = self.small.course.sections[0]
        learner.go_through_quiz(section, right if how == "right" else wrong, stop_after=1)

    def take_quiz(self, how: How = "right") -> None:
        """Take the quiz from its first view to its result."""
        go(self.content, "#/quiz/only")
        learner = Learner(self.visit, self.small.course)
        respond = right if how == "right" else wrong
        learner.take_quiz(self.small.course.sections[0], respond)

    def finish(self, how: How = "right") -> None:
        """Answer everything, once the LMS is there."""
        self.visit.settle()
        for page in PAGES:
            self.check(page.replace("p", "c"))
        self.take_quiz(how)

    def answered(self) -> set[str]:
        """Give the questions on pages whose answers are there, once the LMS is."""
        self.visit.settle()
        found = set()
        for page in PAGES:
            self.see(page)
            form = self.content.locator("form.q")
            form.wait_for()
            if form.locator(".feedback .note").count():
                found.add(str(form.get_attribute("data-question")))
        return found

    def read(self, element: str) -> str:
        """Give what the API object answers to a question of ours."""
        runtime = self.visit.edition.runtime
        value: str = self.visit.page.evaluate(
            "([api, get, element]) => window[api][get](element)", [runtime.api, runtime.calls["get"], element]
        )
        return value

    def told(self) -> str:
        """Give what the bar says of saving."""
        return self.content.locator("#save").inner_text()

    def wait_until_told(self, words: str) -> None:
        """Wait until the bar says of saving what begins with these words."""
        self.content.wait_for_function(
            "words => document.getElementById('save').innerText.trim().startsWith(words)",
            arg=words,
            timeout=PATIENCE_MS,
        )

    def watch_told(self) -> None:
        """Remember from now on everything that the bar says of saving."""
        self.content.evaluate(
            """() => {
              const place = document.getElementById("save");
              window.everTold = [];
              new MutationObserver(() => window.everTold.push(place.innerText.trim()))
                .observe(place, { childList: true, subtree: true, characterData: true });
            }"""
        )

    def ever_told(self) -> list[str]:
        """Give what the bar has said since `watch_told`."""
        told: list[str] = self.content.evaluate("window.everTold")
        return told

    def notices(self) -> str:
        """Give the notices that are shown above the page, and the strip about saving."""
        parts = self.content.locator("[data-notices], #strip").all_inner_texts()
        return "\n".join(parts)

    def hide(self, *, hidden: bool = True) -> None:
        """Let the content be hidden as by another tab, or be seen again."""
        self.content.evaluate(
            """hidden => {
              const get = () => (hidden ? "hidden" : "visible");
              Object.defineProperty(document, "visibilityState", { get, configurable: true });
              document.dispatchEvent(new Event("visibilitychange"));
            }""",
            hidden,
        )

    def calls(self, role: str) -> list[dict[str, Any]]:
        """Give the calls of one role, such as `commit`."""
        name = self.visit.edition.runtime.calls[role]
        return [call for call in self.visit.calls() if call["call"] == name]

    def leave(self) -> None:
        """The LMS takes the frame away."""
        self.visit.page.evaluate("document.getElementById('content').remove()")
        self.visit.page.wait_for_timeout(50)
        self.visit.page.evaluate("window.record.settle()")
        self.visit.page.close()

    def vanish(self) -> None:
        """The tab dies without a word."""
        self.visit.page.close(run_before_unload=False)

    def _question(self, name: str) -> Interaction:
        questions = (block for _, page, _ in self.small.course.placed_pages() for block in page.blocks)
        return next(one for one in questions if getattr(one, "id", "") == name)  # type: ignore[return-value]
