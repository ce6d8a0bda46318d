"""Fill in, in a real browser. Were this broken, a learner who is right would be told otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.forms import check, on

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_marks_give_the_first_accepted_text_only_when_asked(forms: Page) -> None:
    assert ["Correct"] == check(forms, "fill_in", "The System", reveal=True)
    assert ["Incorrect"] == check(forms, "fill_in", "pharmacy")
    assert ["Incorrect", "Correct answer: system"] == check(forms, "fill_in", "pharmacy", reveal=True)


def test_spaces_are_read_as_one_and_letters_as_they_were_typed(forms: Page) -> None:
    forms.locator("form[data-kind=fill_in] input").fill("  The \u00a0 System ")
    assert {"response": "The System"} == on(forms, "fill_in", "read")


def test_a_text_of_too_many_bytes_is_refused_and_what_fits_kept(forms: Page) -> None:
    """RUN-41: the room in the record counts bytes, the field's own limit characters."""
    forms.locator("form[data-kind=fill_in] input").fill("é" * 31)
    found = on(forms, "fill_in", "read")
    assert ("question.error.words_long", "é" * 30) == (found["error"], found["response"])


def test_nothing_helps_with_the_spelling_and_no_more_can_be_typed_than_is_kept(forms: Page) -> None:
    field = forms.locator("form[data-kind=fill_in] input")
    names = ("autocomplete", "autocapitalize", "spellcheck", "maxlength")
    assert ["off", "off", "false", "60"] == [field.get_attribute(name) for name in names]
