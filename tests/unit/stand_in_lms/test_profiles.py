"""Each profile of the stand-in LMS does what was seen of the LMS that it stands for, call by call.

The facts were observed on real systems or read in their source; the profiles name where.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from cpom_scorm.editions import EDITIONS, Edition
from cpom_scorm.stand_in_lms.profiles import PROFILES, profile_named, profiles_for

pytestmark = pytest.mark.node

HERE = Path(__file__).parent
OLD, NEW = EDITIONS[0], EDITIONS[-1]
STATUS, RAW = "cmi.core.lesson_status", "cmi.core.score.raw"
MASTERY = "cmi.student_data.mastery_score"
DATA = "cmi.suspend_data"
BEGIN, COMMIT, END = ("initialize", ""), ("commit", ""), ("terminate", "")


def played(
    edition: Edition, profile: str, steps: list[tuple[Any, ...]], values: dict[str, str] | None = None
) -> list[str]:
    """Give the answers to calls and deeds, each with its error code if there is one."""
    runtime = edition.runtime
    case = {
        "form": {"calls": runtime.calls, "table": asdict(edition.data_model)},
        "profile": asdict(profile_named(profile)),
        "values": values or {},
        "steps": steps,
    }
    node = shutil.which("node")
    assert node, "Node is missing: run make test, which brings it"
    done = subprocess.run(
        [node, HERE / "play.mjs"], input=json.dumps([case]), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    answers: list[str] = json.loads(done.stdout)[0]
    return answers


def last(
    edition: Edition, profile: str, *steps: tuple[Any, ...], values: dict[str, str] | None = None
) -> str:
    """Give the answer to the last of some steps after Initialize, in an attempt that is suspended."""
    return played(edition, profile, [BEGIN, suspend(edition), *steps], values)[-1]


def suspend(edition: Edition) -> tuple[str, ...]:
    """Give the call without which LMSs forget an attempt."""
    return put(edition.runtime.elements["exit"], edition.runtime.suspend)


def put(name: str, value: str) -> tuple[str, ...]:
    return "set", name, value


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ([], "completed"),
        ([put(STATUS, "incomplete")], "incomplete"),
        ([put(STATUS, "incomplete"), put(RAW, "80")], "completed"),
        ([put(STATUS, "failed"), put(RAW, "80")], "failed"),
    ],
)
def test_moodle_completes_what_was_not_attempted_and_what_has_a_score(
    given: list[tuple[str, ...]], kept: str
) -> None:
    """lms-notes 3: StoreData at LMSFinish; scorm_insert_track with "force completed"."""
    assert kept == last(OLD, "moodle-12", *given, END, ("server", STATUS))


@pytest.mark.parametrize(("raw", "kept"), [("85", "failed"), ("90", "passed")])
def test_moodle_lets_the_mastery_score_override_any_status(raw: str, kept: str) -> None:
    """Observed: content said passed with 85, a mastery score of 90 gave failed."""
    values = {MASTERY: "90"}
    assert kept == last(
        OLD, "moodle-12", put(RAW, raw), put(STATUS, "passed"), END, ("server", STATUS), values=values
    )


@pytest.mark.parametrize(
    ("element", "value", "answer"),
    [
        (STATUS, "not attempted", "false 405"),
        (STATUS, "browsed", "true"),
        (RAW, "100", "true"),
        (RAW, "100.5", "false 405"),
        (RAW, "-1", "false 405"),
        (DATA, "x" * 4096, "true"),
        (DATA, "x" * 4097, "false 405"),
        ("cmi.core.lesson_location", "x" * 256, "false 405"),
        ("cmi.core.exit", "normal", "false 405"),
        ("cmi.core.session_time", "00:00:01.123", "false 405"),
        ("cmi.interactions.0.description", "what", "false 401"),
    ],
)
def test_moodle_refuses_in_1_2_what_its_tables_refuse(element: str, value: str, answer: str) -> None:
    """lms-notes 3, with the site's standards mode on."""
    assert answer == last(OLD, "moodle-12", put(element, value))


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        ("2026-11-28T10:11:12", "true"),
        ("2026-11-28T10:11:12.50Z", "true"),
        ("2026-11-28T10:11:12Z", "false 406"),
        ("2026-11-28T10:11:12.123Z", "false 406"),
    ],
)
def test_moodle_takes_few_forms_of_time_in_2004(value: str, answer: str) -> None:
    """lms-notes 4: a zone only after a fraction of one or two digits."""
    steps = (put("cmi.interactions.0.id", "q"), put("cmi.interactions.0.timestamp", value))
    assert answer == last(NEW, "moodle-2004", *steps)


