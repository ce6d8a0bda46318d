"""Numeric in a real browser. Were this broken, a learner who is right would be told otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.forms import check, on, open_forms

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_marks_give_the_number_only_when_asked(forms: Page) -> None:
    assert ["Correct"] == check(forms, "numeric", "25", reveal=True)
    assert ["Incorrect"] == check(forms, "numeric", "14.6")
    assert ["Incorrect", "Correct answer: 25"] == check(forms, "numeric", "14.6", reveal=True)


def test_numbers_are_read_and_shown_with_the_comma_of_the_course_language(tab: Page) -> None:
    open_forms(tab, "de")
    field = tab.locator("form[data-kind=numeric] input")
    for typed, number in (("12,345", "12.345"), ("12.345", "12345"), ("14.6", "14.6")):
        field.fill(typed)
        assert {"response": number} == on(tab, "numeric", "read")
    on(tab, "numeric", "show", "12.345")
    assert ("12,345", {"response": "12.345"}) == (field.input_value(), on(tab, "numeric", "read"))


def test_text_that_is_no_number_is_told_apart_from_none(forms: Page) -> None:
    field = forms.locator("form[data-kind=numeric] input")
    for typed, key in (("25 days", "number_unclear"), ("12345678901234", "number_long")):
        field.fill(typed)
        assert f"question.error.{key}" == on(forms, "numeric", "read")["error"]
