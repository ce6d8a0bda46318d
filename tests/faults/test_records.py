"""Records that are cut, changed, outgrown by the course or too large: nothing is applied by half."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.editions import EDITIONS
from tests.browser.own_window import open_package, own_api
from tests.browser.tour import FINISH, go
from tests.faults.seat import BOTH, Bench
from tests.faults.small_course import build_small_course

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import BrowserContext

    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.editions import Edition
    from tests.browser.lms import Lms
    from tests.browser.site import Site
    from tests.faults.small_course import SmallCourse

pytestmark = pytest.mark.browser

DATA = "cmi.suspend_data"
UNREADABLE = "could not be read"
ANSWER_ALL = (
    "() => document.querySelectorAll('form.q').forEach((form) => form.querySelector('input').click())"
)
BLOCKED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("no", "SecurityError"); },
});"""


@BOTH
def test_f09_pages_that_are_inserted_take_nothing_away(
    bench: Callable[[Edition], Bench], small: SmallCourse, tmp_path: Path, edition: Edition
) -> None:
    """RUN-41, RUN-43: the first and the last page were answered; the update is told of."""
    new = build_small_course(tmp_path / "new", ("p0", "p1", "p4", "p2", "p3"), earlier=small.lock)
    one = bench(edition)
    seat = one.launch()
    seat.check("c1")
    seat.save("c3")
    seat.vanish()
    one.small = new
    again = one.elsewhere()
    again.content.locator("[data-notices] .note", has_text="updated").first.wait_for()
    assert {"c1", "c3"} == again.answered()
    again.see("p4")
    assert 0 == again.content.locator("form.q .feedback .note").count()


@BOTH
def test_f09_who_has_passed_has_passed_the_next_version_as_well(
    bench: Callable[[Edition], Bench], small: SmallCourse, tmp_path: Path, edition: Edition
) -> None:
    """RUN-10, RUN-43."""
    new = build_small_course(tmp_path / "new", ("p0", "p1", "p2", "p3"), questions=3, earlier=small.lock)
    one = bench(edition)
    seat = one.launch()
    seat.finish()
    seat.wait_until_told("Saved")
    seat.vanish()
    before = one.statuses()
    one.small = new
    again = one.elsewhere()
    again.save("c0", "wrong")
    again.leave()
    assert (before, "100") == (one.statuses(), one.kept("score.raw"))


def test_f10_a_server_that_cuts_at_the_limit_cuts_nothing(
    lms: Lms, full_packages: dict[str, BuiltPackage], kept: dict[str, Any]
) -> None:
    """RUN-62: everything that a learner can do in the course with every block and question is within it."""
    package = list(full_packages.values())[-1]
    values = kept["passed"]
    visit = lms.launch(package.files, package.edition, lms="stand-in", profile="truncate-4096", values=values)
    visit.settle()
    again = lms.launch(package.files, package.edition, lms="stand-in", values=visit.leave())
    again.content.locator("#launch .sections .state.good").first.wait_for()
    assert UNREADABLE not in again.content.locator("[data-notices]").first.inner_text()
    again.leave()


def test_f10_a_record_that_a_server_cut_is_told_from_a_whole_one(
    lms: Lms, full_package: BuiltPackage, kept: dict[str, Any]
) -> None:
    """RUN-10, RUN-42, RUN-63: a clean start, in words; what the LMS shows as the result stays."""
    edition = full_package.edition
    held = {**kept["passed"], DATA: kept["passed"][DATA][:100]}
    again = lms.launch(full_package.files, edition, lms="stand-in", values=held)
    again.content.locator("[data-notices] .note", has_text=UNREADABLE).first.wait_for()
    again.settle()
    after = again.leave()
    for name in ("cmi.completion_status", "cmi.success_status", "cmi.score.raw"):
        assert held[name] == after[name]


@pytest.mark.parametrize("rewrite", ["html-escape", "trim", "newlines"])
def test_f10_what_servers_do_to_texts_does_nothing_to_a_record(
    bench: Callable[[Edition], Bench], rewrite: str
) -> None:
    """RUN-60: it holds letters, digits, - and _ only."""
    one = bench(EDITIONS[0])
    seat = one.launch(rewrite)
    seat.save("c1")
    seat.vanish()
    assert {"c1"} == one.elsewhere(rewrite).answered()