@pytest.mark.parametrize(
    ("type_", "response", "answer"),
    [
        ("choice", "a_1[,]b", "true"),
        ("choice", "a-1", "false 406"),
        ("choice", "a:1", "false 406"),
        ("likert", "c1", "true"),
        ("true-false", "t", "false 406"),
    ],
)
def test_moodle_takes_plain_identifiers_in_2004(type_: str, response: str, answer: str) -> None:
    steps = (
        put("cmi.interactions.0.id", "q"),
        put("cmi.interactions.0.type", type_),
        put("cmi.interactions.0.learner_response", response),
    )
    assert answer == last(NEW, "moodle-2004", *steps)


@pytest.mark.parametrize(
    ("element", "value", "answer"),
    [
        ("cmi.session_time", "PT7.5S", "true"),
        ("cmi.session_time", "PT7.555S", "false 406"),
        ("cmi.session_time", "PT", "false 406"),
        ("cmi.score.scaled", "1e-7", "false 406"),
        ("cmi.progress_measure", "1.1", "false 407"),
    ],
)
def test_moodle_refuses_in_2004_what_its_tables_refuse(element: str, value: str, answer: str) -> None:
    assert answer == last(NEW, "moodle-2004", put(element, value))


def test_moodle_2004_forgets_what_was_set_before_it_refuses_a_second_initialize() -> None:
    """RUN-05: scorm_13.js rebuilds its model from the values of the launch, and then says 103."""
    steps = [BEGIN, put(DATA, "new"), BEGIN, ("get", DATA)]
    assert ["false 103", "old"] == played(NEW, "moodle-2004", steps, {DATA: "old"})[-2:]
    assert ["false 103", "new"] == played(NEW, "strict", steps, {DATA: "old"})[-2:]


def test_moodle_2004_lets_the_measure_decide_where_a_threshold_was_declared() -> None:
    steps = (
        put("cmi.progress_measure", "0.5"),
        put("cmi.completion_status", "completed"),
        END,
        ("server", "cmi.completion_status"),
    )
    assert last(NEW, "moodle-2004", *steps) == "completed"
    assert last(NEW, "moodle-2004", *steps, values={"cmi.completion_threshold": "0.8"}) == "incomplete"


@pytest.mark.parametrize(("edition", "profile"), [(OLD, "moodle-12"), (NEW, "moodle-2004")])
def test_moodle_says_true_of_beacons_whatever_becomes_of_them(edition: Edition, profile: str) -> None:
    """RUN-30: the page is hidden, and the network is gone as well: true, and nothing arrives."""
    steps = [BEGIN, put(DATA, "one"), COMMIT, ("leave",), put(DATA, "two"), COMMIT, ("server", DATA)]
    assert ["true", "two"] == played(edition, profile, steps)[-2:]
    steps = [BEGIN, put(DATA, "one"), ("disconnect",), COMMIT, ("server", DATA)]
    assert ["true", "nothing"] == played(edition, profile, steps)[-2:]
    assert ["false 101", "nothing"] == played(edition, "strict", steps)[-2:]


