"""Figures in full size. Were this broken, what is too small to read would stay so, or hold the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.build import BuildOptions, BuiltPackage, build_course
from tests.browser.audit import faults
from tests.browser.own_window import open_package, own_api
from tests.full_course import png

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.browser.site import Site

pytestmark = pytest.mark.browser

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 500">'
    '<linearGradient id="g"><stop offset="1" stop-color="#0f4c5c"/></linearGradient>'
    '<rect id="room" width="300" height="200" fill="url(#g)"/></svg>'
)
FIGURES = """
  - {kind: figure, image: plan.svg, alt: Two rooms side by side., caption: The *plan*}
  - {kind: figure, image: photo.png, alt: The counter.}
  - {kind: figure, image: small.svg, alt: One room.}
  - {kind: figure, image: plan.svg, decorative: true}
"""
SECTION = (
    'id: one\nnumber: "1"\ntitle: One\npages:\n- id: page\n  title: Page\n  minutes: 1\n  blocks:' + FIGURES
)
COURSE = "id: figures\ntitle: Figures\nlanguage: en\nsections: [one.yaml]\n"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> BuiltPackage:
    folder = tmp_path_factory.mktemp("figures")
    texts = {"plan.svg": DRAWING.format(1600), "small.svg": DRAWING.format(500)}
    for name, text in (texts | {"course.yaml": COURSE, "one.yaml": SECTION}).items():
        (folder / name).write_text(text, "utf-8")
    (folder / "photo.png").write_bytes(png(1200, 300))
    return build_course(folder, BuildOptions()).packages[-1]


@pytest.fixture
def page(browser: Browser, site: Site, package: BuiltPackage) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 640})
    context.set_default_timeout(10_000)
    made = context.new_page()
    made.add_init_script(own_api(package))
    open_package(made, site, package, "#/page/page")
    yield made
    context.close()


def test_only_pictures_that_are_shown_smaller_than_they_are_can_be_enlarged(page: Page) -> None:
    offers = page.get_by_role("button", name="Enlarge")
    offers.first.wait_for()
    assert ["The plan", "The counter."] == offers.locator(".sr").all_inner_texts()
    page.set_viewport_size({"width": 320, "height": 640})
    page.get_by_role("button", name="Enlarge One room.").wait_for()
    assert offers.count() == 3
    page.set_viewport_size({"width": 1000, "height": 640})
    page.get_by_role("button", name="Enlarge One room.").wait_for(state="hidden")


@pytest.mark.parametrize(("name", "width"), [("The plan", 1600), ("The counter.", 1200)])
def test_a_picture_opens_in_full_size_and_the_focus_returns(page: Page, name: str, width: int) -> None:
    """CSP-01: nothing is reported on the way; A11Y-04: Escape and a button close it."""
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    opener = page.get_by_role("button", name=f"Enlarge {name}")
    for close in ("Escape", "Enter"):
        opener.press("Enter")
        window = page.get_by_role("dialog", name=name)
        assert window.get_by_role("button", name="Close").evaluate("node => node === document.activeElement")
        box = window.get_by_role("img").bounding_box()
        assert box
        assert round(box["width"]) == width
        page.keyboard.press(close)
        window.wait_for(state="hidden")
        assert opener.evaluate("node => node === document.activeElement")
    assert [] == problems


def test_the_keyboard_reaches_every_corner_and_a_press_beside_it_closes(page: Page) -> None:
    page.get_by_role("button", name="Enlarge The plan").click()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('dialog[open] .scroll').scrollLeft > 0")
    page.locator("dialog[open] svg").last.click()
    assert page.locator("dialog[open]").count() == 1
    page.mouse.click(2, 2)
    page.locator("dialog[open]").wait_for(state="detached")


def test_a11y_07_the_window_has_no_barrier(page: Page) -> None:
    page.get_by_role("button", name="Enlarge The plan").click()
    found = faults(page, "full size")
    page.keyboard.press("Escape")
    assert [] == found
