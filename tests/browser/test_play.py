"""The real course, played whole in Chromium against an independent run-time, in every edition.

If these fail, a learner's answers, scores or status do not reach the LMS as they happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.course.lock import LOCK_NAME, Lock, extend, read_lock
from cpom_scorm.editions import EDITIONS, Edition
from cpom_scorm.interactions import Cloze, Likert
from tests.browser.learner import Learner, all_questions, right, wrong
from tests.browser.reading import Held, is_duration, is_timestamp

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.course.model import Course
    from cpom_scorm.interactions import Interaction
    from tests.browser.lms import Lms, Visit

pytestmark = pytest.mark.browser

EVERY_EDITION = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)


@pytest.fixture(scope="module")
def lock(root: Path, course: Course) -> Lock:
    known, _ = read_lock(root / "course" / LOCK_NAME)
    return extend(known, course)[0]


def ended_normally(visit: Visit) -> None:
    """No refusal, one Initialize, one Terminate that comes last (RUN-05, RUN-23, RUN-27, RUN-28)."""
    calls = visit.edition.runtime.calls
    made = [call["call"] for call in visit.calls()]
    assert visit.refusals() == []
    assert made.count(calls["initialize"]) == 1
    assert made[0] == calls["initialize"]
    runtime = visit.edition.runtime
    for name in ("session_time", "interaction.latency"):
        for text in visit.written(name):
            assert is_duration(text, runtime.duration), text
    for text in visit.written("interaction.time"):
        assert is_timestamp(text, runtime.timestamp), text


def reported(lock: Lock, edition: Edition, question: Interaction, response: Any) -> dict[str, dict[str, str]]:
    """Give what the LMS must hold, by the id of each record of the question."""
    form, letters, parts = edition.responses[question.kind], lock.letters(question.id), question.parts()
    is_in_parts = isinstance(question, Cloze | Likert)
    weight = float(question.points) / len(parts) if question.is_scored else 0
    return {
        f"{question.id}_{part.id}" if part.id else question.id: {
            "type": form.reported_type,
            "response": question.encode(response[part.id] if is_in_parts else response, form, letters),
            "patterns": list(question.correct_patterns(part.id, form, letters)),
            "weighting": f"{round(weight, 7):g}",
        }
        for part in parts
    }


def check_interactions(held: Held, course: Course, lock: Lock, learner: Learner, result: str) -> None:
    """Every question answered is there once, with all fields (RUN-52, RUN-54)."""
    runtime = held.edition.runtime
    found = held.interactions()
    expected = {
        record: (question, values)
        for question in all_questions(course)
        if question.id in learner.answered
        for record, values in reported(lock, held.edition, question, learner.answered[question.id]).items()
    }
    assert set(found) == set(expected)
    for record, (question, wanted) in expected.items():
        values = found[record]
        assert {name: values[name] for name in wanted} == wanted
        assert values["result"] == runtime.results[result if question.is_scored else "neutral"]
        assert values["latency"]
        assert values["time"]


@EVERY_EDITION
@pytest.mark.parametrize("by", ["pointer", "keyboard"])
def test_a_learner_who_answers_everything_right_passes(
    lms: Lms, packages: dict[str, BuiltPackage], course: Course, lock: Lock, edition: Edition, by: Any
) -> None:
    """RUN-12, RUN-13, RUN-14, RUN-15, RUN-50, RUN-51, RUN-52: the whole record of a perfect run is exact."""
    visit = lms.launch(packages[edition.id].files, edition)
    learner = Learner(visit, course, by)
    learner.take_course(right)
    ended_normally(visit)
    assert len(visit.calls()) <= 16 * sum(1 for _ in all_questions(course)) + 10 * len(course.placed_pages())
    held = Held.of(edition, visit.leave())
    assert set(held.statuses.values()) <= {"passed", "completed"}
    assert "passed" in held.statuses.values()
    assert held.value("score.raw") == "100"
    assert (held.value("score.min"), held.value("score.max")) == ("0", "100")
    assert held.value("exit") == "suspend"
    page, section = learner.stops()[-1]
    assert held.value("location") == (f"page/{page.id}" if page else f"quiz/{section and section.id}")
    assert held.value("session_time")
    assert 0 < len(held.value("suspend_data")) <= edition.limits.suspend_data
    if "progress" in edition.runtime.elements:
        assert held.value("progress") == "1"
        assert held.value("score.scaled") == "1"
    check_interactions(held, course, lock, learner, "correct")
    objectives = held.objectives()
    assert list(objectives) == [section.id for section in course.sections]
    for section in course.sections:
        if section.quiz:
            assert objectives[section.id]["score.raw"] == "100"
            assert "passed" in objectives[section.id].values()


@EVERY_EDITION
def test_a_learner_who_answers_everything_wrong_fails_and_is_told_so(
    lms: Lms, packages: dict[str, BuiltPackage], course: Course, lock: Lock, edition: Edition
) -> None:
    """The score is 0, not missing; 1.2 says incomplete, since its default words are passed/incomplete."""
    visit = lms.launch(packages[edition.id].files, edition)
    learner = Learner(visit, course)
    learner.take_course(wrong)
    ended_normally(visit)
    held = Held.of(edition, visit.leave())
    assert held.value("score.raw") == "0"
    words = next(iter(edition.runtime.statuses.values()))
    assert held.statuses == {status.element: status.values["completed.failed"] for status in words}
    check_interactions(held, course, lock, learner, "incorrect")
    for section in course.sections:
        if section.quiz:
            assert held.objectives()[section.id]["score.raw"] == "0"
            assert "failed" in held.objectives()[section.id].values()


@EVERY_EDITION
def test_opening_and_closing_is_incomplete_and_has_no_score(
    lms: Lms, packages: dict[str, BuiltPackage], edition: Edition
) -> None:
    """RUN-08, RUN-11: status follows what the learner does, never that a page was opened."""
    visit = lms.launch(packages[edition.id].files, edition)
    visit.settle()
    held = Held.of(edition, visit.leave())
    assert "incomplete" in held.statuses.values()
    assert held.value("score.raw") == ""
    assert held.value("exit") == "suspend"
