"""Hotspot in a real browser. Were this broken, a click would go nowhere, or to another area."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.forms import check, on

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def classes(forms: Page) -> list[str]:
    """Give the look of each area."""
    return forms.locator("form[data-kind=hotspot] .hot").evaluate_all(
        "all => all.map(one => [...one.classList].slice(1).sort().join(' '))"
    )


def test_a_click_on_the_picture_chooses_the_line_in_the_list(forms: Page) -> None:
    areas = forms.locator("form[data-kind=hotspot] .hot")
    areas.nth(1).click()
    assert {"response": ["dispense"]} == on(forms, "hotspot", "read")
    areas.nth(2).click()
    assert {"response": ["administer"]} == on(forms, "hotspot", "read")
    assert ["", "", "on"] == classes(forms)


def test_the_picture_follows_the_list(forms: Page) -> None:
    forms.locator("form[data-kind=hotspot] label").nth(0).click()
    assert ["on", "", ""] == classes(forms)


def test_a_click_is_kept_as_any_other_change_of_the_form(forms: Page) -> None:
    """Open quizzes keep answers by the input event."""
    forms.evaluate("document.querySelector('[data-kind=hotspot]').oninput = () => { window.heard = true; }")
    forms.locator("form[data-kind=hotspot] .hot").nth(1).click()
    assert forms.evaluate("window.heard")


def test_areas_are_marked_like_their_lines_and_cannot_be_changed_then(forms: Page) -> None:
    """A11Y-03: the list says it in words, the picture adds shape and color."""
    assert ["Your answer, incorrect"] == check(forms, "hotspot", ["verify"])
    assert ["bad on", "", ""] == classes(forms)
    assert ["Your answer, incorrect", "Correct answer"] == check(forms, "hotspot", ["verify"], reveal=True)
    assert ["bad on", "", "good on"] == classes(forms)
    forms.locator("form[data-kind=hotspot] .hot").nth(1).click(force=True)
    assert {"response": ["verify"]} == on(forms, "hotspot", "read")
    on(forms, "hotspot", "lock", False)
    assert ["on", "", ""] == classes(forms)


def test_the_picture_is_one_image_with_a_name_and_no_stop_for_the_keyboard(forms: Page) -> None:
    """A11Y-01, A11Y-04."""
    picture = forms.locator("form[data-kind=hotspot] svg.map")
    assert ("img", True) == (picture.get_attribute("role"), bool(picture.get_attribute("aria-label")))
    assert 0 == picture.locator("[tabindex], a, button").count()
