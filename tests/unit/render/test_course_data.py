"""What the player knows of a course. If these fail, it tells the LMS something wrong."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest

from cpom_scorm.editions import EDITIONS, Edition
from cpom_scorm.render.course_data import course_data, used_kinds
from cpom_scorm.render.player_script import player_scripts
from cpom_scorm.render.section_script import section_script
from tests.unit.render.sample import ENGLISH, rendered, sample_course, sample_lock

COURSE = sample_course()
LOCK = sample_lock(COURSE)
BUILD = "0123456789abcdef"
START = "(globalThis.cpomScorm ||= {})."

EVERY_EDITION = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)


def data_of(edition: Edition = EDITIONS[0], course: Any = COURSE, player: str = "") -> dict[str, Any]:
    text = course_data(course, edition, LOCK, ENGLISH, player=player, build=BUILD).decode("ascii")
    assert text.startswith(f"{START}course=")
    return dict(json.loads(text.removeprefix(f"{START}course=").removesuffix(";\n")))


def content_of(index: int, edition: Edition) -> tuple[str, dict[str, Any]]:
    text = section_script(rendered().sections[index], edition, LOCK).decode("ascii")
    assert text.startswith(f"{START}section(")
    name, content = json.loads("[" + text.removeprefix(f"{START}section(").removesuffix(");\n") + "]")
    return name, content


@EVERY_EDITION
def test_the_player_gets_the_facts_of_the_edition_and_no_edition_id(edition: Edition) -> None:
    data = data_of(edition)
    assert data["limits"] == asdict(edition.limits)
    assert data["runtime"]["api"] == edition.runtime.api
    assert data["responses"]["choice"] == asdict(edition.responses["choice"])
    assert edition.id not in json.dumps(data)


@pytest.mark.parametrize("vocabulary", ["passed/incomplete", "passed/failed", "completed/incomplete"])
def test_the_player_gets_the_status_words_that_the_author_chose(vocabulary: str) -> None:
    data = data_of(course=sample_course(scoring={"status": vocabulary}))
    expected = [asdict(status) for status in EDITIONS[0].runtime.statuses[vocabulary]]
    assert data["runtime"]["status"] == expected
    assert "statuses" not in data["runtime"]


def test_progress_is_stored_by_the_slots_of_the_lock() -> None:
    record = data_of()["record"]
    assert record["slots"][:3] == [["page", "hello"], ["section", "first"], ["page", "one"]]
    assert ["option", "q_choice", "option", "a", "a"] in record["slots"]
    assert ["question", "k_number", "numeric"] in record["slots"]
    assert record["generations"] == [list(generation) for generation in LOCK.generations]


def test_pages_stand_in_reading_order_with_their_script_and_checks() -> None:
    pages = [(page["id"], page["section"], page["script"], page["required"]) for page in data_of()["pages"]]
    assert pages == [
        ("hello", None, "section-0.js", True),
        ("one", "first", "section-1.js", True),
        ("two", "first", "section-1.js", False),
        ("three", "last", "section-2.js", True),
    ]
    assert data_of()["pages"][1]["questions"] == ["k_number"]


def test_sections_tell_their_time_and_what_passes() -> None:
    first, last = data_of()["sections"]
    assert (first["minutes"], first["quiz"]["pass"], first["quiz"]["weight"]) == (11, 0.8, 1)
    assert first["quiz"]["questions"] == ["q_choice", "q_true", "q_match"]
    assert (last["minutes"], last["quiz"]) == (55, None)


def test_a_quiz_with_a_pass_mark_of_its_own_keeps_it() -> None:
    course = sample_course()
    quiz = course.sections[0].quiz
    assert quiz
    section = course.sections[0].model_copy(update={"quiz": quiz.model_copy(update={"pass_mark": 65})})
    changed = course.model_copy(update={"sections": (section, course.sections[1])})
    assert data_of(course=changed)["sections"][0]["quiz"]["pass"] == 0.65


def test_questions_tell_how_they_are_asked_but_not_the_answer() -> None:
    """SEC-14: keys stand in section scripts only."""
    questions = data_of()["questions"]
    assert questions["q_choice"] == {
        "kind": "choice",
        "weight": 1,
        "tries": 1,
        "credit": "whole",
        "scored": True,
        "section": "first",
        "quiz": True,
        "shuffle": True,
    }
    assert (questions["k_number"]["quiz"], questions["k_number"]["shuffle"]) == (False, False)
    assert "4711" not in json.dumps(data_of())


def test_strings_are_those_that_the_linked_player_names() -> None:
    strings = data_of(player=player_scripts(used_kinds(COURSE)).player)["strings"]
    assert {"save.saved", "quiz.start", "question.error.one", "notice.no-lms.title"} - set(strings) == {
        "quiz.start"
    }
    assert len(strings) < len(ENGLISH.strings)


def test_only_kinds_that_are_used_come_along() -> None:
    data = sample_course(sections=[sample_course().sections[1].model_dump()], welcome=None)
    assert used_kinds(data) == {"text"}
    assert data_of(course=data)["responses"] == {}


@EVERY_EDITION
def test_keys_and_patterns_stand_in_the_script_of_their_section(edition: Edition) -> None:
    name, content = content_of(1, edition)
    assert name == "first"
    assert content["questions"]["q_choice"]["key"] == ["a", "c"]
    for question in rendered().sections[1].questions:
        interaction = question.interaction
        form, letters = edition.responses[interaction.kind], LOCK.letters(interaction.id)
        expected = [
            [part.id, list(interaction.correct_patterns(part.id, form, letters)), description]
            for part, description in zip(interaction.parts(), question.descriptions, strict=True)
        ]
        assert content["questions"][interaction.id]["records"] == expected


def test_forms_of_knowledge_checks_stand_in_their_page_only() -> None:
    _, content = content_of(1, EDITIONS[0])
    assert 'data-question="k_number"' in content["pages"]["one"]
    assert "html" not in content["questions"]["k_number"]
    assert 'data-question="q_choice"' in content["questions"]["q_choice"]["html"]


def test_feedback_comes_with_each_question() -> None:
    _, content = content_of(1, EDITIONS[0])
    choice = content["questions"]["q_choice"]
    assert choice["feedback"] == {"correct": "Right.", "incorrect": "Wrong.", "partly": "Half."}
    assert choice["optionFeedback"] == {"a": "About the first."}
    assert choice["revisit"] == {"page": "one", "title": "Page one"}
    assert [record[2] for record in choice["records"]] == ["Which two?"]
    assert content["questions"]["q_true"]["feedback"] == {"any": "It is."}


def test_the_welcome_page_has_a_script_that_belongs_to_no_section() -> None:
    name, content = content_of(0, EDITIONS[0])
    assert (name, list(content["pages"]), content["quiz"]) == ("", ["hello"], None)


def test_a_long_stem_is_cut_to_what_every_lms_takes() -> None:
    section = sample_course().sections[0].model_dump()
    section["quiz"]["questions"][0]["stem"] = "word " * 100
    questions = rendered(sample_course(sections=[section])).sections[1].questions
    description = questions[0].descriptions[0]
    assert (len(description) <= 250, description[-1]) == (True, "…")
