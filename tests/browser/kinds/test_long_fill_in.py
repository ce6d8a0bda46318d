"""Texts in a real browser. Were this broken, learners would lose what they wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.forms import check, on

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from cpom_scorm.build import BuiltPackage
    from tests.browser.lms import Lms

pytestmark = pytest.mark.browser


FORM = "form[data-kind=long_fill_in]"
ROOM = 400
TEXT = "أوصي بالتأجيل 💊 for two weeks.\n\nTwo of 40 test cases failed."
LIMIT = 120
"""Bytes that the full course leaves for such a text."""


def test_a_text_that_is_too_long_is_told_by_how_much(forms: Page) -> None:
    forms.locator(f"{FORM} textarea").fill("x" * (ROOM + 7))
    found = on(forms, "long_fill_in", "read")
    assert ("question.error.text_long", {"count": 7}) == (found["error"], found["values"])
    assert "7" in forms.locator(f"{FORM} .counts .error").inner_text()


def test_words_are_counted_and_room_is_told_when_it_gets_short(forms: Page) -> None:
    field, room = forms.locator(f"{FORM} textarea"), forms.locator(f"{FORM} .counts p")
    field.fill("One two  three")
    assert ("3 words", "") == (forms.locator(f"{FORM} .counts span").inner_text(), room.inner_text())
    field.fill("x" * (ROOM - 30))
    assert "30" in room.inner_text()


def test_criteria_and_model_come_with_the_saved_text_only(forms: Page) -> None:
    assert 0 == forms.locator(f"{FORM} :is([type=checkbox], details)").count()
    check(forms, "long_fill_in", {"text": "A text.", "met": ["fact"]})
    ticked = forms.locator(f"{FORM} [type=checkbox]").evaluate_all("all => all.map(box => box.checked)")
    assert [False, True] == ticked
    assert 1 == forms.locator(f"{FORM} details").count()


def test_text_and_ticks_are_there_again_on_return(lms: Lms, full_package: BuiltPackage) -> None:
    """RUN-40: any script, up to the last byte; a tick after saving is no new try."""
    visit = lms.launch(full_package.files, full_package.edition, place="#/page/checks")
    form = visit.content.locator('form[data-question="k_write"]')
    text = TEXT + "." * (LIMIT - len(TEXT.encode()))
    form.locator("textarea").fill(text)
    form.locator("[type=submit]").click()
    form.locator(".later label").nth(1).click()
    form.get_by_text("1 of 2").wait_for()
    visit.settle()
    held = visit.leave()
    again = lms.launch(full_package.files, full_package.edition, values=held, place="#/page/checks")
    form = again.content.locator('form[data-question="k_write"]')
    form.locator(".written").wait_for()
    assert text == form.locator(".written").text_content()
    boxes = form.locator(".later [type=checkbox]")
    assert [False, True] == boxes.evaluate_all("all => all.map(box => box.checked)")
    again.leave()
