"""Embedded pages in a real browser. Were this broken, whoever makes one could answer for learners."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from cpom_scorm.build import BuiltPackage
    from tests.browser.conftest import Opener
    from tests.browser.lms import Lms

pytestmark = pytest.mark.browser

PLACE = "#/page/kinds"
FRAME = "iframe[title='Text of embed title']"


def test_a_page_runs_its_scripts_and_reaches_nothing_of_the_course(
    lms: Lms, full_package: BuiltPackage
) -> None:
    """CSP-03: neither the LMS nor what is stored, and the course goes on."""
    visit = lms.launch(full_package.files, full_package.edition, place=PLACE)
    frame = visit.content.frame_locator(FRAME)
    visit.content.locator(FRAME).scroll_into_view_if_needed()
    frame.get_by_role("button").click()
    frame.get_by_text("Open: none").wait_for()
    visit.content.locator("#save", has_text="Saved").wait_for()
    assert visit.leave()


def test_the_frame_is_shut_off_named_and_described(opened: Opener) -> None:
    """A11Y-09."""
    page = opened(PLACE)
    frame = page.locator(FRAME)
    told = {name: frame.get_attribute(name) for name in ("sandbox", "height", "loading", "src")}
    assert told == {
        "sandbox": "allow-scripts", "height": "200", "loading": "lazy", "src": "embed/media/own/index.html"
    }  # fmt: skip
    figure = page.locator(f"figure:has({FRAME})")
    figure.locator("summary").press("Enter")
    assert figure.locator("details").inner_text().startswith("Description")
    assert "Text of embed description" in figure.locator("details").inner_text()


def test_paper_gets_the_description_and_no_frame(opened: Opener) -> None:
    page = opened("#/print")
    figure = page.locator("figure", has_text="Text of embed title")
    assert "Text of embed description" in figure.inner_text()
    assert 0 == page.locator("iframe").count()


def test_from_disk_the_page_is_shown_and_the_course_goes_on(
    browser: Browser, full_package: BuiltPackage, tmp_path: Path
) -> None:
    """CSP-02: Chromium gives a page that is shut off no second file from disk."""
    for name, data in full_package.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    page = browser.new_page()
    page.goto((tmp_path / "index.html").as_uri() + PLACE)
    page.locator(FRAME).scroll_into_view_if_needed()
    page.frame_locator(FRAME).get_by_text("Nothing yet.").wait_for()
    page.locator("[rel=next]").click()
    page.locator("h1", has_text="Text of page checks").wait_for()
    page.close()
