"""A scenario, one decision after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.answering.ticks import ticked_in_each

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cpom_scorm.interactions import Performance
    from tests.browser.answering.hand import Hand


def answer(hand: Hand, form: Locator, response: dict[str, str]) -> None:
    """Take every decision but the last, if that is what submits the form."""
    last = list(response)[-1]
    for step, option in response.items():
        hand.tick(form.locator(f'[data-step="{step}"] input[value="{option}"]'))
        submit, own = form.locator("[type=submit]"), form.locator("[data-answer]")
        if own.is_visible():
            hand.press(own)
        elif step != last:
            hand.press(submit)


def held(form: Locator) -> dict[str, str]:
    return ticked_in_each(form, "step")


def right(question: Performance) -> dict[str, str]:
    return question.best_path()


def wrong(question: Performance) -> dict[str, str]:
    return _path(question, {})


def partly(question: Performance) -> dict[str, str] | None:
    first = question.steps[0]
    path = _path(question, {first.id: first.correct})
    return path if len(path) > 1 else None


def _path(question: Performance, decided: dict[str, str]) -> dict[str, str]:
    """Take wrong decisions wherever nothing is decided."""
    path: dict[str, str] = {}
    at: int | None = 0
    while at is not None:
        step = question.steps[at]
        chosen = next(
            option
            for option in step.options
            if option.id == decided.get(step.id) or (step.id not in decided and option.id != step.correct)
        )
        path[step.id] = chosen.id
        at = question.following(at, chosen)
    return path
