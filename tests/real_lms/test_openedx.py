"""Open edX's SCORM XBlock takes our packages, grades learners rightly and gives everybody their work back.

What it cannot keep, whatever a package does: it has one completion status, and of SCORM 1.2's words `failed`
is none for it, so who failed stays incomplete there. It keeps times only as text that nobody adds up. Commit
does nothing; what is written is sent a moment later, and what is not sent when the window closes is lost. It
gives a package no status, score or count back, only what the package wrote itself: our state record.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.editions import EDITIONS, Edition
from tests.browser.learner import right
from tests.real_lms.deeds import begin, finds_all_again, one_right, take

if TYPE_CHECKING:
    from tests.real_lms.course import Version
    from tests.real_lms.openedx import OpenEdx

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("openedx")]

EVERY_EDITION = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
QUESTIONS = ("check_gloves", "rings", "seconds", "dryer")
VERSION = {edition.id: "SCORM_2004" if "2004" in edition.title else "SCORM_12" for edition in EDITIONS}
STATUS_OF_FAILED = {
    name: "incomplete" if version == "SCORM_12" else "completed" for name, version in VERSION.items()
}


def element(edition: Edition, name: str) -> str:
    """Give the edition's name of one of ours, such as `suspend_data`."""
    return edition.runtime.elements[name]


def reported(edition: Edition, held: dict[str, Any], name: str) -> list[str]:
    """Give a part of the records of all questions, such as `interaction.result`."""
    return [held["scorm_data"][element(edition, name).format(n=number)] for number in range(len(QUESTIONS))]


def passed(held: dict[str, Any]) -> bool:
    """Tell whether both statuses have arrived, which come one after the other."""
    return (held.get("lesson_status"), held.get("success_status")) == ("completed", "passed")


@EVERY_EDITION
def test_who_answers_all_right_has_passed_and_keeps_the_whole_grade_in_the_next_version(
    openedx: OpenEdx, versions: tuple[Version, Version], edition: Edition
) -> None:
    """Import without a warning, launch, pass: status, score, answers and gradebook agree, and stay."""
    first, second = versions
    block = openedx.new_block()
    block.upload(first.packages[edition.id])
    imported = block.imported()
    assert ([], "index.html") == (imported["package_warnings"], imported["index_page_path"])
    assert VERSION[edition.id] == imported["scorm_version"]
    visit = block.launch("ada")
    take(visit, first.course, right)
    held = visit.kept(passed)
    assert (1.0, "100") == (held["lesson_score"], held["scorm_data"][element(edition, "score.raw")])
    assert held["scorm_data"][element(edition, "session_time")]
    assert list(QUESTIONS) == reported(edition, held, "interaction.id")
    assert ["correct"] * len(QUESTIONS) == reported(edition, held, "interaction.result")
    assert "towel" == reported(edition, held, "interaction.response")[-1]
    assert {"value": 1.0, "max_value": 1.0} == block.published("ada", "grade")[-1]
    assert {"completion": 1} == block.published("ada", "completion")[-1]
    visit.told_saved()
    visit.leave()

    block.upload(second.packages[edition.id])
    again = block.launch("ada")
    assert "(1/1 points) completed" == again.page.locator(".scorm-xblock > p").inner_text()
    again.content.evaluate("location.hash = '#/quiz/washing'")
    again.content.locator("#view .result").wait_for()
    again.leave()
    held = block.held("ada")
    assert (True, 1.0) == (passed(held), held["lesson_score"])
    assert [] == openedx.strangers


@EVERY_EDITION
def test_who_fails_is_failed_and_gets_no_grade(
    openedx: OpenEdx, versions: tuple[Version, Version], edition: Edition
) -> None:
    """A third of the points is kept as a score and is no grade; 1.2's `failed` is no completion here."""
    first, _ = versions
    block = openedx.new_block()
    block.upload(first.packages[edition.id])
    visit = block.launch("ada")
    take(visit, first.course, one_right)
    held = visit.kept(lambda held: held.get("success_status") == "failed" and held.get("lesson_score"))
    assert held["lesson_score"] == pytest.approx(1 / 3, abs=0.001)
    assert STATUS_OF_FAILED[edition.id] == held["lesson_status"]
    assert {"value": 0.0, "max_value": 1.0} == block.published("ada", "grade")[-1]
    visit.leave()


@EVERY_EDITION
def test_who_leaves_in_a_quiz_goes_on_there_also_in_the_next_version(
    openedx: OpenEdx, versions: tuple[Version, Version], edition: Edition
) -> None:
    """RUN-25, RUN-40: told "Saved", window closed, other device: the record alone brings everything back.

    Then the package is replaced by one with a page more, which alone is open when the quiz is done.
    """
    first, second = versions
    block = openedx.new_block()
    block.upload(first.packages[edition.id])
    visit = block.launch("ada")
    begin(visit, first)
    visit.leave()
    somebody_else = block.launch("bob")
    assert "Start" in somebody_else.content.locator("#launch a.btn.primary").inner_text()
    somebody_else.leave()
    again = block.launch("ada")
    finds_all_again(again, first)
    again.leave()

    block.upload(second.packages[edition.id])
    newer = block.launch("ada")
    learner = finds_all_again(newer, second)
    (section,) = second.course.sections
    learner.go_through_quiz(section, right)
    learner.finish_quiz()
    newer.told_saved()
    assert "incomplete" == block.held("ada")["lesson_status"]
    newer.content.evaluate("location.hash = '#/page/water'")
    learner.read_page("water", right)
    assert 1.0 == newer.kept(passed)["lesson_score"]
    newer.leave()


def test_the_shipped_course_is_taken_whole(openedx: OpenEdx, shipped: Version) -> None:
    """Module 1 from its first page to its end: each record of an answered question is there, once."""
    edition = EDITIONS[-1]
    block = openedx.new_block()
    block.upload(shipped.packages[edition.id])
    visit = block.launch("ada")
    learner = take(visit, shipped.course, right)
    held = visit.kept(passed)
    assert 1.0 == held["lesson_score"]
    id_of = re.compile(re.escape(element(edition, "interaction.id")).replace(r"\{n\}", r"\d+"))
    ids = [value for name, value in held["scorm_data"].items() if id_of.fullmatch(name)]
    assert sorted(set(ids)) == sorted(ids)
    for question in learner.answered:
        assert [name for name in ids if name == question or name.startswith(f"{question}_")]
    visit.leave()
