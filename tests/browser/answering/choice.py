"""One or several options of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.answering.ticks import ticked

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cpom_scorm.interactions import Choice
    from tests.browser.answering.hand import Hand


def answer(hand: Hand, form: Locator, response: list[str]) -> None:
    hand.choose_only(form, [form.locator(f'fieldset input[value="{option}"]') for option in response])


def held(form: Locator) -> list[str]:
    return ticked(form.locator("fieldset"))


def right(question: Choice) -> list[str]:
    return question.key()


def wrong(question: Choice) -> list[str]:
    key = question.key()
    return [option for _, option in question.option_ids() if option not in key][:1]


def partly(question: Choice) -> list[str] | None:
    key = question.key()
    return [*key[:1], *wrong(question)] if len(key) > 1 else None
