"""LMSs that misbehave: learners must still be able to read and answer everything, and be told the truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.editions import EDITIONS, Edition
from cpom_scorm.interactions import Likert
from tests.browser.learner import Learner, right

if TYPE_CHECKING:
    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.course.model import Course
    from tests.browser.lms import Lms

pytestmark = pytest.mark.browser

EVERY_EDITION = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
USELESS = pytest.mark.parametrize("profile", ["throws", "null", "empty"])


@EVERY_EDITION
@USELESS
def test_a_useless_lms_does_not_stop_the_course(
    lms: Lms, packages: dict[str, BuiltPackage], course: Course, edition: Edition, profile: str
) -> None:
    """RUN-04, RUN-06, RUN-07: exceptions, null and empty answers are survived; nobody is told "Saved"."""
    visit = lms.launch(packages[edition.id].files, edition, lms="stand-in", profile=profile)
    failures: list[str] = []
    visit.page.on("pageerror", lambda error: failures.append(str(error)))
    learner = Learner(visit, course)
    learner.begin()
    for _, page, _ in course.placed_pages()[:3]:
        learner.read_page(page.id, right)
        learner.next()
    section = course.sections[0]
    visit.content.evaluate("id => { location.hash = `#/quiz/${id}` }", section.id)
    learner.take_quiz(section, right)
    assert visit.content.locator("#view .result .ring, #view .result svg").count() > 0
    assert "Saved" not in visit.content.locator("#bar").inner_text()
    assert failures == []
    assert visit.page.evaluate("window.record.alerts") == 0
    visit.leave()


@EVERY_EDITION
def test_an_api_that_appears_late_is_found(
    lms: Lms, packages: dict[str, BuiltPackage], course: Course, edition: Edition
) -> None:
    """RUN-03, F17: Open edX and Moodle may show the API seconds after the content."""
    visit = lms.launch(packages[edition.id].files, edition, lms="stand-in", profile="late")
    learner = Learner(visit, course)
    learner.begin()
    first = course.placed_pages()[0][1]
    visit.content.wait_for_function("id => location.hash === `#/page/${id}`", arg=first.id)
    visit.settle()
    visit.page.wait_for_timeout(200)
    assert visit.refusals() == []
    assert visit.leave()[edition.runtime.elements["location"]] == f"page/{first.id}"


def test_what_was_begun_before_the_lms_came_stays(
    lms: Lms, packages: dict[str, BuiltPackage], course: Course
) -> None:
    """RUN-03, F17: a first answer given early is kept, and a tick beside it is not taken away."""
    edition = EDITIONS[-1]
    visit = lms.launch(packages[edition.id].files, edition, lms="stand-in", profile="late")
    first, second = (
        block
        for _, page, _ in course.placed_pages()
        if page.id == "starting_point"
        for block in page.blocks
        if isinstance(block, Likert)
    )
    visit.content.evaluate("() => { location.hash = '#/page/starting_point' }")
    learner = Learner(visit, course)
    learner.answer(first, right(first))
    learner.press(learner.form(first).locator("button[type=submit]"))
    learner.form(first).locator(".feedback .note").wait_for()
    tick = learner.form(second).locator("input[type=radio]").first
    tick.check()
    visit.settle()
    visit.page.wait_for_timeout(200)
    assert tick.is_checked()
    assert visit.written("interaction.id") == [first.id]
    visit.leave()


def test_without_an_lms_the_course_works_and_says_that_nothing_is_kept(
    lms: Lms, packages: dict[str, BuiltPackage], course: Course
) -> None:
    """RUN-04: a notice that does not block, with a way to try again."""
    edition = EDITIONS[0]
    lms.site.add("alone", packages[edition.id].files)
    page = lms.browser.new_page()
    page.goto(f"{lms.site.origin}/alone/index.html")
    page.locator("#notices .note, .note").first.wait_for()
    page.locator("#launch a.btn.primary").click()
    page.wait_for_function("() => location.hash.startsWith('#/page/')")
    page.locator("#view h1").wait_for()
    page.close()
