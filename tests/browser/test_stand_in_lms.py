"""The stand-in LMS must refuse what a strict LMS refuses: a lax one would hide faults from authors."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.editions import EDITIONS, edition_named
from cpom_scorm.stand_in_lms.profiles import profile_named
from tests.browser.lms import Lms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SCRIPT = """async ([options, steps]) => {
  const { createApi } = await import("/stand_in_lms/api.js");
  const { createServer } = await import("/stand_in_lms/server.js");
  const { profile } = options;
  const server = createServer({ profile, values: {}, store: () => true });
  let api;
  const open = () => { api = createApi({ ...options, server, onCall() {} }); };
  open();
  return steps.map(([role, ...args]) => {
    if (role === "relaunch") { open(); return "relaunched"; }
    try {
      const answer = api[options.calls[role]](...args);
      return role === "lastError" ? answer : `${answer} ${api[options.calls.lastError]()}`;
    } catch (fault) { return "threw"; }
  });
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    lms = Lms(browser)
    lms.site.add("", {"": b""})
    lms.site.files["blank.html"] = b"<!doctype html><title>blank</title>"
    page = browser.new_page()
    page.goto(f"{lms.site.origin}/blank.html")
    yield page
    page.close()
    lms.stop()


def answers(page: Page, edition_id: str, steps: list[list[str]], profile: str = "strict") -> list[str]:
    edition = edition_named(edition_id)
    options: dict[str, Any] = {
        "calls": edition.runtime.calls,
        "table": asdict(edition.data_model),
        "profile": asdict(profile_named(profile)),
    }
    return page.evaluate(SCRIPT, [options, steps])


def test_calls_outside_a_session_are_refused_in_1_2(page: Page) -> None:
    steps = [
        ["get", "cmi.suspend_data"],
        ["initialize", ""],
        ["initialize", ""],
        ["terminate", ""],
        ["commit", ""],
    ]
    assert answers(page, "scorm12", steps) == [" 301", "true 0", "false 101", "true 0", "false 301"]


def test_calls_outside_a_session_are_refused_in_2004(page: Page) -> None:
    steps = [
        ["get", "cmi.location"],
        ["initialize", ""],
        ["initialize", ""],
        ["terminate", ""],
        ["commit", ""],
    ]
    assert answers(page, "scorm2004-4th", steps) == [" 122", "true 0", "false 103", "true 0", "false 143"]


@pytest.mark.parametrize(
    ("edition", "element", "value", "code"),
    [
        ("scorm12", "cmi.core.lesson_status", "not attempted", 405),
        ("scorm12", "cmi.core.lesson_status", "passed", 0),
        ("scorm12", "cmi.core.score.raw", "101", 405),
        ("scorm12", "cmi.core.score.raw", "99.5", 0),
        ("scorm12", "cmi.core.session_time", "PT5S", 405),
        ("scorm12", "cmi.core.session_time", "0000:00:05.05", 0),
        ("scorm12", "cmi.core.student_id", "me", 403),
        ("scorm12", "cmi.suspend_data", "x" * 4096, 0),
        ("scorm12", "cmi.suspend_data", "x" * 4097, 405),
        ("scorm12", "cmi.interactions.1.id", "q", 201),
        ("scorm12", "cmi.nothing", "x", 401),
        ("scorm2004-2nd", "cmi.suspend_data", "x" * 4001, 406),
        ("scorm2004-3rd", "cmi.suspend_data", "x" * 4001, 0),
        ("scorm2004-4th", "cmi.score.scaled", "1.2", 407),
        ("scorm2004-4th", "cmi.score.scaled", ".5", 406),
        ("scorm2004-4th", "cmi.score.scaled", "0.5", 0),
        ("scorm2004-4th", "cmi.session_time", "PT", 406),
        ("scorm2004-4th", "cmi.session_time", "PT0H1M2.5S", 0),
        ("scorm2004-4th", "cmi.interactions.0.type", "choice", 408),
        ("scorm2004-4th", "cmi.objectives.3.id", "s", 351),
        ("scorm2004-4th", "cmi.learner_id", "me", 404),
    ],
)
def test_values_are_judged_by_the_table(
    page: Page, edition: str, element: str, value: str, code: int
) -> None:
    answer = answers(page, edition, [["initialize", ""], ["set", element, value]])[1]
    assert answer == (f"false {code}" if code else "true 0")


def test_a_response_is_judged_by_the_type_of_its_interaction(page: Page) -> None:
    steps = [
        ["initialize", ""],
        ["set", "cmi.interactions.0.id", "q1"],
        ["set", "cmi.interactions.0.learner_response", "a"],
        ["set", "cmi.interactions.0.type", "choice"],
        ["set", "cmi.interactions.0.learner_response", "a-b"],
        ["set", "cmi.interactions.0.learner_response", "a[,]b"],
        ["set", "cmi.interactions.0.correct_responses.0.pattern", "a"],
        ["get", "cmi.interactions._count"],
        ["get", "cmi.interactions.0.correct_responses._count"],
    ]
    expected = ["true 0", "true 0", "false 408", "true 0", "false 406", "true 0", "true 0", "1 0", "1 0"]
    assert answers(page, "scorm2004-4th", steps) == expected


@pytest.mark.parametrize("edition", [edition.id for edition in EDITIONS])
def test_a_suspended_attempt_comes_back_and_any_other_is_forgotten(page: Page, edition: str) -> None:
    elements = edition_named(edition).runtime.elements
    kept = [["initialize", ""], ["set", elements["suspend_data"], "mine"]]
    again = [
        ["terminate", ""],
        ["relaunch"],
        ["initialize", ""],
        ["get", edition_named(edition).data_model.entry],
        ["get", elements["suspend_data"]],
    ]
    suspended = answers(page, edition, [*kept, ["set", elements["exit"], "suspend"], *again])
    assert suspended[-2:] == ["resume 0", "mine 0"]
    ended = answers(page, edition, [*kept, *again])
    assert ended[-2].startswith("ab-initio")
    assert "mine" not in ended[-1]


@pytest.mark.parametrize(("profile", "answer"), [("throws", "threw"), ("null", "null"), ("empty", "")])
def test_a_profile_can_answer_nothing_useful(page: Page, profile: str, answer: str) -> None:
    assert answers(page, "scorm12", [["initialize", ""]], profile)[0].split(" ")[0] == answer
