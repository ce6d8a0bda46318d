"""Tables of who does what, to fill in. Were this broken, learners would lose or misjudge their letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.audit import LOOKS, faults
from tests.browser.tour import go

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Opener

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("responsibilities")]

EXERCISE = "[data-block=responsibility_exercise]"
REPORTS = "record.calls.filter((one) => String(one.arguments[0]).includes('interactions')).length"
LETTERS = "all => all.map((one) => one.value)"


@pytest.fixture
def page(opened: Opener) -> Page:
    made: Page = opened("#/page/kinds")
    return made


def press(page: Page, name: str) -> None:
    page.locator(EXERCISE).get_by_role("button", name=name).click()


def fill(page: Page, letters: str) -> Locator:
    """Choose a letter for each cell; a dot leaves one open."""
    cells = page.locator(f"{EXERCISE} select")
    for at, letter in enumerate(letters):
        cells.nth(at).select_option(letter.replace(".", ""))
    return cells


def test_a11y_01_each_cell_is_a_native_list_named_by_its_task_and_role(page: Page) -> None:
    name = "Text of fill task 1, Text of fill role b"
    cell = page.locator(EXERCISE).get_by_role("combobox", name=name)
    assert ["–", "A", "R", "C", "I"] == cell.locator("option").all_inner_texts()
    cell.focus()
    page.keyboard.press("c")
    assert "c" == cell.input_value()


def test_a11y_03_checking_says_in_words_how_many_letters_of_each_task_are_right(page: Page) -> None:
    fill(page, "ar.ir.")
    press(page, "Check answer")
    heads = page.locator(f"{EXERCISE} tbody th .mark")
    assert ["3 of 3 right", "1 of 3 right"] == heads.all_inner_texts()
    marks = page.locator(f"{EXERCISE} td .mark").all_text_contents()
    assert ["Correct"] * 4 + ["Incorrect"] * 2 == marks
    assert "4 of 6 right" == page.locator(f"{EXERCISE} [role=status]").inner_text()
    page.locator(f"{EXERCISE} select").nth(4).select_option("c")
    assert ["3 of 3 right"] == heads.all_inner_texts()


def test_the_answer_can_be_had_after_the_first_check_only(page: Page) -> None:
    show = page.locator(EXERCISE).get_by_role("button", name="Show the answer")
    assert not show.is_visible()
    fill(page, "ari.ca")
    press(page, "Check answer")
    show.click()
    answers = page.locator(f"{EXERCISE} td > .role .sr").all_text_contents()
    assert ["Answer: None", "Answer: Informed"] == answers


def test_run_41_letters_are_kept_and_no_record_of_them_is_sent(page: Page) -> None:
    fill(page, "a.ir..")
    before = page.evaluate(REPORTS)
    press(page, "Check answer")
    go(page, "#/page/last")
    go(page, "#/page/kinds")
    assert ["a", "", "i", "r", "", ""] == page.locator(f"{EXERCISE} select").evaluate_all(LETTERS)
    assert 0 == page.locator(f"{EXERCISE} :is(.mark, td > .role)").count()
    assert before == page.evaluate(REPORTS)


def test_sec_14_no_letter_that_is_right_stands_in_the_markup(page: Page) -> None:
    """The key comes with the page's data; the cells look alike whatever is right."""
    cells = page.locator(f"{EXERCISE} td").evaluate_all(
        """all => all.map((one) => one.innerHTML.replace(/name="[^"]*" aria-label="[^"]*"/, ""))"""
    )
    assert 1 == len(set(cells))


def test_a11y_07_a_checked_table_with_its_answer_has_no_barrier(page: Page) -> None:
    fill(page, "rr.i.a")
    press(page, "Check answer")
    press(page, "Show the answer")
    assert [] == faults(page, "checked", LOOKS)
