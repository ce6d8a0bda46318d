"""Areas: by pointer on the picture, by keyboard in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.answering.ticks import ticked

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cpom_scorm.interactions import Hotspot
    from tests.browser.answering.hand import Hand


def answer(hand: Hand, form: Locator, response: list[str]) -> None:
    inputs = [form.locator(f'fieldset input[value="{option}"]') for option in response]
    if hand.by == "keyboard" or question_has_boxes(form):
        hand.choose_only(form, inputs)
        return
    for box in inputs:
        form.locator(f'.hot[data-for="{box.get_attribute("id")}"]').click()


def question_has_boxes(form: Locator) -> bool:
    return form.locator("input[type=checkbox]").count() > 0


def held(form: Locator) -> list[str]:
    return ticked(form.locator("fieldset"))


def right(question: Hotspot) -> list[str]:
    return question.key()


def wrong(question: Hotspot) -> list[str]:
    key = question.key()
    return [option for _, option in question.option_ids() if option not in key][:1]


def partly(question: Hotspot) -> list[str] | None:
    key = question.key()
    return [*key[:1], *wrong(question)] if len(key) > 1 else None
