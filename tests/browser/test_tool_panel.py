"""The panel of tools. If these fail, learners without a mouse, or on a phone, are kept from all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.neutral_course import write_course
from cpom_scorm.build import BuildOptions, build_course
from tests.browser.audit import FRAME, LOOKS, PHONE, faults, wear
from tests.browser.own_window import open_package, own_api
from tests.browser.tool_panel import PANEL, SUMMARY, By, has_focus, open_panel, press, wait_for_view
from tests.browser.tour import go

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext

    from tests.browser.conftest import Opener
    from tests.browser.site import Site


pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("tools")]
BOTH_WAYS = pytest.mark.parametrize("by", ["keyboard", "pointer"])
SCREENS = """nodes => nodes.map((node) => {
  const { left, right, top, bottom } = node.getBoundingClientRect();
  return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
})"""


@BOTH_WAYS
@pytest.mark.parametrize("place", ["", "#/page/parts"], ids=["launch", "page"])
def test_a11y_08_the_panel_opens_and_closes_and_gives_the_focus_back(
    opened: Opener, by: By, place: str
) -> None:
    """WCAG 2.1.2, 2.4.3: it is a disclosure, so nothing holds the focus in."""
    page = opened(place)
    open_panel(page, by)
    assert page.locator(PANEL).is_visible()
    page.locator(f"{PANEL} input").first.focus()
    page.keyboard.press("Escape")
    assert not page.locator(PANEL).is_visible()
    assert has_focus(page, SUMMARY)
    open_panel(page, by)
    page.locator(f"{PANEL} input").last.focus()
    page.keyboard.press("Tab")
    assert not page.locator(PANEL).is_visible(), "the focus would lie below the panel"
    open_panel(page, by)
    page.mouse.click(5, 500)
    assert not page.locator(PANEL).is_visible()


def test_a11y_08_escape_closes_the_panel_before_the_outline(opened: Opener) -> None:
    page = opened("#/page/parts")
    wear(page, PHONE)
    page.locator("#outline-toggle").click()
    page.locator("#outline a").first.wait_for()
    press(page.locator(SUMMARY), "keyboard")
    page.locator(f"{PANEL} fieldset").first.wait_for()
    page.keyboard.press("Escape")
    assert (page.locator(PANEL).is_visible(), page.locator("#outline").is_visible()) == (False, True)
    page.keyboard.press("Escape")
    assert not page.locator("#outline").is_visible()


@BOTH_WAYS
def test_every_tool_is_reached_from_the_panel_and_closes_it(opened: Opener, by: By) -> None:
    """A11Y-04: each has its title and takes the focus."""
    page = opened("#/page/parts")
    expected = ["Search this course", "Glossary", "Whole course", "Not finished yet", "Help"]
    for number, title in enumerate(expected):
        open_panel(page, by)
        press(page.locator(f"{PANEL} a").nth(number), by)
        wait_for_view(page, title)
        assert page.title().startswith(f"{title} - ")
        assert not page.locator(PANEL).is_visible()
    assert page.locator(f"{PANEL} a").count() == len(expected)


def test_a_course_without_a_glossary_offers_none(context: BrowserContext, site: Site, tmp_path: Path) -> None:
    write_course(tmp_path / "course")
    package = build_course(tmp_path / "course", BuildOptions()).packages[-1]
    page = context.new_page()
    page.add_init_script(own_api(package))
    open_package(page, site, package)
    assert page.locator(f"{PANEL} a[href='#/glossary']").count() == 0
    go(page, "#/glossary")
    assert page.locator("#view h1").inner_text() == "There is no such page"
    page.close()


@pytest.mark.parametrize("place", ["", "#/page/parts"], ids=["launch", "page"])
def test_a11y_07_the_panel_fits_every_window_without_a_barrier(opened: Opener, place: str) -> None:
    page = opened(place)
    open_panel(page)
    found = faults(page, "panel", LOOKS)
    for look in (PHONE, FRAME):
        wear(page, look)
        assert [True] == page.locator(PANEL).evaluate_all(SCREENS), str(look)
        if place:
            assert {True} == set(page.locator("#bar > :is(button, a, details)").evaluate_all(SCREENS))
    assert [] == found


@BOTH_WAYS
def test_a11y_07_learners_choose_colors_and_the_size_of_text_for_good(opened: Opener, by: By) -> None:
    """SEC-15: kept on this device, and nothing else is but the copy of progress."""
    page = opened("#/page/parts")
    page.evaluate("localStorage.clear()")
    paper = "getComputedStyle(document.body).backgroundColor"
    letters = "parseFloat(getComputedStyle(document.querySelector('#view h1')).fontSize)"
    before = page.evaluate(f"[{paper}, {letters}]")
    open_panel(page, by)
    size = page.get_by_role("group", name="Text size").get_by_role("radio")
    scheme = page.get_by_role("group", name="Colors").get_by_role("radio")
    assert (size.count(), scheme.count()) == (4, 3)
    assert size.nth(1).is_checked()
    assert scheme.first.is_checked()
    if by == "pointer":
        page.get_by_text("Largest", exact=True).click()
        page.get_by_text("Dark", exact=True).click()
    else:
        size.nth(1).focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowUp")
    chosen = page.evaluate(f"[{paper}, {letters}]")
    assert chosen[0] != before[0]
    assert chosen[1] > before[1] * 1.2
    page.reload()
    page.locator("#view h1").wait_for()
    assert chosen == page.evaluate(f"[{paper}, {letters}]")
    open_panel(page)
    assert size.last.is_checked()
    assert scheme.last.is_checked()
    keys: list[str] = page.evaluate("Object.keys(localStorage)")
    assert [key for key in keys if not key.startswith("cpom-scorm-backup ")] == ["cpom-scorm-display"]
    page.evaluate("localStorage.clear()")


def test_run_31_tools_without_a_connection_say_so_and_come_later(opened: Opener) -> None:
    page = opened("#/page/parts")
    page.route("**/tools.js", lambda route: route.abort())
    page.locator(SUMMARY).click()
    page.locator(f"{PANEL} a", has_text="Help").click()
    wait_for_view(page, "This page did not load")
    page.unroute("**/tools.js")
    page.locator("#view .note button").click()
    wait_for_view(page, "Help")
    open_panel(page)
