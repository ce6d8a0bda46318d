"""Administrators paste what an LMS shows: they must read what is in it, or plainly why not (RUN-64)."""

from __future__ import annotations

import io
import json
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.course.load import load_course
from cpom_scorm.course.lock import LOCK_NAME, read_lock
from cpom_scorm.course.record_size import text_lengths
from tests.command_line import ROOT, Done, cpom, cpom_process
from tests.full_course import write_full_course
from tests.random_records import random_progress
from tests.unit.record.test_reading import written_by_the_player

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.node


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the course of every kind of block and question, built once."""
    folder = tmp_path_factory.mktemp("state")
    write_full_course(folder / "course")
    assert (
        cpom("build", folder / "course", "--output", folder / "dist", "--edition", "scorm2004-4th").code == 0
    )
    return folder / "course"


@pytest.fixture(scope="module")
def written(course: Path) -> dict[str, Any]:
    """Give what the player writes for a learner who did everything, with the state that it wrote."""
    lock, _ = read_lock(course / LOCK_NAME)
    assert lock is not None
    table = {
        "slots": [list(slot.entry) for slot in lock.slots],
        "generations": [list(one) for one in lock.generations],
        "texts": text_lengths(load_course(course).complete),
    }
    state = random_progress(Random(7), table, full=True)
    return written_by_the_player([{"table": table, "state": state}])[0]


def decode(record: str, course: Path, *more: str) -> Done:
    return cpom("state", "decode", record, "--course", course, *more)


def test_everything_in_a_record_is_told(course: Path, written: dict[str, Any]) -> None:
    done = decode(written["text"], course, "--format", "json")
    assert (0, "") == (done.code, done.err)
    facts = json.loads(done.out)["record"]
    state = written["state"]
    assert facts["attempt"] == f"{state['token']:06x}"
    assert facts["pages_seen"] == len(state["seen"])
    assert {answer["id"] for answer in facts["answers"]} == set(state["answers"])
    assert {section["id"] for section in facts["sections"] if section["quiz"]} == set(state["quizzes"])
    assert all(answer["response"] and answer["stem"] for answer in facts["answers"])
    text = decode(written["text"], course).out
    assert all(f"    {answer} (" in text for answer in state["answers"])


def test_what_learners_wrote_is_shown_only_when_it_is_asked_for(
    course: Path, written: dict[str, Any]
) -> None:
    """Texts of learners are theirs: an administrator who looks for a bookmark must not stumble over them."""
    shown = [decode(written["text"], course, *more).out for more in ((), ("--texts",), ("--format", "json"))]
    assert ["xxxx" in text for text in shown] == [False, True, False]
    assert "(a text of " in shown[0]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: f'  "{text}"\n', "quotation marks stood around it"),
        (lambda text: f"{text[:40]}\r\n {text[40:]}", "white space or line breaks were put into it"),
        (lambda text: f"&quot;{text}&quot;", "it was escaped for HTML"),
        (lambda text: "".join(f"%{ord(one):02X}" for one in text), "it was encoded for a URL"),
        (lambda text: f"cmi.suspend_data={text}", "its name stood in front of it"),
    ],
)
def test_damage_that_can_be_undone_is_undone_and_told(
    course: Path, written: dict[str, Any], change: Any, told: str
) -> None:
    done = decode(change(written["text"]), course, "--format", "json")
    facts = json.loads(done.out)["record"]
    assert told in facts["damages"]
    clean = json.loads(decode(written["text"], course, "--format", "json").out)["record"]
    assert {**facts, "damages": []} == clean


@pytest.mark.parametrize(
    ("change", "reason", "told"),
    [
        (lambda _: " ", "empty", "nothing in it"),
        (lambda text: text[:-9], "damaged", "its end is missing"),
        (lambda text: text[:255], "damaged", "exactly 255 characters"),
        (lambda text: text[:30] + ("A" if text[30] != "A" else "B") + text[31:], "damaged", "were changed"),
        (lambda text: text.lower(), "damaged", "made small"),
        (lambda _: '{"bookmark": 3}', "damaged", "another tool's"),
        (lambda _: "2AAAAAAA", "damaged", 'begins with "2"'),
        (lambda _: "1ABM_Cayrze8AAAcAAAXwADAAGFBJh0AZ1fK", "generation", "19 slots named 3f09ac"),
    ],
)
def test_what_cannot_be_read_has_a_reason_and_a_remedy(
    course: Path, written: dict[str, Any], change: Any, reason: str, told: str
) -> None:
    """RUN-42, RUN-63."""
    done = decode(change(written["text"]), course)
    assert (1, "") == (done.code, done.out)
    assert told in " ".join(done.err.split())
    assert "What to do" in done.err
    refused = json.loads(decode(change(written["text"]), course, "--format", "json").out)["refused"]
    assert refused["reason"] == reason


def test_a_record_can_come_from_standard_input_and_fits_a_narrow_terminal(
    course: Path, written: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(written["text"] + "\n"))
    monkeypatch.setenv("COLUMNS", "44")
    lines = decode("-", course, "--texts").out.splitlines()
    assert max(map(len, lines)) <= 44


def test_without_a_lock_file_or_a_course_the_command_says_what_it_needs(
    tmp_path: Path, starter: Path
) -> None:
    done = decode("1AAA", starter)
    assert 1 == done.code
    assert f'there is no "{LOCK_NAME}"' in " ".join(done.err.split())
    (tmp_path / "empty").mkdir()
    assert "error[CRS-" in decode("1AAA", tmp_path / "empty").err
    assert cpom("state", "decode", "1AAA", "--course", tmp_path / "none").code == 2


def test_a_record_of_an_earlier_version_is_read_and_told_as_such(
    course: Path, written: dict[str, Any]
) -> None:
    """RUN-41: the course has grown since; and a folder that is older than the record says so."""
    lock = course / LOCK_NAME
    before = lock.read_text("utf-8")
    file = course / "two.yaml"
    text = file.read_text("utf-8")
    added = "pages:\n- {id: added_later, title: Added, minutes: 1, blocks: [{kind: text, text: Read.}]}\n"
    file.write_text(text.replace("pages:\n", added, 1), "utf-8")
    try:
        dist = course.parent / "later"
        assert cpom("build", course, "--output", dist, "--edition", "scorm2004-4th").code == 0
        facts = json.loads(decode(written["text"], course, "--format", "json").out)["record"]
        assert facts["newest"] is False
        assert [page["id"] for page in facts["missing"]] == ["added_later"]
        assert "an earlier one of the lock file" in decode(written["text"], course).out
        later = lock.read_text("utf-8")
    finally:
        file.write_text(text, "utf-8")
        lock.write_text(before, "utf-8")
    assert later != before


def test_the_help_says_what_to_paste() -> None:
    assert "suspend_data" in cpom_process("state", "decode", "--help", cwd=ROOT).out
