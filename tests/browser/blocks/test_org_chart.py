"""Organization charts. Were this broken, learners could not open what a position is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.audit import DESKTOP, PHONE, wear

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Opener

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("org-chart")]

PRESSED = "all => all.filter((one) => one.ariaPressed === 'true').map((one) => one.firstChild.textContent)"
TOP = "node => Math.round(node.getBoundingClientRect().top)"


@pytest.fixture
def page(opened: Opener) -> Page:
    made: Page = opened("#/page/kinds")
    wear(made, DESKTOP)
    return made


def chart(page: Page) -> Locator:
    return page.locator("[data-block=org_chart]")


def test_the_learners_own_position_is_told_from_the_start(page: Page) -> None:
    assert ["Text of org own"] == chart(page).locator("button").evaluate_all(PRESSED)
    told = chart(page).locator("[role=status]").inner_text()
    assert ["Text of org own", "Text of org own text, first part."] == told.split("\n\n")[:2]
    assert "You are here" in chart(page).locator("button.here").inner_text()


def test_a11y_01_positions_with_a_text_are_toggles_and_the_others_plain_words(page: Page) -> None:
    names = chart(page).get_by_role("button").all_inner_texts()
    assert ["second", "own", "deepest", "other"] == [name.split("\n")[0].split()[-1] for name in names]
    assert 5 == chart(page).locator("p.box").count()
    region = chart(page).locator("[role=status]").get_attribute("id")
    owns = (
        chart(page)
        .get_by_role("button")
        .evaluate_all("all => all.map((one) => one.getAttribute('aria-controls'))")
    )
    assert [region] * 4 == owns


def test_a11y_08_a_key_opens_a_text_and_closes_it_again(page: Page) -> None:
    button = chart(page).get_by_role("button", name="Text of org other")
    button.focus()
    page.keyboard.press("Space")
    assert ["Text of org other"] == chart(page).locator("button").evaluate_all(PRESSED)
    assert "Text of org other text" in chart(page).locator("[role=status]").inner_text()
    page.keyboard.press("Enter")
    assert [] == chart(page).locator("button").evaluate_all(PRESSED)
    assert "" == chart(page).locator("[role=status]").inner_text()
    assert button.evaluate("node => node === document.activeElement")


def test_readers_hear_who_is_below_whom(page: Page) -> None:
    """A list inside a list for each level, whatever it looks like."""
    above = (
        chart(page)
        .locator(".org ul[class] > li")
        .evaluate_all(
            """all => all.map((one) => [one, one.parentElement.parentElement].map((item) =>
          item.querySelector("b").textContent.split(" ").at(-1)))"""
        )
    )
    second = [("own", "second"), ("other", "second"), ("a", "second"), ("b", "second")]
    deeper = [("below", "own"), ("deepest", "below"), ("beside", "own")]
    assert {("second", "top"), *second, *deeper} == {tuple(pair) for pair in above}


def test_positions_stand_side_by_side_where_there_is_room_and_below_each_other_on_a_phone(page: Page) -> None:
    beside = chart(page).locator(".fan > li:not(:only-child) > .box")
    tops = beside.evaluate_all(f"all => all.map({TOP})")
    assert (4, 1) == (len(tops), len(set(tops)))
    wear(page, PHONE)
    assert 4 == len(set(beside.evaluate_all(f"all => all.map({TOP})")))


def test_a_text_that_opens_out_of_sight_is_scrolled_to(page: Page) -> None:
    wear(page, PHONE)
    button = chart(page).get_by_role("button", name="Text of org second")
    button.evaluate("node => node.scrollIntoView({ block: 'start' })")
    page.keyboard.press("Escape")
    button.click()
    bottom = chart(page).locator("[role=status]").evaluate("node => node.getBoundingClientRect().bottom")
    assert bottom <= PHONE.height + 1


def test_on_paper_every_text_stands_at_its_position(page: Page) -> None:
    assert not chart(page).locator(".told").first.is_visible()
    page.emulate_media(media="print")
    for told in chart(page).locator(".org .told").all():
        assert told.is_visible()
    assert not chart(page).locator("[role=status]").is_visible()
