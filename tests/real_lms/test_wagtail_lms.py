"""wagtail-lms plays our SCORM 1.2 packages, and everything that it can keep is in its database.

What it cannot keep, whatever a package does: it finds no page to launch in a SCORM 2004 package. A package is
unpacked once: another file for it changes nothing, and another package starts everybody anew, unless an
administrator moves their attempts over. It has no LMSFinish and adds up no times. Every value is a request of
its own, several run at once, and each writes back the whole row of the attempt: that row, which the list of
attempts shows, may end with an older status or score. The values by element, the completed course and what a
package gets back are right, and these are what is tested here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.editions import EDITIONS
from tests.browser.learner import right
from tests.real_lms.deeds import begin, finds_all_again, one_right, take, take_first_section

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.real_lms.course import Version
    from tests.real_lms.wagtail_lms import Lesson, WagtailLms

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("wagtail")]
EDITION = EDITIONS[0]
QUESTIONS = ("check_gloves", "rings", "seconds", "dryer")


def launched_by(lms: WagtailLms, version: Version) -> Lesson:
    """Give a lesson that plays the version of the course."""
    return lms.new_lesson(lms.upload(version.packages[EDITION.id]))


def has(group: str = "core", **values: str) -> Callable[[dict[str, Any]], bool]:
    """Look for values, which arrive in any order."""
    wanted = {f"cmi.{group}.{name}": value for name, value in values.items()}
    return lambda held: wanted.items() <= held["data"].items()


def test_who_answers_all_right_has_passed_and_leaves_by_the_exit_button(
    wagtail_lms: WagtailLms, versions: tuple[Version, Version]
) -> None:
    """Import, launch, pass, exit, come back on another device: status, score and answers are kept."""
    first, _ = versions
    number = wagtail_lms.upload(first.packages[EDITION.id])
    package = wagtail_lms.package(number)
    assert ("1.2", "index.html") == (package["version"], package["launch_url"])
    lesson = wagtail_lms.new_lesson(number)
    visit = lesson.launch("ada")
    take(visit, first.course, right)
    visit.kept(has(lesson_status="passed", **{"score.raw": "100", "score.min": "0", "score.max": "100"}))
    visit.kept(lambda held: "cmi.core.session_time" in held["data"])
    for place, question in enumerate(QUESTIONS):
        visit.kept(has(f"interactions.{place}", id=question, result="correct"))
    visit.told_saved()
    assert lesson.is_completed("ada")
    visit.content.locator("#bar").get_by_text("Exit").click()
    visit.content.get_by_text("Everything was saved").wait_for()
    visit.leave()

    again = lesson.launch("ada")
    again.content.evaluate("location.hash = '#/quiz/washing'")
    again.content.locator("#view .result").wait_for()
    again.leave()
    assert "passed" == lesson.held("ada")["data"]["cmi.core.lesson_status"]
    assert [] == wagtail_lms.strangers


def test_who_fails_is_failed_and_completes_no_course(
    wagtail_lms: WagtailLms, versions: tuple[Version, Version]
) -> None:
    first, _ = versions
    lesson = launched_by(wagtail_lms, first)
    visit = lesson.launch("ada")
    take(visit, first.course, one_right)
    visit.kept(has(lesson_status="failed", **{"score.raw": "33.33"}))
    assert not lesson.is_completed("ada")
    visit.leave()


def test_who_leaves_in_a_quiz_goes_on_there_on_another_device(
    wagtail_lms: WagtailLms, versions: tuple[Version, Version]
) -> None:
    """RUN-25, RUN-40: told "Saved", window closed: place, attempt and answers come back, to nobody else."""
    first, _ = versions
    lesson = launched_by(wagtail_lms, first)
    visit = lesson.launch("ada")
    begin(visit, first)
    visit.leave()
    somebody_else = lesson.launch("bob")
    assert "Start" in somebody_else.content.locator("#launch a.btn.primary").inner_text()
    somebody_else.leave()
    again = lesson.launch("ada")
    learner = finds_all_again(again, first)
    (section,) = first.course.sections
    learner.go_through_quiz(section, right)
    learner.finish_quiz()
    again.kept(has(lesson_status="passed"))
    again.leave()


def test_the_next_version_goes_on_where_the_administrator_moves_the_attempt_over(
    wagtail_lms: WagtailLms, versions: tuple[Version, Version]
) -> None:
    """Another file for a package changes nothing here; another package is a new start until then."""
    first, second = versions
    number = wagtail_lms.upload(first.packages[EDITION.id])
    lesson = wagtail_lms.new_lesson(number)
    visit = lesson.launch("ada")
    begin(visit, first)
    visit.leave()
    attempt = lesson.held("ada")["id"]

    unpacked = wagtail_lms.package(number)["extracted_path"]
    wagtail_lms.replace_file(number, second.packages[EDITION.id])
    assert unpacked == wagtail_lms.package(number)["extracted_path"]
    newer = wagtail_lms.upload(second.packages[EDITION.id])
    lesson.give(newer)
    assert {"data": {}} == lesson.held("ada")
    wagtail_lms.move_attempt(attempt, newer)
    again = lesson.launch("ada")
    learner = finds_all_again(again, second)
    (section,) = second.course.sections
    learner.go_through_quiz(section, right)
    learner.finish_quiz()
    again.told_saved()
    assert not lesson.is_completed("ada")
    again.content.evaluate("location.hash = '#/page/water'")
    learner.read_page("water", right)
    again.kept(has(lesson_status="passed"))
    assert lesson.is_completed("ada")
    again.leave()


def test_the_first_section_of_the_shipped_course_is_kept(wagtail_lms: WagtailLms, shipped: Version) -> None:
    """Module 1 up to its first quiz, which comes back as passed on another device."""
    lesson = launched_by(wagtail_lms, shipped)
    visit = lesson.launch("ada")
    take_first_section(visit, shipped.course, right)
    section = shipped.course.sections[0]
    visit.kept(has("objectives.0", id=section.id, status="passed", **{"score.raw": "100"}))
    visit.told_saved()
    visit.leave()
    again = lesson.launch("ada")
    again.content.locator("#launch .sections .state.good").wait_for()
    again.leave()
