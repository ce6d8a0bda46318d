"""Tabs are closed, frames taken away, machines die: at most seconds and the place are lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.tour import go
from tests.faults.own_browser import own_browser
from tests.faults.seat import BOTH, Bench, profile_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cpom_scorm.editions import Edition
    from tests.browser.lms import Lms
    from tests.faults.seat import How
    from tests.faults.small_course import SmallCourse

pytestmark = pytest.mark.browser


@BOTH
def test_f01_a_frame_that_is_taken_away_costs_no_answer_where_its_last_words_are_refused(
    bench: Callable[[Edition], Bench], edition: Edition
) -> None:
    """RUN-25: Chromium refuses the LMS's synchronous request while the page goes away."""
    one = bench(edition)
    seat = one.launch()
    seat.check("c1")
    before = dict(one.kept_values)
    seat.see("p2")
    seat.leave()
    assert before == one.kept_values
    again = one.elsewhere()
    assert {"c1"} == again.answered()
    assert "resume" == again.read(edition.data_model.entry)


@BOTH
def test_f03_a_killed_browser_costs_nothing_that_was_shown_as_saved(
    tmp_path: Path, lms: Lms, small: SmallCourse, edition: Edition
) -> None:
    """RUN-20, RUN-25: the process is killed; on another device everything is there that was accepted."""
    with own_browser(tmp_path / "profile", lms.browser) as (browser, process):
        one = Bench(lms, small, edition, browser)
        seat = one.launch()
        seat.save("c1")
        seat.check("c2")
        process.kill()
    again = Bench(lms, small, edition).launch()
    assert {"c1"} <= again.answered()


@BOTH
def test_f07_null_to_a_commit_while_the_page_goes_away_is_no_reason_not_to_end(
    bench: Callable[[Edition], Bench], edition: Edition
) -> None:
    """RUN-27: as Cornerstone does; nobody is alarmed, and the session is ended."""
    one = bench(edition)
    seat = one.launch("csod")
    seat.save("c1")
    seat.see("p2")
    seat.hide()
    assert [None, 391] == [seat.calls("commit")[-1][part] for part in ("answer", "code")]
    assert "Not saved" not in seat.told() + seat.notices()
    seat.leave()
    assert {"c1"} == one.elsewhere("csod").answered()


@BOTH
def test_f08_to_leave_without_a_network_costs_nothing_that_was_saved_before(
    bench: Callable[[Edition], Bench], edition: Edition
) -> None:
    """RUN-08, RUN-14: 2004 forgets what is not suspended; that it is was said at the start."""
    one = bench(edition)
    seat = one.launch()
    seat.save("c1")
    assert edition.runtime.suspend == one.kept("exit")
    one.browser.set_offline(True)
    go(seat.content, "#/exit")
    seat.vanish()
    one.browser.set_offline(False)
    assert {"c1"} == one.elsewhere().answered()


@BOTH
@pytest.mark.parametrize(
    ("profile", "how"),
    [("strict", "right"), ("strict", "wrong"), ("moodle", "wrong"), ("edx", "right"), ("chamilo", "right")],
)
def test_f14_what_is_reopened_after_its_end_and_closed_at_once_is_as_it_was(
    bench: Callable[[Edition], Bench], edition: Edition, profile: str, how: How
) -> None:
    """RUN-10, RUN-11, RUN-14: statuses, scores and answers, whatever the LMS makes of a session's end."""
    one = bench(edition)
    lms = profile_of(profile, edition)
    seat = one.launch(lms)
    seat.finish(how)
    seat.leave()
    before = lasting(one)
    reopened = one.elsewhere(lms)
    reopened.visit.settle()
    reopened.leave()
    assert before == lasting(one)
    assert {"c1", "c2", "c3"} == one.elsewhere(lms).answered()


@BOTH
def test_f15_statuses_that_are_read_back_as_nothing_are_known_from_the_record(
    bench: Callable[[Edition], Bench], edition: Edition
) -> None:
    """RUN-07, RUN-10: Open edX answers "" to every question about a status; none is written that is lower."""
    one = bench(edition)
    seat = one.launch("edx")
    seat.finish()
    seat.leave()
    before = one.statuses()
    again = one.elsewhere("edx")
    assert {"c1", "c2", "c3"} == again.answered()
    again.leave()
    assert before == one.statuses()
    assert "incomplete" not in [value for value in before if value != "passed"]


def lasting(one: Bench) -> dict[str, str]:
    """Give what must not change by looking: statuses, scores and interactions at the server."""
    words = ("status", "score", "interactions", "objectives")
    return {name: value for name, value in one.kept_values.items() if any(word in name for word in words)}
