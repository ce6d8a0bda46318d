"""Texts from several answers in a real browser. Were this broken, a plan would be lost or stay here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.editions import EDITIONS, Edition
from tests.browser.reading import Held

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from cpom_scorm.build import BuiltPackage
    from tests.browser.conftest import Opener
    from tests.browser.lms import Lms

pytestmark = pytest.mark.browser

PLACE = "#/page/kinds"
BLOCK = "[data-kept=b_sbar]"
FIELDS = f"{BLOCK} textarea"
SHEET = f"{BLOCK} .sheet"
WRITTEN = ["Returns wait.\nFour days.", "One owner."]


def write(page: Page) -> None:
    for at, text in enumerate(WRITTEN):
        page.locator(FIELDS).nth(at).fill(text)


@pytest.mark.parametrize("edition", [EDITIONS[0], EDITIONS[-1]], ids=lambda edition: edition.id)
def test_answers_are_there_again_on_return_and_nobody_is_told(
    lms: Lms, full_packages: dict[str, BuiltPackage], edition: Edition
) -> None:
    """RUN-40."""
    package = full_packages[edition.id]
    visit = lms.launch(package.files, edition, place=PLACE)
    for at, text in enumerate(WRITTEN):
        visit.content.locator(FIELDS).nth(at).fill(text)
    visit.settle()
    held = visit.leave()
    again = lms.launch(package.files, edition, values=held, place=PLACE)
    again.content.locator(FIELDS).first.wait_for()
    assert WRITTEN == again.content.locator(FIELDS).evaluate_all("all => all.map(field => field.value)")
    assert WRITTEN == again.content.locator(f"{SHEET} p").all_inner_texts()
    assert [] == again.refusals()
    assert {} == Held.of(edition, again.leave()).interactions()


def test_the_text_follows_what_is_written(opened: Opener) -> None:
    page = opened(PLACE)
    empty = page.locator(f"{SHEET} p").nth(1)
    assert '"Not written yet"' == empty.evaluate("node => getComputedStyle(node, '::before').content")
    write(page)
    assert ["Text of builder title", "Text of prompt one", "Text of prompt two"] == page.locator(
        f"{SHEET} :is(h2, h3)"
    ).all_inner_texts()
    assert WRITTEN == page.locator(f"{SHEET} p").all_inner_texts()


def test_print_prints_the_text_alone_and_then_pages_again(opened: Opener) -> None:
    page = opened(PLACE)
    write(page)
    shown = """() => [...document.querySelectorAll("h1, h2, h3, .opt, .sheet p")]
      .filter((node) => node.checkVisibility()).map((node) => node.textContent)"""
    page.locator(f"{BLOCK} button").first.focus()
    page.evaluate("window.print = () => undefined")
    page.keyboard.press("Enter")
    page.emulate_media(media="print")
    alone = ["Text of builder title", "Text of prompt one", WRITTEN[0], "Text of prompt two", WRITTEN[1]]
    assert alone == page.evaluate(shown)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert "Text of page kinds" in page.evaluate(shown)


def test_copy_puts_the_text_on_the_clipboard(opened: Opener) -> None:
    page = opened(PLACE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    write(page)
    page.locator(f"{BLOCK} button").nth(1).click()
    page.get_by_text("Copied", exact=True).wait_for()
    copied = [line for line in page.evaluate("navigator.clipboard.readText()").splitlines() if line]
    page.context.clear_permissions()
    headings = ["Text of builder title", "Text of prompt one", "Text of prompt two"]
    assert [*headings[:2], "Returns wait.", "Four days.", headings[2], "One owner."] == copied


def test_where_a_frame_may_not_write_to_the_clipboard_the_text_is_selected(opened: Opener) -> None:
    page = opened(PLACE)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    write(page)
    page.locator(f"{BLOCK} button").nth(1).click()
    page.get_by_text("The text is selected.").wait_for()
    selected = page.evaluate("String(getSelection())")
    assert selected.startswith("Text of builder title")
    assert "One owner." in selected
