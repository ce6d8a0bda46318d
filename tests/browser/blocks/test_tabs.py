"""Tabs in a real browser. Were this broken, learners would miss all texts but one, or paper would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser


def shown(page: Page) -> list[str]:
    panels = page.locator(".tabs [role=tabpanel]").all()
    return [str(panel.get_attribute("aria-labelledby")) for panel in panels if panel.is_visible()]


def test_a11y_08_arrow_keys_move_along_the_tabs_and_show_their_texts(opened: Opener) -> None:
    page = opened("#/page/kinds")
    tabs = page.locator(".tabs [role=tab]")
    names = [str(tab.get_attribute("id")) for tab in tabs.all()]
    tabs.first.focus()
    seen = [shown(page)]
    for key in ("ArrowRight", "ArrowLeft", "End", "Home"):
        page.keyboard.press(key)
        seen.append(shown(page))
        assert page.evaluate("document.activeElement.ariaSelected") == "true"
    first, last = names[:1], names[-1:]
    assert [first, last, first, last, first] == seen
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "tabpanel"


def test_a11y_07_on_paper_every_text_has_its_title(opened: Opener) -> None:
    page = opened("#/page/kinds")
    page.emulate_media(media="print")
    assert page.locator(".tabs [role=tabpanel]").count() == len(shown(page)) == 2
    assert page.locator(".tabs [role=tabpanel] h3:visible").count() == 2
    assert not page.locator(".tabs [role=tablist]").is_visible()
