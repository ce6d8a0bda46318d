"""Choice in a real browser. Were this broken, learners would be told the wrong thing about an option."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.interactions import Choice
from tests.browser.forms import check
from tests.questions import form_of

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


def test_pictures_stand_side_by_side_where_there_is_room_and_choose_their_option(forms: Page) -> None:
    options = [{"id": name, "text": f"The *{name}*", "image": "media/a.svg"} for name in ("a", "b", "c")]
    values = {"kind": "choice", "id": "look", "stem": "Which?", "correct": "a", "feedback": "So."}
    question = Choice.model_validate({**values, "options": options})
    forms.evaluate(
        "markup => document.querySelector('article').insertAdjacentHTML('afterbegin', markup)",
        form_of(question),
    )
    pictures = forms.locator("form[data-question=look] .card")
    pictures.nth(1).click()
    assert forms.locator("form[data-question=look] input").nth(1).is_checked()
    rows = {}
    for width in (1000, 390, 320):
        forms.set_viewport_size({"width": width, "height": 640})
        boxes = [one.bounding_box() for one in pictures.all()]
        rows[width] = len({round(box["y"]) for box in boxes if box})
        assert width >= forms.evaluate("document.documentElement.scrollWidth")
    assert {1000: 1, 390: 2, 320: 3} == rows
