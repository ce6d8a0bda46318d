"""What a course may cost an LMS: told when it is built, not found out by learners."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.neutral_course import write_course
from cpom_scorm.budget import check_room, check_saves, record_bytes, reported_questions, save_bytes
from cpom_scorm.course.load import LoadedCourse, load_course
from cpom_scorm.course.lock import Lock, Slot, extend
from cpom_scorm.editions import EDITIONS, edition_named

if TYPE_CHECKING:
    from pathlib import Path

FULL_BEACON = 64 * 1024
"""What a browser takes from a page that is closing."""


@pytest.fixture
def loaded(tmp_path: Path) -> LoadedCourse:
    write_course(tmp_path)
    return load_course(tmp_path)


def locked(loaded: LoadedCourse) -> Lock:
    return extend(None, loaded.complete)[0]


def test_a_course_of_25_questions_is_within_every_budget(loaded: LoadedCourse) -> None:
    """RUN-26, RUN-62."""
    assert [] == [*check_room(loaded, locked(loaded), EDITIONS), *check_saves(loaded, EDITIONS)]
    assert 25 == reported_questions(loaded.complete)
    largest = save_bytes(loaded.complete, locked(loaded), edition_named("scorm2004-4th"))
    assert largest is not None
    assert largest < FULL_BEACON


def test_where_only_changes_are_sent_there_is_no_estimate(loaded: LoadedCourse) -> None:
    assert save_bytes(loaded.complete, locked(loaded), edition_named("scorm12")) is None


def test_more_questions_than_a_closing_page_can_send_are_warned_of(
    loaded: LoadedCourse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RUN-26, F21: 45 interactions went through Moodle's last beacon, 60 did not."""
    monkeypatch.setattr("cpom_scorm.budget.reported_questions", lambda _: 41)
    (found,) = check_saves(loaded, EDITIONS)
    assert ("LCK-009", "warning") == (found.rule.id, found.severity)
    assert "41 questions" in found.message
    assert "SCORM 1.2" not in found.message


def test_answers_that_are_not_reported_cost_nothing(loaded: LoadedCourse) -> None:
    course = loaded.complete.model_copy(update={"interactions": "off"})
    assert 0 == reported_questions(course)


def test_a_record_over_the_limit_is_an_error_for_the_editions_that_cannot_keep_it(
    loaded: LoadedCourse,
) -> None:
    """RUN-62, F10: the build fails; a learner never meets the limit."""
    slots = tuple(Slot("question", f"q{number}", "numeric") for number in range(500))
    found = list(check_room(loaded, Lock("bench-course", slots, ()), EDITIONS))
    assert [("LCK-008", "error")] * 2 == [(each.rule.id, each.severity) for each in found]
    small = [edition.title for edition in EDITIONS if edition.limits.suspend_data < 5000]
    assert all(title in each.message for title, each in zip(small, found, strict=True))


def test_histories_of_attempts_take_the_room_that_is_left_and_no_more(loaded: LoadedCourse) -> None:
    """RUN-62: the oldest attempts are forgotten where there is no room; a course is not refused for them."""
    oldest, newest = EDITIONS[0], EDITIONS[-1]
    sections = tuple(Slot("section", f"s{number}") for number in range(120))
    lock = Lock("bench-course", sections, ())
    assert oldest.limits.suspend_data < record_bytes(loaded.complete, lock, newest)
    assert oldest.limits.suspend_data == record_bytes(loaded.complete, lock, oldest)
    assert [] == list(check_room(loaded, lock, EDITIONS))
