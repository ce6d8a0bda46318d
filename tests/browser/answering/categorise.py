"""A category for each item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.answering.ticks import ticked_in_each

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cpom_scorm.interactions import Categorise
    from tests.browser.answering.hand import Hand


def answer(hand: Hand, form: Locator, response: dict[str, str]) -> None:
    # From the top down, so that the keyboard goes over the form once.
    for item in form.locator("[data-item]").all():
        category = response.get(item.get_attribute("data-item") or "")
        if category:
            hand.tick(item.locator(f'input[value="{category}"]'))


def held(form: Locator) -> dict[str, str]:
    return ticked_in_each(form, "item")


def right(question: Categorise) -> dict[str, str]:
    return question.key()


def wrong(question: Categorise) -> dict[str, str]:
    categories = [category.id for category in question.categories]
    return {
        item: categories[(categories.index(category) + 1) % len(categories)]
        for item, category in question.key().items()
    }


def partly(question: Categorise) -> dict[str, str]:
    key = question.key()
    first = next(iter(key))
    return {**wrong(question), first: key[first]}
