"""Matching in a real browser. Were this broken, learners could not pair what belongs together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.interactions import Matching
from tests.browser.forms import check, on
from tests.questions import example_values, form_of

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


@pytest.mark.parametrize(
    ("text", "is_beside"),
    [
        ("A statement by the issuer, whoever asks", True),
        ("A statement by the issuer, whoever may ask for it", False),
    ],
)
def test_lists_have_the_room_that_their_targets_take(forms: Page, text: str, *, is_beside: bool) -> None:
    """A list cuts off what is longer than it is wide: long targets get the whole width of the question."""
    values = example_values(Matching)
    values["targets"][0]["text"] = text
    question = Matching.model_validate(values)
    forms.evaluate("markup => { document.querySelector('article').innerHTML = markup; }", form_of(question))
    label, field = (
        forms.locator(f".pairs li:first-child {part}").bounding_box() for part in ("label", "select")
    )
    assert label
    assert field
    assert is_beside == (field["x"] > label["x"])
    ink = """([text, field]) => {
      const brush = new OffscreenCanvas(1, 1).getContext("2d");
      brush.font = getComputedStyle(field).font;
      return brush.measureText(text).width + 60 < field.clientWidth;
    }"""
    assert forms.evaluate(ink, [text, forms.locator("select").first.element_handle()])


def test_marks_follow_what_they_are_about_however_long_the_source_is(forms: Page) -> None:
    values = example_values(Matching)
    values["sources"][0]["text"] = " ".join(["A permission that the state alone can give to anybody."] * 3)
    question = Matching.model_validate(values)
    forms.evaluate(
        "markup => { document.querySelector('form[data-kind=matching]').innerHTML = markup; }",
        form_of(question).partition(">")[2].removesuffix("</form>"),
    )
    check(forms, "matching", WRONG)
    line = forms.locator("form[data-kind=matching] .pairs li").first
    chosen, mark = (line.locator(part).bounding_box() for part in (".chosen", ".mark"))
    assert chosen
    assert mark
    assert mark["y"] - chosen["y"] - chosen["height"] < 12


def test_targets_are_shuffled_alike_in_every_line(forms: Page) -> None:
    forms.evaluate("() => shuffle('matching', [1, 2, 0])")
    values = forms.locator("form[data-kind=matching] option").evaluate_all("all => all.map(one => one.value)")
    assert ["", "t2", "t3", "t1"] * 2 == values
