"""A number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cpom_scorm.interactions import Numeric
    from tests.browser.answering.hand import Hand


def answer(hand: Hand, form: Locator, response: str) -> None:
    hand.type(form.locator("fieldset input"), response)


def held(form: Locator) -> str:
    return form.locator("fieldset input").input_value()


def right(question: Numeric) -> str:
    return question.key()["correct"]


def wrong(question: Numeric) -> str:
    assert question.limits()[0] > -7
    return "-7"


def partly(question: Numeric) -> None:
    return None
