"""Every kind of question in every state, by keys and by pointer, in windows large and small, light and dark.

If these fail, some learners cannot answer a question, or are not told how it went in a way that they can use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.course.contents import placed_questions
from tests.browser.answering import answering
from tests.browser.answering.hand import Hand
from tests.browser.audit import DAY_AND_NIGHT, Look, faults_now, wear
from tests.browser.tour import FINISH, open_all, questions_shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator, Page

    from cpom_scorm.course.model import Course
    from cpom_scorm.interactions import Interaction
    from tests.browser.answering.hand import By
    from tests.browser.conftest import Opener
    from tests.browser.tour import How

HANDS = [pytest.param(by, marks=pytest.mark.xdist_group(f"states-{by}")) for by in ("keyboard", "pointer")]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("look", DAY_AND_NIGHT, ids=str),
    pytest.mark.parametrize("by", HANDS),
]


def form_of(page: Page, question: Interaction) -> Locator:
    return page.locator(f'form[data-question="{question.id}"]')


def answer(hand: Hand, form: Locator, question: Interaction, how: How) -> None:
    own = answering(question)
    response = getattr(own, how)(question)
    own.answer(hand, form, own.wrong(question) if response is None else response)


def judged(hand: Hand, question: Interaction, state: str) -> Iterator[str]:
    """Give what is wrong with the form as it is now."""
    found = faults_now(hand.page, f'form[data-question="{question.id}"]')
    yield from (f"{question.id}, {state}: {fault}" for fault in found)


def tried(hand: Hand, question: Interaction, how: How) -> Iterator[str]:
    """Use up all tries in the same manner; give the faults of each state on the way."""
    form = form_of(hand.page, question)
    submit = form.locator("[type=submit]")
    told = form.locator(".feedback .note")
    for left in range(question.tries - 1, -1, -1):
        answer(hand, form, question, how)
        hand.press(submit)
        told.wait_for()
        yield from judged(hand, question, f"{how}, tries left: {left}")
        if how == "right" or not question.is_scored:
            break
        assert submit.is_visible() == bool(left)
        if left:
            hand.press(submit)
            told.wait_for(state="detached")


def checks_of(course: Course) -> list[Interaction]:
    return [placed.question for placed in placed_questions(course) if not placed.in_quiz]


def at_checks(opened: Opener, look: Look, by: By) -> Hand:
    page = opened("#/page/checks")
    wear(page, look)
    return Hand(page, by)


def test_a_check_can_be_left_open_helped_with_and_missed(
    opened: Opener, full_course: Course, look: Look, by: By
) -> None:
    """A11Y-01, A11Y-02, A11Y-03, A11Y-05, A11Y-07: unanswered, nothing answered, wrong, no tries left."""
    hand = at_checks(opened, look, by)
    found: list[str] = []
    for question in checks_of(full_course):
        form = form_of(hand.page, question)
        hand.press(form.locator("details > summary").first)
        found += judged(hand, question, "unanswered, with its hint")
        hand.press(form.locator("[type=submit]"))
        form.locator(".error:visible").wait_for()
        found += judged(hand, question, "nothing answered")
        found += tried(hand, question, "wrong")
    assert [] == found


def test_a_check_can_be_partly_right(opened: Opener, full_course: Course, look: Look, by: By) -> None:
    """A11Y-03: with a try left and without."""
    hand = at_checks(opened, look, by)
    found: list[str] = []
    parted = [one for one in checks_of(full_course) if answering(one).partly(one) is not None]
    assert parted
    for question in parted:
        found += tried(hand, question, "partly")
        assert form_of(hand.page, question).locator(".feedback .note.warn").count() == 1
    assert [] == found


def test_a_check_can_be_right(opened: Opener, full_course: Course, look: Look, by: By) -> None:
    hand = at_checks(opened, look, by)
    found: list[str] = []
    for question in checks_of(full_course):
        found += tried(hand, question, "right")
        told = form_of(hand.page, question).locator(".feedback .note.good")
        assert told.count() == question.is_scored, question.id
    assert [] == found


def test_a_quiz_can_be_answered_and_reviewed(opened: Opener, full_course: Course, look: Look, by: By) -> None:
    """A11Y-01, A11Y-03: every kind answered in an attempt, and read again with what would have been right."""
    page = opened("#/quiz/one")
    wear(page, look)
    hand = Hand(page, by)
    known = {placed.question.id: placed.question for placed in placed_questions(full_course)}
    hand.press(page.locator("[data-start]"))
    found: list[str] = []
    total = questions_shown(page)
    for number in range(1, total + 1):
        page.locator(f".dots li:nth-child({number}) [aria-current]").wait_for()
        form = page.locator("form.q")
        question = known[str(form.get_attribute("data-question"))]
        answer(hand, form, question, "partly")
        found += judged(hand, question, "answered in a quiz")
        if number < total:
            hand.press(page.locator("#view .row.spread a.primary"))
    hand.press(page.locator(FINISH))
    page.locator("#view .result").wait_for()
    for summary in page.locator("#view .acc > details > summary").all():
        hand.press(summary)
    open_all(page)
    assert page.locator("#view .acc form.q:visible").count() == total
    found += faults_now(page)
    assert [] == found
