"""The record of completion, help and notices of saving. If these fail, learners leave without knowing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.audit import LOOKS, faults
from tests.browser.own_window import open_package, own_api
from tests.browser.tour import go, questions_shown
from tests.full_course import build_full_course

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext

    from tests.browser.conftest import Opener
    from tests.browser.site import Site


pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("completion-record")]


def test_the_record_of_completion_says_what_is_left_until_all_is_done(opened: Opener) -> None:
    page = opened("#/record", "begun")
    assert page.locator("#view h1").inner_text() == "Not finished yet"
    left = page.locator("#view .ticks a")
    assert left.count() >= 2
    left.first.click()
    page.wait_for_function("() => location.hash.startsWith('#/page/') || location.hash.startsWith('#/quiz/')")


@pytest.mark.parametrize(
    ("learner", "words"),
    [("passed", "completed every required page and passed"), ("failed", "completed every required page of")],
)
def test_the_record_of_completion_holds_results_but_no_name(opened: Opener, learner: str, words: str) -> None:
    """SEC-15: the learner's name is not asked for; there is a line to write it on."""
    page = opened(
        "", learner, values={"cmi.learner_name": "Avery, Jordan", "cmi.core.student_name": "Avery, Jordan"}
    )
    page.locator("#outcome a").click()
    page.locator("#view .record").wait_for()
    record = page.locator("#view .record").inner_text()
    assert words in record
    assert "Text of course title" in record
    assert page.evaluate("new Date().toLocaleDateString('en', { dateStyle: 'long' })") in record
    assert page.locator("#view .record tbody tr").count() == 2
    assert "Avery" not in page.locator("body").inner_text()
    asked = [call["arguments"][0] for call in page.evaluate("record.calls") if call["arguments"]]
    assert [] == [element for element in asked if "name" in element.rsplit(".", 1)[-1]]
    page.emulate_media(media="print")
    assert page.locator("#view .record").is_visible()
    assert (
        page.locator("#view h1, #view button, #bar").evaluate_all(
            "nodes => nodes.filter((node) => node.checkVisibility()).length"
        )
        == 0
    )


def test_the_last_result_leads_to_the_record(opened: Opener) -> None:
    page = opened("#/quiz/one", "passed")
    link = page.locator("#view .result a.btn.primary")
    assert link.inner_text().strip() == "Record of completion"
    link.click()
    page.locator("#view .record").wait_for()


@pytest.mark.parametrize(
    ("place", "learner"),
    [("#/record", "begun"), ("#/record", "passed"), ("#/record", "failed"), ("#/help", "fresh")],
)
def test_a11y_07_record_and_help_have_no_barrier(opened: Opener, place: str, learner: str) -> None:
    assert [] == faults(opened(place, learner), f"{place} {learner}", LOOKS)


def test_a11y_08_help_lists_keys_and_what_the_bar_says(opened: Opener) -> None:
    page = opened("#/help")
    keys = page.locator("kbd").all_inner_texts()
    assert {"Enter", "Space", "Escape", "Arrow keys"} <= set(keys)
    assert page.locator("#view tbody th[scope=row]").count() == len(keys) + 5
    words = page.locator("#view td, #view th").all_inner_texts()
    assert {"Saving…", "Saved", "Sent, not confirmed", "Not saved. Trying again", "Not recording"} <= set(
        words
    )


@pytest.mark.parametrize(
    ("settings", "told", "not_told"),
    [
        ({}, ("Your last answer to each question is reported", "Texts that you write"), ()),
        ({"interactions": "off"}, ("Texts that you write",), ("is reported",)),
    ],
)
def test_sec_15_help_says_what_is_stored(
    context: BrowserContext, site: Site, tmp_path: Path, settings: dict[str, Any], told: Any, not_told: Any
) -> None:
    """It follows what the course does."""
    package = build_full_course(tmp_path / "course", **settings).packages[-1]
    page = context.new_page()
    page.add_init_script(own_api(package))
    open_package(page, site, package, "#/help")
    text = page.locator("#view").inner_text()
    for words in ("does not ask for your name", "On this device", *told):
        assert words in text
    assert [] == [words for words in not_told if words in text]
    page.close()


def test_a_review_shows_questions_that_nobody_answered(opened: Opener) -> None:
    """A11Y-03: every kind says what would have been correct, and that no answer was."""
    page = opened("#/quiz/one")
    page.locator("[data-start]").click()
    total = questions_shown(page)
    page.locator("#view > article > .row.spread button").click()
    page.locator("#view [role=status] .note button").click()
    page.locator("#view .result").wait_for()
    for summary in page.locator("#view .acc > details > summary").all():
        summary.click()
    page.locator("#view .acc form.q").nth(total - 1).wait_for()
    assert page.locator("#view .acc form.q").count() == total
    for form in page.locator("#view .acc form.q").all():
        kind = form.locator(".eyebrow").inner_text()
        assert "Not scored" in kind or form.locator(".mark.good", has_text="Correct").count() > 0, kind
    assert page.locator("#view .acc .mark", has_text="Your answer, correct").count() == 0


def test_a11y_12_learners_are_told_when_everything_is_saved_again(opened: Opener) -> None:
    """RUN-31: once, politely, and until they move on."""
    page = opened("#/page/parts", commit="false")
    strip = page.locator("#strip")
    strip.locator(".note.warn").wait_for(timeout=20_000)
    page.evaluate(
        """() => {
          const api = globalThis.API_1484_11;
          api.Commit = () => "true";
          api.GetLastError = () => "0";
        }"""
    )
    strip.get_by_role("button").click()
    good = strip.locator(".note.good")
    good.wait_for(timeout=20_000)
    assert "Everything is saved again." in good.inner_text()
    assert strip.get_attribute("role") == "status"
    assert [] == faults(page, "saved again")
    go(page, "#/page/last")
    assert strip.locator(".note").count() == 0
