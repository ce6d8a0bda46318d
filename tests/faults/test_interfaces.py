"""API objects that answer in their own way, come late, or cannot be reached at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.site import Site
from tests.browser.tour import go
from tests.faults.seat import BOTH, Bench

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from cpom_scorm.editions import Edition
    from tests.faults.small_course import SmallCourse

pytestmark = pytest.mark.browser


@BOTH
@pytest.mark.parametrize("profile", ["false-zero", "mixed-case", "both-apis"])
def test_f16_odd_answers_are_understood(
    bench: Callable[[Edition], Bench], edition: Edition, profile: str
) -> None:
    """RUN-01, RUN-06, RUN-07, RUN-10: false without an error is a yes, and `Passed` is passed."""
    one = bench(edition)
    seat = one.launch(profile)
    seat.finish()
    seat.wait_until_told("Saved")
    seat.leave()
    before = one.statuses()
    again = one.elsewhere(profile)
    assert {"c1", "c2", "c3"} == again.answered()
    again.leave()
    assert before == one.statuses()
    assert {"passed"} <= set(before) <= {"passed", "completed"}


def test_f17_an_api_that_comes_three_seconds_late_gets_what_was_done_before(
    bench: Callable[[Edition], Bench], small: SmallCourse
) -> None:
    """RUN-03: what learners do until then is part of the first save."""
    one = bench(next(iter(small.packages.values())).edition)
    seat = one.launch("late")
    seat.check("c1")
    assert not one.kept("suspend_data")
    seat.wait_until_told("Saved")
    seat.vanish()
    assert {"c1"} == one.elsewhere().answered()


@BOTH
def test_f18_a_parent_of_another_origin_is_survived_and_learners_are_told(
    browser: Browser, small: SmallCourse, edition: Edition
) -> None:
    """RUN-02, RUN-04: nothing throws, nothing is recorded, the course goes on."""
    here, there = Site().start(), Site().start()
    here.add("content", small.packages[edition.id].files)
    frame = f'<iframe name=content src="{here.origin}/content/index.html" width=1000 height=640></iframe>'
    there.files["lms.html"] = f"<!doctype html><title>LMS</title>{frame}".encode()
    failures: list[str] = []
    page = browser.new_page()
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(f"{there.origin}/lms.html")
    content = page.frame("content")
    assert content
    content.locator("[data-notices] .note", has_text="Nothing will be recorded").first.wait_for()
    go(content, "#/page/p1")
    content.locator("form.q input").first.check()
    content.locator("form.q button[type=submit]").click()
    content.locator(".feedback .note").wait_for()
    assert failures == []
    page.close()
    here.stop()
    there.stop()


def test_f19_a_second_player_does_not_make_moodle_2004_forget(
    bench: Callable[[Edition], Bench], small: SmallCourse
) -> None:
    """RUN-05: Moodle starts anew from the launch before it refuses a second Initialize."""
    newest = list(small.packages.values())[-1]
    twice = newest.files["index.html"]
    for name in (b"course-data.js", b"player.js"):
        tag = b'<script src="' + name + b'" defer></script>'
        assert tag in twice
        twice = twice.replace(b"</head>", tag + b"</head>")
    one = bench(newest.edition)
    seat = one.launch("moodle-2004", files={**newest.files, "index.html": twice})
    seat.save("c1")
    assert 1 == len(seat.calls("initialize"))
    seat.leave()
    assert {"c1"} == one.elsewhere("moodle-2004").answered()


@BOTH
def test_f20_refused_interactions_touch_neither_status_nor_what_learners_are_told(
    bench: Callable[[Edition], Bench], edition: Edition
) -> None:
    """RUN-54: some LMSs keep none; the rest is reported, and nobody is alarmed."""
    one = bench(edition)
    seat = one.launch("no-interactions")
    seat.watch_told()
    seat.finish()
    seat.wait_until_told("Saved")
    assert [] == [words for words in seat.ever_told() if words.startswith("Not saved")]
    refused = [call["arguments"][0] for call in seat.visit.refusals()]
    assert refused
    assert [] == [name for name in refused if not name.startswith("cmi.interactions.")]
    seat.leave()
    assert "passed" in one.statuses()
    assert "100" == one.kept("score.raw")