def many(count: int) -> list[tuple[str, ...]]:
    """Give interactions of nine fields each."""
    names = ("type", "timestamp", "weighting", "learner_response", "result", "latency", "description")
    given = ("choice", "2026-11-28T10:11:12", "1", "a", "correct", "PT5S", "x" * 60)
    steps = []
    for index in range(count):
        entry = f"cmi.interactions.{index}."
        steps += [put(f"{entry}id", f"question-{index}")]
        steps += [put(f"{entry}{name}", value) for name, value in zip(names, given, strict=True)]
        steps += [put(f"{entry}correct_responses.0.pattern", "a")]
    return steps


@pytest.mark.parametrize(("count", "answer"), [(45, "true"), (60, "false 101"), (150, "false 101")])
def test_a_beacon_of_moodle_2004_holds_45_interactions_and_no_60(count: int, answer: str) -> None:
    """lms-notes 4, observed: a Commit while the page is seen takes them all."""
    steps = [BEGIN, suspend(NEW), *many(count), COMMIT, ("leave",), END]
    answers = played(NEW, "moodle-2004", steps)
    assert ["true", answer] == [answers[-3], answers[-1]]


def test_open_edx_gives_no_status_score_mode_entry_or_count_back() -> None:
    """lms-notes 6; what else was posted is read back."""
    steps = [
        BEGIN,
        put(STATUS, "passed"),
        put(RAW, "80"),
        put(DATA, "mine"),
        ("get", STATUS),
        ("get", RAW),
        ("get", "cmi.core.lesson_mode"),
        ("get", "cmi.core.entry"),
        ("get", "cmi.interactions._count"),
        ("get", DATA),
    ]
    assert ["", "", "", "", "", "mine"] == played(OLD, "edx", steps)[-6:]


def test_open_edx_posts_each_value_once_and_commits_nothing() -> None:
    """A post that fails is dropped, and one while the page goes away never leaves."""
    steps = [BEGIN, put(DATA, "one"), ("server", DATA), ("leave",), put(DATA, "two"), COMMIT, END]
    answers = played(OLD, "edx", [*steps, ("server", DATA)])
    assert ["true", "true", "one", "", "true", "true", "true", "one"] == answers
    gone = [BEGIN, ("disconnect",), put(DATA, "one"), COMMIT, ("server", DATA)]
    assert ["true", "true", "nothing"] == played(OLD, "edx", gone)[-3:]


def test_cornerstone_answers_null_to_a_commit_while_the_page_goes_away() -> None:
    """RUN-27: error 391, and Terminate is heard all the same."""
    steps = [put(DATA, "mine"), COMMIT, ("leave",), COMMIT, END, ("server", DATA)]
    answers = played(NEW, "csod", [BEGIN, suspend(NEW), *steps])
    assert ["true", "null 391", "true", "mine"] == [answers[3], *answers[5:]]


@pytest.mark.parametrize(
    ("profile", "given", "ended", "grade"),
    [
        ("brightspace", {"raw": "80", "max": "100"}, True, "0.8"),
        ("brightspace", {"raw": "80", "max": "100"}, False, ""),
        ("brightspace", {"raw": "80"}, True, ""),
        ("brightspace", {"raw": "80", "max": "0"}, True, ""),
        ("moodle-12", {"raw": "80", "max": "100"}, True, "80"),
        ("edx", {"raw": "80", "max": "90"}, False, "0.8"),
    ],
)
def test_gradebooks_take_what_they_take(profile: str, given: dict[str, str], ended: bool, grade: str) -> None:
    steps = [put(f"cmi.core.score.{part}", value) for part, value in given.items()]
    assert grade == last(OLD, profile, *steps, COMMIT, *([END] if ended else []), ("grade",))


