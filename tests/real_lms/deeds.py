"""What learners of the small course do, whatever LMS they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.browser.answering import answering
from tests.browser.learner import Learner, all_questions, right, wrong

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpom_scorm.course.model import Course
    from cpom_scorm.interactions import Interaction
    from tests.real_lms.course import Version
    from tests.real_lms.launched import Launched


def one_right(question: Interaction) -> Any:
    """Answer the first question of the quiz right and everything else wrong."""
    return right(question) if question.id == "rings" else wrong(question)


def take(visit: Launched, course: Course, respond: Callable[[Interaction], Any]) -> Learner:
    """Take a course from its launch page to its end."""
    learner = Learner(visit, course)
    learner.take_course(respond)
    return learner


def take_first_section(visit: Launched, course: Course, respond: Callable[[Interaction], Any]) -> None:
    """Take a course from its launch page to the result of its first quiz."""
    learner = Learner(visit, course)
    learner.begin()
    first = course.sections[0]
    for _, page, section in course.placed_pages():
        if section in (None, first):
            learner.read_page(page.id, respond)
            learner.next()
    learner.take_quiz(first, respond)


def begin(visit: Launched, version: Version) -> Learner:
    """Read all pages, answer the first question of the quiz, go to the second one, and see it saved."""
    learner = Learner(visit, version.course)
    learner.begin()
    (section,) = version.course.sections
    for page in section.pages:
        learner.read_page(page.id, right)
        learner.next()
    learner.press(visit.content.locator("#view [data-start]"))
    learner.go_through_quiz(section, right, stop_after=1)
    learner.press(visit.content.locator("#view .row.spread a.primary"))
    learner.wait_for_question(2)
    visit.told_saved()
    return learner


def finds_all_again(visit: Launched, version: Version) -> Learner:
    """Come back after `begin`: the place, the open attempt and every answer are there."""
    learner = Learner(visit, version.course)
    (section,) = version.course.sections
    learner.begin()
    visit.content.wait_for_function("id => location.hash.startsWith(`#/quiz/${id}`)", arg=section.id)
    learner.press(visit.content.locator("#view [data-start]"))
    learner.wait_for_question(2)
    visit.content.locator(".dots li:nth-child(1) a").click()
    learner.wait_for_question(1)
    finds_answer(learner, version, "rings")
    return learner


def finds_answer(learner: Learner, version: Version, name: str) -> None:
    """See the right answer in the form of a question that stands on the shown page."""
    question = next(each for each in all_questions(version.course) if each.id == name)
    assert right(question) == answering(question).held(learner.form(question))