@pytest.mark.parametrize("share", [0, 0.3, 0.6, 1])
def test_f11_a_record_with_one_wrong_character_is_a_clean_start(
    context: BrowserContext, site: Site, full_package: BuiltPackage, kept: dict[str, Any], share: float
) -> None:
    """RUN-42: nothing throws, and learners are told; every single character is tried in Node."""
    record = kept["begun"][DATA]
    at = int((len(record) - 1) * share)
    wrong = record[:at] + ("B" if record[at] == "A" else "A") + record[at + 1 :]
    page = context.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.add_init_script(own_api(full_package, {**kept["begun"], DATA: wrong}))
    open_package(page, site, full_package)
    page.locator("[data-notices] .note").first.wait_for()
    assert "You start afresh" in page.locator("[data-notices]").first.inner_text()
    assert [] == failures
    page.close()


@BOTH
@pytest.mark.parametrize("days", [-1, 1])
def test_f13_a_wall_clock_that_jumps_does_not_change_the_time_that_was_spent(
    lms: Lms, small: SmallCourse, edition: Edition, days: int
) -> None:
    """RUN-50: right within a second."""
    begun = time.monotonic()
    visit = lms.launch(small.packages[edition.id].files, edition, lms="stand-in")
    visit.settle()
    settled = time.monotonic()
    visit.content.evaluate(
        "days => { const real = Date.now; Date.now = () => real() + days * 86400000; }", days
    )
    go(visit.content, "#/page/p2")
    visit.page.wait_for_timeout(1500)
    least = time.monotonic() - settled
    total = visit.leave()[edition.data_model.total_time]
    spent = seconds(total)
    assert least - 1 <= spent <= time.monotonic() - begun + 1


def test_f13_times_are_read() -> None:
    assert [3661.5, 61.0] == [seconds("0001:01:01.50"), seconds("PT0H1M1S")]


def seconds(text: str) -> float:
    hours, minutes, rest = (float(part) for part in re.findall(r"[\d.]+", text))
    return hours * 3600 + minutes * 60 + rest


@pytest.mark.parametrize(("questions", "answer"), [(40, "true"), (75, "false")])
def test_f21_a_last_message_that_is_too_large_costs_seconds_and_the_place_only(
    lms: Lms, tmp_path: Path, questions: int, answer: str
) -> None:
    """RUN-25, RUN-26: 40 reported questions always fit; of more, all that matters has been sent before."""
    small = build_small_course(tmp_path / "large", ("p1",), questions=questions)
    edition = EDITIONS[-1]
    one = Bench(lms, small, edition)
    seat = one.launch("moodle-2004", "#/page/p1")
    seat.content.locator("#view h1").wait_for()
    go(seat.content, "#/quiz/only")
    seat.content.locator("[data-start]").click()
    seat.content.locator("form.q").nth(questions - 1).wait_for()
    seat.content.evaluate(ANSWER_ALL)
    seat.content.locator(FINISH).click()
    seat.content.locator("#view .result").wait_for()
    seat.wait_until_told("Saved")
    before = dict(one.kept_values)
    seat.see("p1")
    seat.visit.page.evaluate("document.getElementById('content').remove()")
    assert answer == seat.calls("terminate")[-1]["answer"]
    seat.visit.page.wait_for_timeout(200)
    names = {edition.runtime.elements[name] for name in ("suspend_data", "session_time", "location")}
    names.add(edition.data_model.total_time)
    after = one.kept_values
    assert {name for name in before | after if before.get(name) != after.get(name)} <= names
    assert questions == len([name for name in after if re.fullmatch(r"cmi\.interactions\.\d+\.result", name)])
    assert "100" == one.kept("score.raw")
    one.close()


def test_f22_without_storage_everything_but_the_backup_works(
    bench: Callable[[Edition], Bench], small: SmallCourse
) -> None:
    """RUN-33: nothing throws, and saving goes on."""
    one = bench(EDITIONS[-1])
    one.browser.add_init_script(BLOCKED)
    seat = one.launch()
    failures: list[str] = []
    seat.visit.page.on("pageerror", lambda error: failures.append(str(error)))
    seat.save("c1")
    seat.leave()
    again = one.launch()
    assert {"c1"} == again.answered()
    assert [] == failures
