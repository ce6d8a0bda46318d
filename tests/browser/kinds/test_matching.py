"""Matching in a real browser. Were this broken, learners could not pair what belongs together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.forms import check, on

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


WRONG = {"s1": "t1", "s2": "t3"}


def test_half_of_a_matching_question_can_be_kept(forms: Page) -> None:
    on(forms, "matching", "show", {"s1": "t2"})
    found = {"error": "question.error.matching", "field": "@matching", "response": {"s1": "t2"}}
    assert found == on(forms, "matching", "read")


def test_marks_tell_each_line_apart_and_the_answer_only_when_asked(forms: Page) -> None:
    """A11Y-03."""
    assert ["Correct", "Incorrect"] == check(forms, "matching", WRONG)
    told = ["Correct", "Incorrect", "Outside review of a program", "Correct answer"]
    assert told == check(forms, "matching", WRONG, reveal=True)


def test_checked_matching_is_text_instead_of_lists_that_cut_it_off(forms: Page) -> None:
    check(forms, "matching", WRONG)
    form = forms.locator("form[data-kind=matching]")
    texts = ["Legal permission from a state to practice", "Proof that a course was completed"]
    assert (0, texts) == (form.locator("select:visible").count(), form.locator(".chosen").all_inner_texts())


def test_targets_are_shuffled_alike_in_every_line(forms: Page) -> None:
    forms.evaluate("() => shuffle('matching', [1, 2, 0])")
    values = forms.locator("form[data-kind=matching] option").evaluate_all("all => all.map(one => one.value)")
    assert ["", "t2", "t3", "t1"] * 2 == values
