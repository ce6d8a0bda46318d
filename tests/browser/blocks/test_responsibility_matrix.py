"""Tables of who does what. Were this broken, readers would hear bare letters, or lose sight of the task."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.audit import PHONE, wear

if TYPE_CHECKING:
    from tests.browser.conftest import Opener

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("responsibilities")]

MATRIX = "#view .raci:not([data-block])"


def test_a11y_01_each_letter_is_a_word_under_its_role(opened: Opener) -> None:
    page = opened("#/page/kinds")
    table = page.get_by_role("table", name="Text of raci caption")
    heads = [f"Text of raci role {name}" for name in "abcde"]
    assert ["Task", *heads] == table.get_by_role("columnheader").all_inner_texts()
    words = table.locator("tbody tr").first.locator(".role .sr").all_inner_texts()
    assert ["Accountable", "Responsible", "Consulted", "Informed"] == words
    assert "Text of raci task 0" == table.get_by_role("rowheader").first.inner_text()


def test_the_legend_explains_every_letter(opened: Opener) -> None:
    legend = opened("#/page/kinds").locator(f"{MATRIX} ul")
    lines = [line.split() for line in legend.locator("li").all_inner_texts()]
    assert [
        ["A", "Accountable:", "exactly", "one"],
        ["R", "Responsible"],
        ["C", "Consulted"],
        ["I", "Informed"],
    ] == lines


def test_a11y_07_tasks_stay_in_sight_while_a_wide_table_scrolls_by_itself(opened: Opener) -> None:
    page = opened("#/page/kinds")
    wear(page, PHONE)
    region = page.locator(f"{MATRIX} .scroll")
    task = region.locator("tbody th").first
    left = "node => Math.round(node.getBoundingClientRect().left)"
    before = task.evaluate(left)
    assert region.evaluate("node => { node.scrollLeft = 200; return node.scrollLeft; }") > 0
    assert before == task.evaluate(left)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
