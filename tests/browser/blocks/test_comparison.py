"""Comparison with a slider. Were this broken, learners could not see one of the two pictures."""

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


@pytest.fixture
def page(browser: Browser, site: Site, full_package: BuiltPackage) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 640})
    made = context.new_page()
    made.add_init_script(own_api(full_package))
    open_package(made, site, full_package, "#/page/kinds")
    yield made
    context.close()


def shares(page: Page) -> list[int]:
    """Give how much of each of the two pictures shows, in per cent."""
    whole = places(page, ".over")[0]["width"] - 2
    return [round(100 * shot["width"] / whole) for shot in places(page, ".over .shot")]


def places(page: Page, selector: str) -> list[dict[str, float]]:
    """Give where each element is, in whole pixels."""
    boxes = [one.bounding_box() for one in page.locator(selector).all()]
    return [{name: round(value) for name, value in box.items()} for box in boxes if box]


def test_a_slider_shows_more_of_one_picture_and_less_of_the_other(page: Page) -> None:
    """Whole at either end, so that both can be seen in full; by keys and by pointer alike."""
    slider = page.get_by_role("slider", name="From Text of before side to Text of after side")
    for key, shown in ((None, [50, 50]), ("End", [100, 0]), ("Home", [0, 100])):
        if key:
            slider.press(key)
        assert shares(page) == shown
        before, after = places(page, ".over .shot > *")
        assert {name: abs(before[name] - after[name]) <= 1 for name in ("x", "y", "width")} == {
            "x": True, "y": True, "width": True
        }  # fmt: skip
    box = slider.bounding_box()
    assert box
    assert box["height"] >= 44
    page.mouse.click(box["x"] + box["width"] * 0.75, box["y"] + box["height"] / 2)
    assert 70 <= float(slider.input_value()) <= 80


def test_the_slider_follows_the_direction_of_reading(page: Page) -> None:
    page.evaluate("document.documentElement.dir = 'rtl'")
    slider = page.locator(".over input")
    slider.press("Home")
    for _ in range(10):
        slider.press("ArrowLeft")
    assert slider.input_value() == "10"
    assert shares(page) == [10, 90]
    before, after = places(page, ".over .shot")
    assert before["x"] == after["x"] + after["width"]


def test_both_pictures_stay_readable_in_print_and_keep_their_names(page: Page) -> None:
    """A11Y-09: whatever the slider hides, a reader hears both."""
    page.locator(".over input").press("End")
    for side in ("before", "after"):
        group = page.get_by_role("group", name=f"Text of {side} side")
        assert group.get_by_role("img", name=f"Text of {side} alt").count() == 1
    page.emulate_media(media="print")
    before, after = places(page, ".over .shot > *")
    assert before["x"] + before["width"] < after["x"]
    assert before["y"] == after["y"]
    assert min(before["width"], after["width"]) > 300
    assert page.locator(".over input:visible").count() == 0


def test_sides_stand_beside_each_other_where_there_is_room(page: Page) -> None:
    sides = ".compare:not(.over) > .side"
    assert len({place["y"] for place in places(page, sides)}) == 1
    assert len({place["y"] for place in places(page, f"{sides} > .flow")}) == 1
    page.set_viewport_size({"width": 320, "height": 640})
    assert len({place["x"] for place in places(page, sides)}) == 1
