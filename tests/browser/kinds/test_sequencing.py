"""Sequencing in a real browser. Were this broken, learners could not put lines in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.answering.sequencing import held
from tests.browser.forms import QUESTIONS, check, on

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser

KEY = QUESTIONS["sequencing"].key()
FORM = "form[data-kind=sequencing]"
FOCUSED = "document.activeElement.textContent.trim()"
START_AGAIN = """order => {
  const form = document.querySelector("form[data-kind=sequencing]");
  const lines = order.map((id) => form.querySelector(`[data-option=${id}]`));
  form.querySelector(".seq").append(...lines);
  on("sequencing", "start", { t: () => "", key: KEY, instant: true, told: {} });
}"""


def move(page: Page, option: str, way: str) -> Locator:
    """Give the button that moves a line."""
    return page.locator(f"{FORM} [data-option={option}] [data-move={way}]")


def start_with(page: Page, order: list[str]) -> None:
    page.evaluate(START_AGAIN.replace("KEY", str(KEY)), order)


def test_the_order_that_learners_get_is_never_the_answer(forms: Page) -> None:
    form = forms.locator(FORM)
    assert held(form) != KEY
    start_with(forms, KEY)
    assert [*KEY[1:], KEY[0]] == held(form)
    start_with(forms, KEY[::-1])
    assert KEY[::-1] == held(form)


def test_the_order_that_learners_get_is_no_answer_until_a_line_was_moved(forms: Page) -> None:
    before = held(forms.locator(FORM))
    assert "question.error.sequencing" == on(forms, "sequencing", "read")["error"]
    move(forms, before[0], "down").click()
    move(forms, before[0], "up").click()
    assert {"response": before} == on(forms, "sequencing", "read")


def test_a_moved_line_keeps_the_focus_up_to_the_end_of_the_list(forms: Page) -> None:
    """A11Y-01, A11Y-04."""
    last = held(forms.locator(FORM))[2]
    text = forms.locator(f"{FORM} [data-option={last}] > span").nth(1).inner_text()
    move(forms, last, "up").focus()
    forms.keyboard.press("Enter")
    assert f"Move up: {text}" == forms.evaluate(FOCUSED)
    forms.keyboard.press("Enter")
    assert (0, f"Move down: {text}") == (held(forms.locator(FORM)).index(last), forms.evaluate(FOCUSED))


def test_only_moves_that_are_possible_are_offered(forms: Page) -> None:
    disabled = f"{FORM} .line button:disabled"
    for _ in range(2):
        names = forms.locator(disabled).evaluate_all("all => all.map(button => button.dataset.move)")
        assert ["up", "down"] == names
        forms.locator(f"{FORM} [data-move=up]").nth(2).click()


def test_each_move_is_announced_and_told_to_what_keeps_answers(forms: Page) -> None:
    """A11Y-03."""
    forms.evaluate("addEventListener('input', () => (globalThis.heard = (globalThis.heard ?? 0) + 1))")
    first = held(forms.locator(FORM))[0]
    text = forms.locator(f"{FORM} [data-option={first}] > span").nth(1).inner_text()
    move(forms, first, "down").click()
    status = forms.locator(f"{FORM} fieldset [role=status]")
    assert (f"{text} is now 2 of 3", 1) == (status.inner_text(), forms.evaluate("globalThis.heard"))


def test_marks_tell_each_line_apart_and_its_place_only_when_asked(forms: Page) -> None:
    """A11Y-03."""
    first, second, third = KEY
    assert ["In place", "Not here", "Not here"] == check(forms, "sequencing", [first, third, second])
    told = ["In place", "Not here", "Correct place: 3", "Not here", "Correct place: 2"]
    assert told == check(forms, "sequencing", [first, third, second], reveal=True)
    assert 0 == forms.locator(f"{FORM} .line button:visible").count()


def test_without_an_answer_the_order_shown_is_not_judged(forms: Page) -> None:
    on(forms, "sequencing", "lock", True)
    on(forms, "sequencing", "mark", [], KEY, {"reveal": True})
    marks = forms.locator(f"{FORM} .mark").all_inner_texts()
    assert ["Correct place: 1", "Correct place: 2", "Correct place: 3"] == sorted(marks)
    assert 0 == forms.locator(f"{FORM} :is(.line.good, .line.bad)").count()


def test_lines_that_an_earlier_answer_does_not_name_stand_last(forms: Page) -> None:
    on(forms, "sequencing", "show", [KEY[2], "gone", KEY[0]])
    assert {"response": [KEY[2], KEY[0], KEY[1]]} == on(forms, "sequencing", "read")


def test_a_review_that_brings_the_form_to_life_leaves_the_right_answer_as_it_is(forms: Page) -> None:
    check(forms, "sequencing", KEY)
    start_with(forms, KEY)
    buttons = forms.locator(f"{FORM} .line button")
    assert (KEY, 0) == (held(forms.locator(FORM)), buttons.locator(":scope:enabled").count())


def test_lines_are_shuffled(forms: Page) -> None:
    before = held(forms.locator(FORM))
    forms.evaluate("() => shuffle('sequencing', [1, 2, 0])")
    assert [before[1], before[2], before[0]] == held(forms.locator(FORM))


def drag(page: Page, option: str, onto: str) -> None:
    """Drag a line by its number, with the mouse, past the middle of another or nowhere."""
    grip = page.locator(f"{FORM} [data-option={option}] .grip")
    grip.scroll_into_view_if_needed()
    start, end = grip.bounding_box(), page.locator(f"{FORM} [data-option={onto}]").bounding_box()
    assert start
    assert end
    x, y = start["x"] + 10, start["y"] + start["height"] / 2
    way = end["y"] + end["height"] / 2 - y
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + way * 1.1, steps=8)
    page.mouse.up()


def test_lines_can_be_dragged_down_and_up_by_their_numbers(forms: Page) -> None:
    a, b, c = held(forms.locator(FORM))
    drag(forms, a, onto=c)
    assert {"response": [b, c, a]} == on(forms, "sequencing", "read")
    drag(forms, a, onto=b)
    assert {"response": [a, b, c]} == on(forms, "sequencing", "read")


def test_a_line_that_was_dragged_nowhere_is_no_answer_and_a_checked_one_stays(forms: Page) -> None:
    first, *_, last = held(forms.locator(FORM))
    drag(forms, first, onto=first)
    assert "question.error.sequencing" == on(forms, "sequencing", "read")["error"]
    check(forms, "sequencing", KEY)
    drag(forms, last, onto=first)
    assert KEY == held(forms.locator(FORM))
