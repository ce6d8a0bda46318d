"""What the learner's own device adds: what no LMS has comes back from there, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.editions import EDITIONS
from tests.browser.tour import go
from tests.faults.own_browser import own_browser
from tests.faults.seat import BOTH, LEARNER, Bench

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cpom_scorm.editions import Edition
    from tests.browser.lms import Lms
    from tests.faults.small_course import SmallCourse

pytestmark = pytest.mark.browser

FLUSH_MS = 7000
"""Chromium writes what pages store to its disk every few seconds."""


@BOTH
def test_f03_the_device_of_a_killed_browser_brings_back_what_was_not_sent(
    tmp_path: Path, lms: Lms, small: SmallCourse, edition: Edition
) -> None:
    """RUN-33, RUN-34: the network is gone, then the process; the same profile on disk is opened again."""
    with own_browser(tmp_path / "profile", lms.browser) as (browser, process):
        one = Bench(lms, small, edition, browser)
        seat = one.launch()
        seat.save("c1")
        lms.site.down = True
        seat.check("c2")
        seat.visit.page.wait_for_timeout(FLUSH_MS)
        process.kill()
    lms.site.down = False
    with own_browser(tmp_path / "profile", lms.browser) as (browser, _):
        again = Bench(lms, small, edition, browser).launch()
        again.wait_until_told("Saved")
        assert {"c1", "c2"} == again.answered()
    assert {"c1", "c2"} == Bench(lms, small, edition).launch().answered()


@BOTH
def test_f04_what_was_done_without_a_network_is_there_after_a_new_launch(
    bench: Callable[[Edition], Bench], edition: Edition
) -> None:
    """RUN-33, RUN-34, RUN-54: on the same device, and told; then the LMS has it, and its interaction."""
    one = bench(edition)
    seat = one.launch()
    seat.save("c1")
    one.lms.site.down = True
    seat.check("c2")
    seat.vanish()
    one.lms.site.down = False
    again = one.launch()
    again.content.locator("[data-notices] .note", has_text="was restored").first.wait_for()
    again.wait_until_told("Saved")
    assert ["c1", "c2"] == one.reported()
    assert {"c1", "c2"} == again.answered()
    assert {"c1", "c2"} == one.elsewhere().answered()


@BOTH
def test_f05_the_device_repairs_what_a_lying_lms_lost(
    bench: Callable[[Edition], Bench], edition: Edition
) -> None:
    """RUN-34: it said true and read back its own copy; its server has nothing of the last answer."""
    one = bench(edition)
    seat = one.launch()
    seat.save("c1")
    kept = dict(one.kept_values)
    seat.save("c2")
    seat.vanish()
    one.lms.kept[LEARNER] = kept
    again = one.launch()
    assert {"c1", "c2"} == again.answered()


@BOTH
@pytest.mark.parametrize("choice", ["Start fresh", "Restore"])
def test_f25_an_attempt_that_was_reset_stays_reset_unless_the_learner_asks(
    bench: Callable[[Edition], Bench], edition: Edition, choice: str
) -> None:
    """RUN-34: it may be on purpose: nothing comes back before the answer, and elsewhere nothing is asked."""
    one = bench(edition)
    seat = one.launch()
    seat.save("c1")
    seat.vanish()
    one.lms.kept.clear()
    again = one.launch()
    offer = again.content.get_by_role("button", name=choice)
    offer.first.wait_for()
    assert "" == one.kept("suspend_data")
    offer.first.click()
    again.see("p1")
    assert ({"c1"} if choice == "Restore" else set()) == again.answered()
    one.lms.kept.clear()
    other = one.elsewhere()
    assert set() == other.answered()
    assert 0 == other.content.get_by_role("button", name=choice).count()


@BOTH
def test_f12_a_second_window_takes_nothing_from_the_first(
    bench: Callable[[Edition], Bench], edition: Edition
) -> None:
    """RUN-36: it writes nothing until it is asked to go on; then the LMS gets what was done in both."""
    one = bench(edition)
    first = one.launch()
    first.save("c1")
    second = one.launch()
    second.content.locator("[data-notices] .note", has_text="open in another window").first.wait_for()
    second.check("c2")
    assert [] == [*second.calls("set"), *second.calls("commit")]
    second.content.get_by_role("button", name="Continue here").first.click()
    second.save("c3")
    first.content.locator("[data-notices] .note", has_text="goes on in another window").first.wait_for()
    first.leave()
    second.vanish()
    assert {"c1", "c2", "c3"} == one.elsewhere().answered()


def test_f12_an_answer_that_was_changed_in_the_other_window_is_not_changed_back(
    bench: Callable[[Edition], Bench],
) -> None:
    """RUN-36: a form that still shows the answer before says nothing when its window goes on."""
    one = bench(EDITIONS[-1])
    first = one.launch()
    first.begin_quiz("wrong")
    first.wait_until_told("Saved")
    second = one.launch()
    here = second.content.get_by_role("button", name="Continue here").first
    here.click()
    here.wait_for(state="detached")
    second.begin_quiz("right")
    second.wait_until_told("Saved")
    record = one.kept("suspend_data")
    first.visit.page.bring_to_front()
    back = first.content.get_by_role("button", name="Continue here").first
    back.click()
    back.wait_for(state="detached")
    first.see("p1")
    first.wait_until_told("Saved")
    assert record != one.kept("suspend_data")
    go(first.content, "#/quiz/only")
    first.content.locator("#view [data-start]").click()
    assert first.content.locator("form.q input").first.is_checked()
