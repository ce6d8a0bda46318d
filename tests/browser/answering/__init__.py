"""How a learner answers each kind of question, by pointer and by keyboard: one module for each kind."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cpom_scorm.interactions import Interaction
    from tests.browser.answering.hand import Hand


class Answering(Protocol):
    """What a module of this package offers."""

    def answer(self, hand: Hand, form: Locator, response: Any) -> None:
        """Fill in the form; what an earlier answer left in it is changed."""

    def held(self, form: Locator) -> Any:
        """Give the response that the form holds; the order of a list of ticks is the form's."""

    def right(self, question: Any) -> Any:
        """Give the right answer; for kinds without one, some answer."""

    def wrong(self, question: Any) -> Any:
        """Give an answer that is wrong in every part; for kinds without one, another answer than `right`."""

    def partly(self, question: Any) -> Any:
        """Give an answer of which some parts are right; None for kinds of one part."""


def answering(question: Interaction) -> Answering:
    """Find the module of the question's kind."""
    return cast("Answering", import_module(f"tests.browser.answering.{question.kind}"))
