"""Quizzes that draw, tell at once, show all on one page and count attempts.

If these fail, learners lose answers on coming back, get attempts they should not have, or miss what to study.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.audit import LOOKS, TWO_LOOKS, faults
from tests.browser.learner import Learner, right, wrong
from tests.browser.reading import Held
from tests.browser.tour import FINISH

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.course.model import Course, Section
    from tests.browser.conftest import Opener
    from tests.browser.lms import Lms, Visit

pytestmark = pytest.mark.browser


@pytest.fixture
def assessment(full_course: Course) -> Section:
    return full_course.sections[-1]


@pytest.fixture
def visit(lms: Lms, full_package: BuiltPackage) -> Visit:
    return lms.launch(full_package.files, full_package.edition)


def learner_at_assessment(visit: Visit, course: Course, by: Any = "pointer") -> Learner:
    learner = Learner(visit, course, by)
    learner.begin()
    learner.content.locator("#view h1").wait_for()
    learner.content.evaluate("location.hash = '#/quiz/three'")
    learner.content.locator("[data-start]").wait_for()
    return learner


def asked(learner: Learner) -> list[str]:
    learner.content.locator("#view .asked").first.wait_for()
    return [str(form.get_attribute("data-question")) for form in learner.content.locator("form.q").all()]


@pytest.mark.parametrize("by", ["pointer", "keyboard"])
def test_an_attempt_asks_what_is_drawn_and_its_result_counts_only_that(
    visit: Visit, full_course: Course, assessment: Section, by: Any
) -> None:
    learner = learner_at_assessment(visit, full_course, by)
    learner.take_quiz(assessment, right)
    assert len(learner.answered) == 5
    assert "All 5 correct." in learner.content.locator("#view .result").inner_text()
    assert learner.content.get_by_text("Pages to study").count() == 0


def test_coming_back_finds_the_same_questions_and_what_was_told(
    lms: Lms, full_package: BuiltPackage, visit: Visit, full_course: Course, assessment: Section
) -> None:
    learner = learner_at_assessment(visit, full_course)
    learner.press(learner.content.locator("[data-start]"))
    before = asked(learner)
    learner.go_through_quiz(assessment, wrong, stop_after=2)
    again = lms.launch(full_package.files, full_package.edition, values=visit.leave())
    back = Learner(again, full_course)
    back.begin()
    back.press(back.content.locator("[data-start]"))
    assert asked(back) == before
    told = [back.content.locator("form.q").nth(at).locator(".feedback .note.bad").count() for at in range(5)]
    assert told == [1, 1, 0, 0, 0]
    assert back.content.locator("form.q").nth(0).locator("button:visible").count() == 0


def test_an_answer_that_was_told_is_reported_once_and_cannot_be_changed(
    visit: Visit, full_course: Course, assessment: Section
) -> None:
    learner = learner_at_assessment(visit, full_course)
    learner.press(learner.content.locator("[data-start]"))
    asked(learner)
    learner.go_through_quiz(assessment, right, stop_after=1)
    name = "interaction.response" if "interaction.response" in visit.edition.runtime.elements else ""
    assert name
    assert len(visit.written(name)) == 1
    assert learner.content.locator("form.q").first.locator("input:enabled").count() == 0
    learner.press(learner.content.locator(FINISH))
    learner.press(learner.content.locator("#view [role=status] .note .row button").last)
    learner.content.locator("#view .result").wait_for()
    assert len(visit.written(name)) == 1
    assert "1 of 5" in learner.content.locator("#view .result").inner_text()


def test_an_lms_hears_of_no_question_that_was_left_open_or_whose_answer_was_taken_back(
    lms: Lms, full_package: BuiltPackage, full_course: Course
) -> None:
    """RUN-52: and a result says that there was no answer."""
    visit = lms.launch(full_package.files, full_package.edition, place="#/quiz/one")
    learner = Learner(visit, full_course)
    content = visit.content
    learner.press(content.locator("[data-start]"))
    learner.wait_for_question(1)
    for number in range(1, content.locator(".dots li").count() + 1):
        learner.press(content.locator(f".dots li:nth-child({number}) a"))
        learner.wait_for_question(number)
        match content.locator("form.q").get_attribute("data-question"):
            case "q_judge":
                content.locator("form.q input").first.check()
            case "q_many":
                content.locator("form.q input").first.check()
                content.locator("form.q input").first.uncheck()
            case "q_word":
                content.locator("form.q fieldset input").fill("system")
                content.locator("form.q fieldset input").fill("")
    learner.press(content.locator(FINISH))
    learner.press(content.locator("#view [role=status] .note .row button").last)
    content.locator("#view .result").wait_for()
    verdicts = content.locator("#view .acc summary .mark").all_inner_texts()
    open_ones = [verdict for verdict in verdicts if verdict == "No answer"]
    assert len(open_ones) == len(verdicts) - 1
    assert {"q_judge"} == set(Held.of(visit.edition, visit.leave()).interactions())


def test_what_lacks_an_answer_is_named_and_leads_to_the_question(opened: Opener) -> None:
    page = opened("#/quiz/three")
    page.locator("[data-start]").click()
    page.locator("#view .asked").first.wait_for()
    page.locator(FINISH).click()
    note = page.locator("#view > article > [role=status] .note")
    assert "5 questions have no answer yet" in note.inner_text()
    note.get_by_role("button", name="Question 3").click()
    assert page.evaluate("document.activeElement.textContent") == "Question 3 of 5"


def test_attempts_run_out_and_the_learner_is_told(
    visit: Visit, full_course: Course, assessment: Section
) -> None:
    learner = learner_at_assessment(visit, full_course)
    assert learner.content.locator("[data-left]").inner_text() == "2"
    learner.take_quiz(assessment, wrong)
    assert "1 attempt left." in learner.content.locator("#view .result").inner_text()
    learner.press(learner.content.get_by_role("button", name="Retake"))
    asked(learner)
    learner.go_through_quiz(assessment, right)
    learner.finish_quiz()
    assert "You have used all attempts." in learner.content.locator("#view .result").inner_text()
    assert learner.content.get_by_role("button", name="Retake").count() == 0
    rows = [" ".join(row.split()) for row in learner.content.locator(".attempts li").all_inner_texts()]
    assert [row.startswith(start) for row, start in zip(rows, ("Attempt 2", "Attempt 1"), strict=True)] == [
        True,
        True,
    ]
    assert ["Counts" in row for row in rows] == [True, False]
    assert ["5 of 5" in rows[0], "0 of 5" in rows[1]] == [True, True]


def test_the_result_names_objectives_and_pages_to_study_once(opened: Opener) -> None:
    page = opened("#/quiz/three", "failed")
    page.locator("#view .result").wait_for()
    rows = page.locator("#view table tbody tr")
    assert [text.split("\t")[0] for text in rows.all_inner_texts()] == [
        "Text of objective one",
        "Text of objective three",
    ]
    assert "0 of 2" in rows.nth(1).inner_text()
    study = page.locator("h2:text('Pages to study') + ul a")
    assert study.all_inner_texts() == ["Text of page parts"]
    rows.nth(1).locator("a").click()
    page.wait_for_function("() => location.hash === '#/page/parts'")


def test_a11y_07_an_assessment_has_no_barrier_from_intro_to_result(opened: Opener) -> None:
    """A11Y-01, A11Y-07: all on one page, told at once."""
    page: Page = opened("#/quiz/three")
    found = faults(page, "intro")
    page.locator("[data-start]").click()
    page.locator("#view .asked").first.wait_for()
    found += faults(page, "unanswered")
    for at in range(4):
        form = page.locator("form.q").nth(at)
        form.locator("input").nth(at % 2).check()
        form.locator("[type=submit]").click()
        form.locator(".feedback .note").wait_for()
    page.locator(FINISH).click()
    found += faults(page, "told, one unanswered", LOOKS)
    page.locator("#view > article > [role=status] .note .row button").last.click()
    page.locator("#view .result").wait_for()
    page.get_by_role("button", name="Retake").click()
    page.locator("#view .asked").first.wait_for()
    page.locator(FINISH).click()
    page.locator("#view > article > [role=status] .note .row button").last.click()
    page.locator("#view .attempts").wait_for()
    found += faults(page, "result of the second attempt", (*TWO_LOOKS, *LOOKS[1:3]))
    assert [] == found
