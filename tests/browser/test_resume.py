"""Leaving in the middle and coming back: what a learner did is there again, and nothing falls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.editions import EDITIONS, Edition
from tests.browser.answering import answering
from tests.browser.learner import Learner, right, wrong
from tests.browser.reading import Held

if TYPE_CHECKING:
    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.course.model import Course
    from tests.browser.lms import Lms

pytestmark = pytest.mark.browser

EVERY_EDITION = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)


def first_section_done(learner: Learner, course: Course, respond: Any) -> None:
    """Read up to the first quiz and take it."""
    learner.begin()
    first = course.sections[0]
    for _, page, section in course.placed_pages():
        if section not in (None, first):
            break
        learner.read_page(page.id, right)
        learner.next()
    learner.take_quiz(first, respond)


@EVERY_EDITION
def test_an_abandoned_quiz_is_there_again_with_its_order_and_answers(
    lms: Lms, packages: dict[str, BuiltPackage], course: Course, edition: Edition
) -> None:
    """RUN-25, RUN-40: the frame goes without warning; the next launch goes on at the same question."""
    files, section = packages[edition.id].files, course.sections[0]
    assert section.quiz is not None
    visit = lms.launch(files, edition, place=f"#/quiz/{section.id}")
    learner = Learner(visit, course)
    learner.press(visit.content.locator("#view [data-start]"))
    learner.go_through_quiz(section, right, stop_after=3)
    order = dict(learner.answered)
    questions = {question.id: question for question in section.quiz.every_question}
    learner.press(visit.content.locator("#view .row.spread a.primary"))
    learner.wait_for_question(4)
    values = visit.leave()

    again = lms.launch(files, edition, values=values)
    learner = Learner(again, course)
    learner.begin()
    again.content.wait_for_function("id => location.hash.startsWith(`#/quiz/${id}`)", arg=section.id)
    learner.press(again.content.locator("#view [data-start]"))
    learner.wait_for_question(4)
    assert again.content.locator(".dots [data-state=done]").count() == 3
    for number, (question, response) in enumerate(order.items(), 1):
        again.content.locator(f".dots li:nth-child({number}) a").click()
        learner.wait_for_question(number)
        form = again.content.locator("form.q")
        assert form.get_attribute("data-question") == question
        kept = answering(questions[question]).held(form)
        ticks = questions[question].kind in {"choice", "hotspot"}
        assert (sorted(response) if ticks else response) == (sorted(kept) if ticks else kept)
    assert again.refusals() == []
    again.leave()


@EVERY_EDITION
def test_a_retake_raises_the_score_and_never_lowers_it(
    lms: Lms, packages: dict[str, BuiltPackage], course: Course, edition: Edition
) -> None:
    """RUN-10, RUN-17: fail, retake and pass, retake and fail: the best attempt stays reported."""
    files, section = packages[edition.id].files, course.sections[0]
    visit = lms.launch(files, edition)
    learner = Learner(visit, course)
    first_section_done(learner, course, wrong)
    scores = []
    for respond in (right, wrong):
        objective = Held.of(edition, visit.held()).objectives()[section.id]
        scores.append((objective["score.raw"], "passed" in objective.values()))
        learner.press(visit.content.locator("#view .result button"))
        learner.go_through_quiz(section, respond)
        learner.finish_quiz()
    held = Held.of(edition, visit.leave())
    final = held.objectives()[section.id]
    scores.append((final["score.raw"], "passed" in final.values()))
    assert scores == [("0", False), ("100", True), ("100", True)]
    assert held.value("score.raw") == ""


@EVERY_EDITION
def test_reopening_a_finished_section_changes_nothing(
    lms: Lms, packages: dict[str, BuiltPackage], course: Course, edition: Edition
) -> None:
    """RUN-10, RUN-14, F14: coming back and leaving at once leaves everything as it was."""
    files = packages[edition.id].files
    visit = lms.launch(files, edition)
    first_section_done(Learner(visit, course), course, right)
    before = visit.leave()
    again = lms.launch(files, edition, values=before)
    again.settle()
    assert again.content.locator("#launch .sections .state.good").count() == 1
    assert again.refusals() == []
    after = again.leave()
    first, second = Held.of(edition, before), Held.of(edition, after)
    assert second.objectives() == first.objectives()
    assert second.interactions() == first.interactions()
    assert second.statuses == first.statuses
