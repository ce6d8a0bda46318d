"""Search in the course. If these fail, learners do not find what is there, or find what they must not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.audit import LOOKS, faults
from tests.browser.tool_panel import PANEL, By, has_focus, open_panel, wait_for_view
from tests.browser.tour import go

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from cpom_scorm.course.model import Course
    from tests.browser.conftest import Opener


pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("search")]
BOTH_WAYS = pytest.mark.parametrize("by", ["keyboard", "pointer"])


def search_for(page: Page, words: str, by: By = "pointer") -> None:
    field = page.locator("#search-words")
    field.fill(words)
    if by == "keyboard":
        field.press("Enter")
    else:
        page.locator(".search button").click()


def titles(page: Page) -> list[str]:
    return page.locator(".found h2").all_inner_texts()


@BOTH_WAYS
def test_search_finds_titles_texts_and_terms_and_tells_how_many(
    opened: Opener, full_course: Course, by: By
) -> None:
    """A11Y-03: the number of places is told without moving the focus."""
    page = opened("#/search")
    status = page.locator("#view [role=status]")
    search_for(page, "TÉXT öf page", by)
    page.locator(".found li").first.wait_for()
    pages = [f"Text of page {one.id}" for _, one, _ in full_course.placed_pages()]
    assert pages == titles(page)[: len(pages)]
    assert status.inner_text() == f"{len(titles(page))} places with “TÉXT öf page”"
    assert has_focus(page, "#search-words" if by == "keyboard" else ".search button")
    assert page.locator(".found li:first-child mark").first.inner_text() == "Text"
    for words, title in (
        ("last term", "Text of page last"),
        ("first part quote", "Text of page parts"),
        ("b meaning", "Text of term b"),
        ("section two", "2 Text of section two"),
        ("quiz three", "Text of quiz three"),
    ):
        search_for(page, words, by)
        page.wait_for_function(
            "words => document.querySelector('#view [role=status]').textContent.includes(words)", arg=words
        )
        assert title in titles(page)


@pytest.mark.parametrize("words", ["rationale", "k_one hint", "told", "correct 0", "c1", "t1", "enlarge"])
def test_sec_14_search_finds_no_key_no_feedback_and_no_option(opened: Opener, words: str) -> None:
    page = opened("#/search")
    search_for(page, words)
    page.locator("#view [role=status]", has_text="Nothing found").wait_for()
    assert titles(page) == []


def test_search_shows_where_words_stand_and_leads_there_and_back(opened: Opener) -> None:
    """A11Y-04: back and forward go through search, page and help, and results are there again."""
    page = opened("#/page/last")
    open_panel(page)
    page.locator(f"{PANEL} a").first.click()
    wait_for_view(page, "Search this course")
    search_for(page, "quote")
    page.locator(".found a").first.wait_for()
    assert page.evaluate("location.hash") == "#/search/quote"
    search_for(page, "callout key")
    page.locator(".found mark", has_text="key").first.wait_for()
    page.locator(".found a").first.click()
    wait_for_view(page, "Text of page parts")
    go(page, "#/help")
    page.go_back()
    wait_for_view(page, "Text of page parts")
    page.go_back()
    wait_for_view(page, "Search this course")
    page.locator(".found mark", has_text="key").first.wait_for()
    assert page.locator("#search-words").input_value() == "callout key"
    page.go_back()
    page.wait_for_function("() => document.querySelector('#search-words')?.value === 'quote'")
    page.locator(".found a").first.wait_for()
    page.go_back()
    page.wait_for_function("() => document.querySelector('#search-words')?.value === ''")
    page.go_back()
    wait_for_view(page, "Text of page last")
    for title in ["Search this course"] * 3 + ["Text of page parts", "Help"]:
        page.go_forward()
        wait_for_view(page, title)


def test_a11y_02_searching_for_nothing_says_what_is_missing(opened: Opener) -> None:
    page = opened("#/search")
    search_for(page, "  ")
    error = page.locator(".error:visible")
    assert error.inner_text() == "Error: type a word."
    assert has_focus(page, "#search-words")
    assert page.locator("#search-words").get_attribute("aria-describedby") == error.get_attribute("id")
    search_for(page, "quote")
    page.locator(".found li").first.wait_for()
    assert page.locator(".error:visible").count() == 0


@pytest.mark.parametrize("words", ["<img src=x onerror=hits.push(1)>", "100% \\ $& [", "%", "a/b?c#d"])
def test_sec_06_any_words_can_be_searched_for(opened: Opener, words: str) -> None:
    page = opened("#/search")
    page.evaluate("window.hits = []")
    search_for(page, words)
    page.locator("#view [role=status]", has_text=words).wait_for()
    page.reload()
    page.locator("#view [role=status]", has_text=words).wait_for()
    assert page.locator("#search-words").input_value() == words
    assert page.locator("#view img").count() == 0


def test_run_31_a_search_without_a_connection_says_so_and_works_again(opened: Opener) -> None:
    page = opened("#/page/parts")
    page.route("**/section-3.js", lambda route: route.abort())
    go(page, "#/search/quote")
    retry = page.locator(".found .note.warn button")
    retry.wait_for()
    assert has_focus(page, "h1")
    page.unroute("**/section-3.js")
    retry.click()
    page.locator(".found a").first.wait_for()


def test_a11y_07_search_has_no_barrier(opened: Opener) -> None:
    found = []
    for words, told in (("text", "places with"), ("zzz", "Nothing found")):
        page = opened(f"#/search/{words}")
        page.locator("#view [role=status]", has_text=told).wait_for()
        found += faults(page, words, LOOKS)
    assert [] == found
