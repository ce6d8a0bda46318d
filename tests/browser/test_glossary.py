"""The glossary: meanings beside the words, and all of them in one view. Without it, learners guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.audit import FRAME, LOOKS, NIGHT, faults, wear

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

LINK = "main a[href='#/glossary/b']"
MEANING = "Text of b meaning"


def focused(page: Page, selector: str) -> bool:
    return bool(page.evaluate("selector => document.activeElement?.matches(selector)", selector))


@pytest.mark.parametrize("by", ["keyboard", "pointer"])
def test_a11y_08_a_meaning_stands_beside_its_word_and_gives_the_focus_back(opened: Opener, by: str) -> None:
    page = opened("#/page/parts")
    link = page.locator(LINK)
    if by == "keyboard":
        link.focus()
        page.keyboard.press("Enter")
    else:
        link.click()
    card = page.locator(".term:popover-open")
    card.wait_for()
    assert MEANING in card.inner_text()
    assert focused(page, ".term")
    box, word = card.bounding_box(), link.bounding_box()
    assert box
    assert word
    assert abs(box["y"] - word["y"] - word["height"]) < 20 or abs(box["y"] + box["height"] - word["y"]) < 20
    page.keyboard.press("Escape")
    page.locator(".term").wait_for(state="detached")
    assert focused(page, LINK)
    assert page.evaluate("location.hash") == "#/page/parts"


def test_a11y_07_a_meaning_has_no_barrier_and_stays_within_the_window(opened: Opener) -> None:
    page = opened("#/page/parts")
    found = []
    for look in (FRAME, NIGHT):
        wear(page, look)
        page.locator(LINK).click()
        card = page.locator(".term:popover-open")
        card.wait_for()
        box = card.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= look.width
        found += faults(page, "meaning", (look,))
        page.keyboard.press("Escape")
    assert [] == found


def test_a11y_07_the_glossary_lists_all_terms_and_begins_at_the_one_asked_for(opened: Opener) -> None:
    """A11Y-04: as a view it has its own title."""
    page = opened("#/page/parts")
    page.locator(LINK).click()
    page.locator(".term a").click()
    page.locator("#view .glossary").wait_for()
    assert page.title().startswith("Glossary")
    assert ["Text of term a", "Text of term b"] == page.locator(".glossary dt").all_inner_texts()
    page.evaluate("location.hash = '#/glossary/b'")
    page.wait_for_function("() => document.activeElement?.id === 'term-b'")
    assert [] == faults(page, "glossary", LOOKS)


def test_a_course_without_scripts_on_demand_still_leads_to_the_glossary(opened: Opener) -> None:
    """RUN-31: a lost connection is told in words, with a way to try again."""
    page = opened("#/page/parts")
    page.route("**/tools.js", lambda route: route.abort())
    page.locator(LINK).click()
    page.locator("#view .note.warn button").wait_for()
    page.unroute("**/tools.js")
    page.locator("#view .note.warn button").click()
    page.locator("#view .glossary").wait_for()
