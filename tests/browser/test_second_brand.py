"""The shipped second brand: a dozen lines that nobody is kept out by, in light and in dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.build import BuildOptions, BuiltPackage, build_course
from cpom_scorm.editions import EDITIONS
from cpom_scorm.render.theme_folders import theme_folder
from tests.browser.audit import LOOKS, faults
from tests.browser.own_window import open_package, own_api
from tests.browser.tour import answer, submit_all

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

    from cpom_scorm.course.model import Course
    from tests.browser.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("second-brand")]


@pytest.fixture(scope="module")
def branded(full_folder: Path) -> BuiltPackage:
    """The course with every block and question, in the brand."""
    result = build_course(full_folder, BuildOptions(EDITIONS[-1:], themes=(theme_folder("iris"),)))
    assert result.packages, [found.message for found in result.report]
    return result.packages[0]


@pytest.fixture
def page(context: BrowserContext, branded: BuiltPackage) -> Iterator[Page]:
    page = context.new_page()
    page.add_init_script(own_api(branded))
    yield page
    page.close()


@pytest.mark.parametrize("place", ["", "#/page/parts", "#/page/checks", "#/quiz/one"])
def test_a11y_09_no_view_of_the_second_brand_has_a_barrier(
    page: Page, site: Site, branded: BuiltPackage, place: str
) -> None:
    open_package(page, site, branded, place)
    assert (
        page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--brand')") == "#463b8f"
    )
    assert [] == faults(page, place or "launch", LOOKS)


def test_a11y_09_what_is_judged_has_no_barrier_in_the_second_brand(
    page: Page, site: Site, branded: BuiltPackage, full_course: Course
) -> None:
    open_package(page, site, branded, "#/page/checks")
    answer(page, full_course, "wrong")
    submit_all(page)
    assert [] == faults(page, "wrong", LOOKS)
    answer(page, full_course, "right")
    submit_all(page)
    assert [] == faults(page, "right", LOOKS)


def test_the_brand_is_in_the_colors_that_are_computed(page: Page, site: Site, branded: BuiltPackage) -> None:
    open_package(page, site, branded)
    hero = "getComputedStyle(document.querySelector('.hero')).backgroundColor"
    button = "getComputedStyle(document.querySelector('#resume')).backgroundColor"
    page.emulate_media(color_scheme="light")
    assert [page.evaluate(hero), page.evaluate(button)] == ["rgb(70, 59, 143)", "rgb(240, 165, 139)"]
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(hero) == "rgb(50, 42, 99)"
