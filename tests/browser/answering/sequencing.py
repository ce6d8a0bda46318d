"""Lines in an order, by the buttons in them; see `kinds/test_sequencing.py` for dragging."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cpom_scorm.interactions import Sequencing
    from tests.browser.answering.hand import Hand


def answer(hand: Hand, form: Locator, response: list[str]) -> None:
    lines = form.locator(".line")
    if response == held(form):
        # The order shown is an answer only once it was touched.
        hand.press(lines.nth(1).locator("[data-move=up]"))
        hand.press(lines.nth(0).locator("[data-move=down]"))
    for place, option in enumerate(response):
        while held(form).index(option) > place:
            hand.press(form.locator(f'.line[data-option="{option}"] [data-move=up]'))


def held(form: Locator) -> list[str]:
    """Give the ids in the order shown."""
    found: list[str] = form.locator(".line").evaluate_all("all => all.map(line => line.dataset.option)")
    return found


def right(question: Sequencing) -> list[str]:
    return question.key()


def wrong(question: Sequencing) -> list[str]:
    first, *others = question.key()
    return [*others, first]


def partly(question: Sequencing) -> list[str] | None:
    *before, one, last = question.key()
    return [*before, last, one] if before else None