def test_chamilo_never_says_that_it_resumes_and_gives_everything_back() -> None:
    """RUN-40: chamilo/chamilo-lms issue 2988."""
    steps = [BEGIN, suspend(OLD), put(DATA, "mine"), END, ("settle",), ("open",), BEGIN]
    steps += [("get", "cmi.core.entry"), ("get", DATA)]
    assert ["ab-initio", "mine"] == played(OLD, "chamilo", steps)[-2:]


@pytest.mark.parametrize(
    ("profile", "sent", "kept"),
    [
        ("truncate-255", "x" * 300, "x" * 255),
        ("truncate-4096", "x" * 4096, "x" * 4096),
        ("html-escape", 'a<b>&"', "a&lt;b&gt;&amp;&quot;"),
        ("trim", " a b ", "a b"),
        ("newlines", "a\nb\r\nc", "a\r\nb\r\nc"),
        ("offline", "mine", "nothing"),
        ("forgetful", "mine", "nothing"),
    ],
)
def test_a_server_keeps_something_else_than_the_page_says(profile: str, sent: str, kept: str) -> None:
    """The page's own copy is read back as it was set, but for an LMS that reads its server."""
    steps = [BEGIN, put(DATA, sent), COMMIT, ("server", DATA), ("get", DATA)]
    answers = played(OLD, profile, steps)
    assert ["false 101" if profile == "offline" else "true", kept] == answers[2:4]
    assert answers[4] == ("" if profile == "forgetful" else sent)


def test_messages_overtake_each_other() -> None:
    steps = [BEGIN]
    for text in ("one", "two", "three"):
        steps += [put(DATA, text), COMMIT, ("server", DATA)]
    steps += [("settle",), ("server", DATA)]
    found = played(OLD, "reorder", steps)
    assert ["nothing", "one", "one", "three"] == [found[3], found[6], found[9], found[-1]]


def test_every_other_message_is_lost_and_acknowledged() -> None:
    steps = [BEGIN]
    for text in ("one", "two", "three", "four"):
        steps += [put(DATA, text), COMMIT, ("server", DATA)]
    answers = played(OLD, "lossy", steps)
    assert {"true"} == set(answers[2::3])
    assert ["nothing", "two", "two", "four"] == answers[3::3]


def test_a_session_that_ends_takes_what_is_sent_later_for_kept() -> None:
    """RUN-35: the sign-in page has status 200, and the API object looks no further."""
    steps = [BEGIN, put(DATA, "one"), COMMIT, ("wait", 21), put(DATA, "two"), COMMIT, ("server", DATA)]
    assert ["true", "one"] == played(OLD, "session-expiry", steps)[-2:]


def test_statuses_come_back_with_a_capital_and_values_are_taken_with_a_false() -> None:
    """RUN-06, RUN-07."""
    assert last(OLD, "mixed-case", put(STATUS, "incomplete"), ("get", STATUS)) == "Incomplete"
    answers = played(OLD, "false-zero", [BEGIN, put(DATA, "mine"), ("get", DATA), put(RAW, "x")])
    assert ["false", "mine", "false 405"] == answers[1:]


@pytest.mark.parametrize(("edition", "code"), [(OLD, 405), (NEW, 406)])
def test_interactions_are_refused_and_nothing_else(edition: Edition, code: int) -> None:
    steps = [BEGIN, put("cmi.interactions.0.id", "q"), put("cmi.objectives.0.id", "s"), put(DATA, "mine")]
    assert [f"false {code}", "true", "true"] == played(edition, "no-interactions", steps)[1:]


def test_each_edition_is_offered_the_profiles_of_its_api() -> None:
    """RUN-37: an author is never asked which Moodle."""
    for edition in EDITIONS:
        offered = profiles_for(edition.runtime.api)
        titles = [profile.title for profile in offered]
        assert (offered[0].name, len(titles)) == ("strict", len(set(titles)))
    assert {profile.name for edition in EDITIONS for profile in profiles_for(edition.runtime.api)} == {
        profile.name for profile in PROFILES
    }
    assert all(profile.evidence for profile in PROFILES)
