"""Nobody is kept out: every view in every state, on a phone, in the dark, enlarged or read aloud."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.course.contents import placed_questions
from tests.browser.audit import LOOKS, PHONE, TWO_LOOKS, faults, wear
from tests.browser.own_window import open_package, own_api
from tests.browser.tour import answer, go, questions_shown, submit_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Page

    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.course.model import Course
    from cpom_scorm.interactions import Interaction
    from tests.browser.conftest import Opener
    from tests.browser.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("accessibility")]


def test_a11y_07_the_launch_page_has_no_barrier_whatever_the_learner_has_done(opened: Opener) -> None:
    """A11Y-01, A11Y-07, A11Y-08."""
    found = []
    for learner in ("fresh", "begun", "passed", "failed"):
        page = opened(learner=learner)
        assert page.evaluate("record.calls.length") > 0
        page.wait_for_function(
            "wanted => document.querySelector('#launch .state.good') !== null === wanted",
            arg=learner in ("passed", "failed"),
        )
        found += faults(page, learner, LOOKS if learner == "begun" else TWO_LOOKS)
    assert [] == found


def test_a11y_07_pages_of_every_block_have_no_barrier(opened: Opener) -> None:
    """A11Y-01, A11Y-07."""
    found = []
    for place in ("parts", "kinds"):
        page = opened(f"#/page/{place}")
        found += faults(page, place, LOOKS)
        for summary in page.locator("#view summary").all():
            summary.click()
        found += faults(page, f"{place}, opened")
    assert [] == found


def checks_of(course: Course) -> list[Interaction]:
    return [placed.question for placed in placed_questions(course) if not placed.in_quiz]


def test_a11y_02_knowledge_checks_have_no_barrier_in_any_state(opened: Opener, full_course: Course) -> None:
    """A11Y-01, A11Y-02, A11Y-03."""
    page = opened("#/page/checks")
    forms = page.locator("form.q")
    scored = sum(block.is_scored for block in checks_of(full_course))
    found = faults(page, "unanswered", LOOKS)
    submit_all(page)
    assert page.locator("form.q .error:visible").count() == forms.count()
    found += faults(page, "errors")
    answer(page, full_course, "wrong")
    submit_all(page)
    assert page.locator("form.q .feedback .note").count() == forms.count()
    found += faults(page, "wrong, a try left")
    submit_all(page)
    answer(page, full_course, "partly")
    submit_all(page)
    assert page.locator("form.q .feedback .note.warn").count() > 0
    assert page.locator("form.q .actions:visible").count() == forms.count() - scored
    found += faults(page, "partly right, no tries left", LOOKS)
    page = opened("#/page/checks")
    answer(page, full_course, "right")
    submit_all(page)
    assert page.locator("form.q .feedback .note.good").count() == scored
    found += faults(page, "right", LOOKS)
    assert [] == found


def test_a11y_07_quizzes_have_no_barrier_from_intro_to_result(opened: Opener) -> None:
    """A11Y-01, A11Y-07."""
    page = opened("#/quiz/one")
    found = faults(page, "intro")
    page.locator("[data-start]").click()
    for number in range(1, questions_shown(page) + 1):
        page.locator(f".dots li:nth-child({number}) a").click()
        page.locator(f".dots li:nth-child({number}) [aria-current]").wait_for()
        found += faults(page, f"question {number}", (PHONE,))
    found += faults(page, "last question")
    page.locator("#view .row.spread button").click()
    page.locator("#view [role=status] .note").wait_for()
    found += faults(page, "unanswered")
    page.locator("#view [role=status] .note button").click()
    page.locator("#view .result").wait_for()
    found += faults(page, "nothing answered")
    assert [] == found


@pytest.mark.parametrize("learner", ["passed", "failed"])
def test_a11y_07_results_have_no_barrier(opened: Opener, learner: str) -> None:
    """A11Y-03: what was right is said in words."""
    page = opened("#/quiz/one", learner)
    for summary in page.locator("#view .acc > details > summary").all():
        summary.click()
    assert page.locator("#view .acc .mark").count() >= 5
    assert [] == faults(page, learner)


def test_a11y_12_notices_have_no_barrier_and_leave_the_focus_alone(opened: Opener) -> None:
    """They stand in regions that exist before, and nothing has to be closed to go on."""
    found = []
    mode = {"cmi.mode": "review"}
    cases = {"damaged": {"learner": "damaged"}, "review": {"values": mode}, "not saved": {"commit": "false"}}
    for state, lms in cases.items():
        page = opened("#/page/welcome", **lms)
        place = "#strip" if state == "not saved" else "#main [data-notices]"
        page.locator(f"{place}[role=status] .note:visible").first.wait_for()
        assert page.evaluate("document.activeElement?.closest('.note') ?? null") is None
        assert page.locator("dialog, [role=alert], [role=alertdialog], [aria-modal]").count() == 0
        assert page.evaluate("record.alerts") == 0
        found += faults(page, state)
    assert [] == found


def test_a11y_12_a_course_without_an_lms_says_so_without_a_barrier(
    context: BrowserContext, site: Site, full_package: BuiltPackage
) -> None:
    page = context.new_page()
    page.clock.install()
    page.add_init_script(own_api(full_package, api=False))
    open_package(page, site, full_package)
    page.locator("#resume").focus()
    for _ in range(100):
        page.clock.run_for(100)
    page.locator("#launch [role=status] .note:visible").wait_for()
    assert page.evaluate("document.activeElement.id") == "resume"
    page.clock.resume()
    assert [] == faults(page, "no LMS")
    page.close()


def test_a11y_07_the_last_page_and_pages_that_cannot_be_shown_have_no_barrier(
    opened: Opener, site: Site
) -> None:
    page = opened("#/page/nowhere")
    found = faults(page, "no such page")
    page.route("**/section-1.js", lambda route: route.abort())
    go(page, "#/page/parts")
    found += faults(page, "text not loaded")
    go(page, "#/exit")
    found += faults(page, "exit")
    page = opened("#/page/welcome", commit="false")
    go(page, "#/exit")
    found += faults(page, "exit, not saved")
    assert [] == found


@contextmanager
def outline(page: Page) -> Iterator[None]:
    """Open the outline for a while."""
    page.locator("#outline-toggle").click()
    page.locator("#outline a").first.wait_for()
    yield
    page.locator("#outline-toggle").click()


def test_a11y_08_the_outline_over_a_narrow_page_has_no_barrier(opened: Opener) -> None:
    page = opened("#/page/parts", "begun")
    wear(page, PHONE)
    with outline(page):
        found = faults(page, "outline", (PHONE,))
    assert [] == found


def test_a_barrier_would_be_found(opened: Opener) -> None:
    """Were the judge blind, the tests above would prove nothing."""
    page = opened("#/page/welcome")
    page.evaluate(
        """() => {
          const article = document.querySelector("#view article");
          const add = (name, style, text) => {
            const node = article.appendChild(document.createElement(name));
            Object.assign(node.style, style);
            node.textContent = text;
          };
          add("p", { color: "#999", background: "#bbb" }, "Too pale");
          add("button", { width: "12px", height: "12px", padding: 0, overflow: "hidden" }, "x");
          add("input", {}, "");
          add("div", { width: "700px" }, "Too wide");
        }"""
    )
    found = " ".join(faults(page, "bad", (PHONE,)))
    assert [] == [
        word for word in ("color-contrast", "target of 12", "label", "sideways") if word not in found
    ]


def test_a11y_07_every_page_of_the_real_course_fits_a_phone_without_a_barrier(
    context: BrowserContext, site: Site, packages: dict[str, BuiltPackage], course: Course
) -> None:
    package = list(packages.values())[-1]
    page = context.new_page()
    page.add_init_script(own_api(package))
    open_package(page, site, package)
    found = faults(page, "launch", (PHONE,))
    places = [f"page/{one.id}" for _, one, _ in course.placed_pages()]
    places += [f"quiz/{section.id}" for section in course.sections if section.quiz]
    for place in places:
        go(page, f"#/{place}")
        found += faults(page, place, (PHONE,))
    page.close()
    assert [] == found
