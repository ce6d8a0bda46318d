"""A point of the scale for each statement. There is no right answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.answering.ticks import ticked_in_each

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cpom_scorm.interactions import Likert
    from tests.browser.answering.hand import Hand


def answer(hand: Hand, form: Locator, response: dict[str, str]) -> None:
    for row, point in response.items():
        hand.tick(form.locator(f'[data-row="{row}"] input[value="{point}"]'))


def held(form: Locator) -> dict[str, str]:
    return ticked_in_each(form, "row")


def right(question: Likert) -> dict[str, str]:
    return dict.fromkeys(question.key(), question.scale[0].id)


def wrong(question: Likert) -> dict[str, str]:
    return dict.fromkeys(question.key(), question.scale[-1].id)


def partly(question: Likert) -> None:
    return None
