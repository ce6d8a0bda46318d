"""A word or a few."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cpom_scorm.interactions import FillIn
    from tests.browser.answering.hand import Hand


def answer(hand: Hand, form: Locator, response: str) -> None:
    hand.type(form.locator("fieldset input"), response)


def held(form: Locator) -> str:
    return form.locator("fieldset input").input_value()


def right(question: FillIn) -> str:
    return " ".join(question.accept[0].split())


def wrong(question: FillIn) -> str:
    assert "zz" not in question.accept
    return "zz"


def partly(question: FillIn) -> None:
    return None
