"""Categorise in a real browser. Were this broken, learners could not sort, or not see what belongs where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.forms import check, on

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PARTLY = {"aim": "own", "pay": "own", "listed": "outside"}
FORM = "form[data-kind=categorise]"


def test_part_of_an_answer_can_be_kept_and_the_first_open_item_is_named(forms: Page) -> None:
    on(forms, "categorise", "show", {"aim": "own", "listed": "outside"})
    found = on(forms, "categorise", "read")
    kept = {"aim": "own", "listed": "outside"}
    assert ("question.error.categorise", kept) == (found["error"], found["response"])
    forms.locator(f"{FORM} [data-item=pay] input").first.click()
    assert {"response": {**kept, "pay": "own"}} == on(forms, "categorise", "read")


def test_marks_tell_each_item_apart_and_the_answer_only_when_asked(forms: Page) -> None:
    """A11Y-03."""
    assert ["Correct", "Incorrect", "Correct"] == check(forms, "categorise", PARTLY)
    told = ["Correct", "Incorrect", "Somebody outside", "Correct answer", "Correct"]
    assert told == check(forms, "categorise", PARTLY, reveal=True)


def test_an_item_without_a_category_is_not_called_wrong(forms: Page) -> None:
    marks = check(forms, "categorise", {"aim": "outside"}, reveal=True)
    assert ["Incorrect", "The program itself", "Correct answer", "No answer"] == marks[:4]


def test_checked_items_show_their_category_as_text(forms: Page) -> None:
    check(forms, "categorise", PARTLY)
    texts = ["The program itself", "The program itself", "Somebody outside"]
    assert 0 == forms.locator(f"{FORM} input:visible").count()
    assert texts == forms.locator(f"{FORM} .chosen").all_inner_texts()


def test_each_item_names_its_group_of_categories(forms: Page) -> None:
    """A11Y-01."""
    group = forms.locator(FORM).get_by_role("group", name="The credential raises pay.", exact=True)
    names = [radio.get_attribute("value") for radio in group.get_by_role("radio").all()]
    assert ["own", "outside"] == names


def test_items_are_shuffled_and_their_categories_stay(forms: Page) -> None:
    forms.evaluate("() => shuffle('categorise', [2, 0, 1])")
    items = forms.locator(f"{FORM} [data-item]").evaluate_all("all => all.map(one => one.dataset.item)")
    values = forms.locator(f"{FORM} input").evaluate_all("all => all.map(one => one.value)")
    assert (["listed", "aim", "pay"], ["own", "outside"] * 3) == (items, values)


@pytest.mark.parametrize(("width", "side_by_side"), [(1000, True), (390, False)])
def test_the_whole_of_a_category_can_be_hit_and_stands_where_there_is_room(
    forms: Page, width: int, *, side_by_side: bool
) -> None:
    """A11Y-05."""
    forms.set_viewport_size({"width": width, "height": 900})
    boxes = [label.bounding_box() for label in forms.locator(f"{FORM} [data-item=aim] label").all()]
    forms.set_viewport_size({"width": 1000, "height": 900})
    (one, other) = (box for box in boxes if box)
    assert min(one["height"], other["height"]) >= 44
    assert side_by_side == (one["y"] == other["y"])
