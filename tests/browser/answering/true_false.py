"""True or false."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cpom_scorm.interactions import TrueFalse
    from tests.browser.answering.hand import Hand


def answer(hand: Hand, form: Locator, response: bool) -> None:
    hand.tick(form.locator("fieldset input").nth(0 if response else 1))


def held(form: Locator) -> bool:
    return form.locator("fieldset input").first.is_checked()


def right(question: TrueFalse) -> bool:
    return question.correct


def wrong(question: TrueFalse) -> bool:
    return not question.correct


def partly(question: TrueFalse) -> None:
    return None
