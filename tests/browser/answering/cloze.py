"""A text for each gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cpom_scorm.interactions import Cloze
    from tests.browser.answering.hand import Hand


def answer(hand: Hand, form: Locator, response: dict[str, str]) -> None:
    for gap, text in response.items():
        place = form.locator(f'[data-gap="{gap}"]')
        field = place.locator("input")
        if field.count():
            hand.type(field, text)
        else:
            hand.select(place.locator("select"), text)


def held(form: Locator) -> dict[str, str]:
    places = form.locator("[data-gap]").all()
    return {
        str(place.get_attribute("data-gap")): place.locator("input, select").input_value() for place in places
    }


def right(question: Cloze) -> dict[str, str]:
    return {gap.id: " ".join(gap.accept[0].split()) for gap in question.gaps}


def wrong(question: Cloze) -> dict[str, str]:
    texts = {gap.id: [text for text in gap.options if text not in gap.accept] for gap in question.gaps}
    return {gap: " ".join(others[0].split()) if others else "zz" for gap, others in texts.items()}


def partly(question: Cloze) -> dict[str, str] | None:
    first = question.gaps[0].id
    return {**wrong(question), first: right(question)[first]} if len(question.gaps) > 1 else None
