"""Every answer to every question that the format allows, reported to an LMS run-time that others wrote.

What it refuses would be missing from a learner's report. What Python and the player write differently would
make a right answer look wrong there. What the record does not give back would be lost on the way.
"""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.course.lock import Lock, extend
from cpom_scorm.course.model import Course
from cpom_scorm.course.record_size import text_lengths, worst_case
from cpom_scorm.editions import EDITIONS, Edition
from cpom_scorm.interactions import Selection
from cpom_scorm.render.catalogue import load_catalogue
from cpom_scorm.render.course_data import course_data
from cpom_scorm.render.media import Picture
from cpom_scorm.render.pages import RenderedCourse, render_course
from cpom_scorm.render.section_script import section_script
from cpom_scorm.render.theme import load_theme
from tests.random_questions import Answer, random_questions

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.interactions import Interaction

SEEDS = range(4)
QUESTIONS_OF_EACH_KIND = 12
DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><circle cx="20" cy="20" r="12"/></svg>'
)
PICTURES = {"media/picture.svg": Picture("media/picture.svg", DRAWING, (80, 40))}


@dataclass(frozen=True)
class Sample:
    """A course of wild questions and what learners answer."""

    course: Course
    lock: Lock
    rendered: RenderedCourse
    answers: list[tuple[Interaction, Answer]]


@pytest.fixture(scope="module", params=SEEDS)
def sample(request: pytest.FixtureRequest) -> Sample:
    made = list(random_questions(Random(request.param), QUESTIONS_OF_EACH_KIND))
    page = {"id": "p", "title": "P", "minutes": 1, "blocks": [question for question, _ in made]}
    section = {"id": "s", "number": "1", "title": "S", "pages": [page]}
    values = {"id": "wild", "title": "W", "language": "en", "sections": [section]}
    course = Course.model_validate(values)
    rendered = render_course(course, load_theme().theme, load_catalogue("en"), PICTURES)
    answers = [(question, answer) for question, all_ in made for answer in all_]
    return Sample(course, extend(None, course)[0], rendered, answers)


def in_the_player(sample: Sample, edition: Edition, root: Path) -> list[dict[str, Any]]:
    """Judge and report all answers in one edition."""
    data = course_data(sample.course, edition, sample.lock, load_catalogue("en"), player="", build="0" * 16)
    script = section_script(sample.rendered.sections[0], edition, sample.lock).decode("ascii")
    given = {
        "course": json.loads(data.decode("ascii").partition("course=")[2].rstrip(";\n")),
        "contents": json.loads(script.partition(",")[2].removesuffix(");\n"))["questions"],
        "answers": [(question.id, answer.response) for question, answer in sample.answers],
    }
    done = subprocess.run(
        ["node", root / "tests" / "js" / "support" / "report_answers.js"],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def in_order(question: Interaction, response: Any) -> Any:
    """Chosen options are a set: in which order they are kept means nothing."""
    return sorted(response) if isinstance(question, Selection) else response


def own_part(question: Interaction, response: Any, part: str) -> Any:
    return response.get(part) if question.kind in ("cloze", "likert") else response


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
def test_no_answer_is_refused_or_changed_on_its_way(sample: Sample, edition: Edition, root: Path) -> None:
    """RUN-53, conformance 9.2 and 9.4: right, wrong, partly right, cut short and none, in any script."""
    longest = worst_case([slot.entry for slot in sample.lock.slots], text_lengths(sample.course))
    form_of, found = edition.responses, in_the_player(sample, edition, root)
    for (question, answer), judged in zip(sample.answers, found, strict=True):
        about = f"{question.kind} {question.id}: {answer.response}"
        letters = sample.lock.letters(question.id)
        expected = {}
        for part in question.parts():
            own = own_part(question, answer.response, part.id)
            written = question.encode(own, form_of[question.kind], letters) if own not in (None, {}) else ""
            expected[part.id] = written
        assert ([], []) == (judged["refused"], judged["unlike"]), about
        assert expected == judged["encoded"], about
        assert answer.result in ("any", judged["result"]), about
        assert in_order(question, judged["kept"]["response"]) == in_order(question, answer.response), about
        assert judged["length"] <= longest, about
