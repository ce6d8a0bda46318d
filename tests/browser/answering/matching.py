"""A target for each source."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cpom_scorm.interactions import Matching
    from tests.browser.answering.hand import Hand


def answer(hand: Hand, form: Locator, response: dict[str, str]) -> None:
    for source, target in response.items():
        hand.select(form.locator(f'select[data-source="{source}"]'), target)


def held(form: Locator) -> dict[str, str]:
    lists = form.locator("select[data-source]").all()
    return {str(one.get_attribute("data-source")): one.input_value() for one in lists}


def right(question: Matching) -> dict[str, str]:
    return question.key()


def wrong(question: Matching) -> dict[str, str]:
    key = question.key()
    targets = [target for role, target in question.option_ids() if role == "target"]
    return {source: targets[(targets.index(target) + 1) % len(targets)] for source, target in key.items()}


def partly(question: Matching) -> dict[str, str]:
    key = question.key()
    first = next(iter(key))
    return {**wrong(question), first: key[first]}
