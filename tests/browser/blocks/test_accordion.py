"""Accordions and cards. Were this broken, a printed page would leave out what was not opened before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.own_window import open_package, own_api

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from cpom_scorm.build import BuiltPackage
    from tests.browser.site import Site

pytestmark = pytest.mark.browser

FOLDS = ".acc > details"
CARDS = ".flip"


@pytest.fixture
def page(browser: Browser, site: Site, full_package: BuiltPackage) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 640})
    made = context.new_page()
    made.add_init_script(own_api(full_package))
    open_package(made, site, full_package, "#/page/kinds")
    yield made
    context.close()


def test_texts_open_by_key_and_by_pointer_each_by_itself(page: Page) -> None:
    opened = page.locator(f"{FOLDS}[open]")
    assert opened.count() == 1
    page.locator(f"{FOLDS} > summary").nth(1).press("Enter")
    page.locator(f"{FOLDS} > summary").nth(2).click()
    assert opened.count() == 3
    page.locator(f"{FOLDS} > summary").nth(1).press("Space")
    assert opened.count() == 2


def test_a_card_can_be_turned_wherever_it_is_pressed_however_high_its_row_is(page: Page) -> None:
    page.locator(f"{CARDS} > summary").first.evaluate("node => { node.style.minHeight = '20rem'; }")
    boxes = [card.bounding_box() for card in page.locator(CARDS).all()]
    beside = boxes[1]
    assert beside
    assert beside["height"] >= 320
    page.locator(CARDS).nth(1).click(position={"x": 20, "y": beside["height"] - 20})
    assert page.locator(CARDS).nth(1).get_attribute("open") is not None


def test_in_print_all_texts_are_open(page: Page) -> None:
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    for kind in (f"{FOLDS} > .flow", f"{CARDS} > p"):
        assert page.locator(kind).count() == page.locator(f"{kind}:visible").count() > 1
    light = "node => getComputedStyle(node).color === getComputedStyle(document.body).color"
    assert page.locator(CARDS).first.evaluate(light)
