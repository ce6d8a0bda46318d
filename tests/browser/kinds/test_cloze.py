"""Cloze in a real browser. Were this broken, learners could not complete a text, or read it afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.forms import check, on

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

WRONG = {"feeling": "fine", "issue": "safety"}


def test_half_of_a_cloze_can_be_kept(forms: Page) -> None:
    on(forms, "cloze", "show", {"issue": "safety"})
    found = {"error": "question.error.gaps", "field": "@cloze", "response": {"issue": "safety"}}
    assert found == on(forms, "cloze", "read")


def test_a_gap_with_too_many_bytes_is_told_apart_from_an_empty_one(forms: Page) -> None:
    on(forms, "cloze", "show", {"feeling": "é" * 31, "issue": "safety"})
    found = on(forms, "cloze", "read")
    assert "question.error.words_long" == found["error"]
    assert {"feeling": "é" * 30, "issue": "safety"} == found["response"]


def test_marks_tell_each_gap_apart_and_the_answer_only_when_asked(forms: Page) -> None:
    """A11Y-03."""
    assert ["Incorrect", "Correct"] == check(forms, "cloze", WRONG)
    told = ["Incorrect", "Correct answer: uncomfortable", "Correct"]
    assert told == check(forms, "cloze", WRONG, reveal=True)


def test_a_checked_cloze_is_a_text_to_read(forms: Page) -> None:
    check(forms, "cloze", WRONG)
    text = forms.locator("form[data-kind=cloze] p.cloze")
    visible = text.locator("input:visible, select:visible").count()
    assert (0, ["fine", "safety"]) == (visible, text.locator(".chosen").all_inner_texts())


def test_gaps_are_named_and_lists_keep_the_order_of_the_author(forms: Page) -> None:
    form = forms.locator("form[data-kind=cloze]")
    names = form.locator("fieldset :is(input, select)").evaluate_all("all => all.map(one => one.ariaLabel)")
    assert ["Gap 1", "Gap 2"] == names
    assert ["Choose", "staffing", "safety", "billing"] == form.locator("option").all_inner_texts()
