"""Checklists in a real browser. Were this broken, ticks would be lost or told to the LMS."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.editions import EDITIONS, Edition
from tests.browser.reading import Held

if TYPE_CHECKING:
    from playwright.sync_api import Frame

    from cpom_scorm.build import BuiltPackage
    from tests.browser.conftest import Opener
    from tests.browser.lms import Lms

pytestmark = pytest.mark.browser

PLACE = "#/page/kinds"
BLOCK = "[data-kept=b_todo]"


def ticks(content: Frame) -> list[bool]:
    boxes = content.locator(f"{BLOCK} input")
    boxes.first.wait_for()
    return boxes.evaluate_all("all => all.map(box => box.checked)")


@pytest.mark.parametrize("edition", [EDITIONS[0], EDITIONS[-1]], ids=lambda edition: edition.id)
def test_ticks_are_there_again_on_return_and_nobody_is_told(
    lms: Lms, full_packages: dict[str, BuiltPackage], edition: Edition
) -> None:
    """RUN-40: by pointer; the LMS gets no record of it."""
    package = full_packages[edition.id]
    visit = lms.launch(package.files, edition, place=PLACE)
    visit.content.locator(f"{BLOCK} label").nth(1).click()
    visit.settle()
    held = visit.leave()
    again = lms.launch(package.files, edition, values=held, place=PLACE)
    assert [False, True] == ticks(again.content)
    assert "1 of 2 done" == again.content.locator(f"{BLOCK} [role=status]").inner_text()
    assert [] == again.refusals()
    assert {} == Held.of(edition, again.leave()).interactions()


def test_ticks_can_be_set_and_taken_back_by_keyboard(opened: Opener) -> None:
    """A11Y-01: and stay when learners go to another page and come back."""
    page = opened(PLACE)
    page.locator(f"{BLOCK} input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert "2 of 2 done" == page.locator(f"{BLOCK} [role=status]").inner_text()
    page.keyboard.press("Space")
    page.evaluate("location.hash = '#/page/checks'")
    page.locator("form.q").first.wait_for()
    page.go_back()
    assert [True, False] == ticks(page.main_frame)
