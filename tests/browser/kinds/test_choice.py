"""Choice in a real browser. Were this broken, learners would be told the wrong thing about an option."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.forms import check

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_marks_tell_own_options_apart_and_the_answer_only_when_asked(forms: Page) -> None:
    """A11Y-03."""
    assert ["Your answer, correct"] * 2 == check(forms, "choice", ["a", "c"], reveal=True)
    assert ["Your answer, incorrect", "Your answer, correct"] == check(forms, "choice", ["b", "c"])
    told = ["Correct answer", "Your answer, incorrect", "Your answer, correct"]
    assert told == check(forms, "choice", ["b", "c"], reveal=True)


def test_options_are_shuffled(forms: Page) -> None:
    forms.evaluate("() => shuffle('choice', [2, 0, 1])")
    values = forms.locator("form[data-kind=choice] input").evaluate_all("all => all.map(one => one.value)")
    assert ["c", "a", "b"] == values
