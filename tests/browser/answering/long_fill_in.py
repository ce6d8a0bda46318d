"""A text; its criteria are ticked later. There is no right answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cpom_scorm.interactions import LongFillIn
    from tests.browser.answering.hand import Hand


def answer(hand: Hand, form: Locator, response: dict[str, Any]) -> None:
    hand.type(form.locator("textarea"), response["text"])


def held(form: Locator) -> dict[str, Any]:
    return {"text": form.locator("textarea").input_value(), "met": []}


def right(question: LongFillIn) -> dict[str, Any]:
    return {"text": f"All about {question.id}.", "met": []}


def wrong(question: LongFillIn) -> dict[str, Any]:
    return {"text": f"Little about {question.id}.", "met": []}


def partly(question: LongFillIn) -> None:
    return None
