"""Windows close, frames vanish, machines die: what the learner did is kept, and the LMS is left in order."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.course.contents import placed_questions
from cpom_scorm.editions import EDITIONS, Edition
from tests.browser.lms import Lms
from tests.browser.own_window import open_package, own_api
from tests.browser.site import Site
from tests.browser.tour import PAGES, answer, go, submit_all, tour
from tests.conftest import BROWSER_ARGUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.course.model import Course
    from tests.browser.lms import Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("life-cycle")]

EVERY_EDITION = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
FIRST_AND_LAST = pytest.mark.parametrize(
    "edition", [EDITIONS[0], EDITIONS[-1]], ids=lambda edition: edition.id
)
ELSEWHERE = {"elsewhere.html": b"<!doctype html><title>elsewhere</title>"}


def made(visit: Visit) -> list[str]:
    """Give the names of all calls so far."""
    return [call["call"] for call in visit.calls()]


@FIRST_AND_LAST
def test_run_20_twenty_quick_page_turns_are_few_commits(
    lms: Lms, full_packages: dict[str, BuiltPackage], edition: Edition
) -> None:
    """RUN-20, RUN-28: pages are saved together, and the document is never loaded again."""
    visit = lms.launch(full_packages[edition.id].files, edition, lms="stand-in")
    visit.content.locator("#launch h1").wait_for()
    visit.settle()
    visit.content.evaluate("window.marker = true")
    before = made(visit).count(edition.runtime.calls["commit"])
    for turn in range(20):
        go(visit.content, f"#/page/{PAGES[turn % 3]}")
    calls = made(visit)
    assert calls.count(edition.runtime.calls["commit"]) - before <= 2
    assert calls.count(edition.runtime.calls["initialize"]) == 1
    assert visit.content.evaluate("window.marker")
    visit.leave()


@FIRST_AND_LAST
def test_run_20_what_was_answered_a_moment_before_the_machine_died_is_there_again(
    lms: Lms, full_packages: dict[str, BuiltPackage], full_course: Course, edition: Edition
) -> None:
    """RUN-20, RUN-25, F3: nothing that matters waits for the farewell, which never comes here."""
    files = full_packages[edition.id].files
    visit = lms.launch(files, edition, lms="stand-in", place="#/page/checks")
    visit.content.locator("form.q").first.wait_for()
    visit.settle()
    answer(visit.content, full_course, "wrong")
    submit_all(visit.content)
    visit.page.wait_for_timeout(200)
    kept: dict[str, Any] = visit.held()
    visit.page.context.close()
    again = lms.launch(files, edition, lms="stand-in", values=kept, place="#/page/checks")
    checks = [placed.question for placed in placed_questions(full_course) if not placed.in_quiz]
    again.content.locator("form.q .feedback .note").nth(len(checks) - 1).wait_for()
    left = ["1 try left" if question.is_scored else "" for question in checks]
    assert again.content.locator("form.q .tries").all_inner_texts() == left
    again.leave()


def test_run_25_a_lost_farewell_costs_the_place_and_seconds_only(
    lms: Lms, full_package: BuiltPackage, full_course: Course
) -> None:
    """Everything else that the farewell would say has been said before."""
    edition = full_package.edition
    visit = lms.launch(full_package.files, edition, lms="stand-in")
    visit.content.locator("#launch h1").wait_for()
    visit.settle()
    for place in ("page/checks", "quiz/one"):
        go(visit.content, f"#/{place}")
        answer(visit.content, full_course, "right")
        submit_all(visit.content)
    visit.content.locator("[data-start]").click()
    visit.content.locator("#view .row.spread button").click()
    visit.content.locator("#view [role=status] .note button").click()
    visit.content.locator("#view .result").wait_for()
    before = visit.held()
    after = visit.leave()
    names = ("suspend_data", "session_time", "location")
    may_differ = {edition.runtime.elements[name] for name in names} | {edition.data_model.total_time}
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed <= may_differ, changed


@pytest.fixture(scope="module")
def modern_lms(browser: Browser) -> Iterator[Lms]:
    """An LMS in a browser that no longer fires `unload`."""
    started = Lms(browser, headers={"Permissions-Policy": "unload=()"})
    yield started
    started.stop()


@EVERY_EDITION
def test_run_22_a_frame_that_is_taken_away_ends_its_session_once(
    modern_lms: Lms, full_packages: dict[str, BuiltPackage], edition: Edition
) -> None:
    """RUN-22, RUN-23, F2: without `unload`, and with nothing after the end but `hidden`."""
    visit = modern_lms.launch(full_packages[edition.id].files, edition, lms="stand-in", place="#/page/parts")
    complaints: list[str] = []
    visit.page.on("console", lambda entry: complaints.append(entry.text))
    visit.content.locator("#view h1").wait_for()
    visit.settle()
    visit.page.evaluate("document.getElementById('content').remove()")
    visit.page.wait_for_timeout(300)
    calls = made(visit)
    end = edition.runtime.calls["terminate"]
    assert (1, end) == (calls.count(end), calls[-1])
    assert edition.runtime.calls["commit"] != calls[-2]
    assert visit.page.evaluate("window.record.alerts") == 0
    assert [] == visit.refusals()
    assert [] == [text for text in complaints if "unload" in text.lower()]
    visit.page.context.close()


def test_run_22_a_window_that_goes_elsewhere_ends_its_session_once(
    lms: Lms, full_package: BuiltPackage
) -> None:
    visit = lms.launch(full_package.files, full_package.edition, lms="stand-in", place="#/page/parts")
    visit.content.locator("#view h1").wait_for()
    visit.settle()
    visit.page.evaluate("document.getElementById('content').src = 'about:blank'")
    visit.page.wait_for_timeout(300)
    end = full_package.edition.runtime.calls["terminate"]
    assert (1, end) == (made(visit).count(end), made(visit)[-1])
    visit.page.context.close()


def test_run_16_looking_back_writes_nothing(
    lms: Lms, full_package: BuiltPackage, full_course: Course
) -> None:
    """Everything can be tried, and a notice says that nothing is recorded."""
    visit = lms.launch(full_package.files, full_package.edition, lms="stand-in", profile="review")
    visit.content.locator("#launch [role=status] .note", has_text="nothing is recorded").wait_for()
    tour(visit.content, full_course)
    calls = full_package.edition.runtime.calls
    assert {calls["initialize"], calls["get"], calls["terminate"]} == set(made(visit))
    visit.page.context.close()


def test_run_27_the_session_is_ended_though_the_last_commit_failed(
    browser: Browser, site: Site, full_package: BuiltPackage
) -> None:
    """Cornerstone answers null to a Commit while the page goes away."""
    page = browser.new_page()
    page.add_init_script(own_api(full_package, commit="false"))
    open_package(page, site, full_package, "#/page/parts")
    go(page, "#/exit")
    calls = [call["call"] for call in page.evaluate("record.calls")]
    assert (full_package.edition.runtime.calls["terminate"], 0) == (calls[-1], page.evaluate("record.alerts"))
    page.close()


@pytest.fixture(scope="module")
def going_back(browser: Browser) -> Iterator[Browser]:
    """A browser that keeps the pages that one may go back to, as people's browsers do."""
    keeper = browser.browser_type.launch(
        executable_path=os.environ.get("CPOM_BROWSER") or "/usr/bin/chromium",
        args=BROWSER_ARGUMENTS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield keeper
    keeper.close()


def there_and_back(page: Page, site: Site) -> None:
    """Leave for another page and come back by the browser's button."""
    page.evaluate("window.marker = true")
    page.goto(f"{site.origin}/elsewhere.html")
    page.evaluate("history.back()")
    page.wait_for_function("() => location.hash !== '' && document.querySelector('#view h1')")


@pytest.mark.parametrize("exits", [False, True])
def test_run_24_a_page_from_the_cache_goes_on_unless_its_session_has_ended(
    going_back: Browser, full_package: BuiltPackage, full_course: Course, exits: bool
) -> None:
    """F23: a stale session must not write; a living one must not be lost."""
    site = Site(caching="max-age=60", files=dict(ELSEWHERE)).start()
    page = going_back.new_page()
    page.add_init_script(own_api(full_package))
    open_package(page, site, full_package, "#/page/checks")
    page.wait_for_function("() => record.calls.length > 5")
    if exits:
        go(page, "#/exit")
    there_and_back(page, site)
    page.wait_for_function("ended => (window.marker === true) !== ended", arg=exits)
    calls = [call["call"] for call in page.evaluate("record.calls")]
    runtime = full_package.edition.runtime
    assert calls.count(runtime.calls["initialize"]) == 1
    if not exits:
        assert runtime.calls["terminate"] not in calls
        answer(page, full_course, "right")
        submit_all(page)
        committed = page.evaluate("record.calls.filter(({ call }) => call === 'Commit').length")
        assert committed > calls.count(runtime.calls["commit"])
    page.close()
    site.stop()
