"""The network goes, the session ends, messages are lost: learners are told, and all is sent again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.seat import BOTH, Bench, profile_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpom_scorm.editions import Edition

pytestmark = pytest.mark.browser


@BOTH
def test_f04_without_a_network_learners_work_on_and_all_is_sent_when_it_is_back(
    bench: Callable[[Edition], Bench], edition: Edition
) -> None:
    """RUN-31, RUN-32: told once, at once; sent again as soon as the browser is online."""
    one = bench(edition)
    seat = one.launch()
    seat.save("c1")
    one.browser.set_offline(True)
    seat.check("c2")
    assert "Not saved" in seat.told()
    assert "Not saved since" in seat.notices()
    seat.check("c3")
    one.browser.set_offline(False)
    seat.wait_until_told("Saved")
    assert "Everything is saved again" in seat.notices()
    seat.vanish()
    assert {"c1", "c2", "c3"} == one.elsewhere().answered()


@BOTH
@pytest.mark.parametrize("profile", ["moodle", "edx"])
def test_f05_a_true_without_a_network_is_not_believed(
    bench: Callable[[Edition], Bench], edition: Edition, profile: str
) -> None:
    """RUN-30, RUN-32: beacons and dropped posts are acknowledged; all is sent anew when it is back."""
    one = bench(edition)
    lms = profile_of(profile, edition)
    seat = one.launch(lms)
    seat.save("c1")
    kept = one.kept("suspend_data")
    one.browser.set_offline(True)
    seat.watch_told()
    seat.check("c2")
    seat.wait_until_told("Not saved")
    assert "true" == seat.calls("commit")[-1]["answer"]
    assert kept == one.kept("suspend_data")
    assert [] == [words for words in seat.ever_told() if words.startswith("Saved")]
    one.browser.set_offline(False)
    seat.wait_until_told("Saved")
    seat.vanish()
    assert {"c1", "c2"} == one.elsewhere(lms).answered()


@BOTH
def test_f05_an_lms_that_gives_back_what_it_has_is_found_out(
    bench: Callable[[Edition], Bench], edition: Edition
) -> None:
    """RUN-30: it says true and the network is good, but nothing is kept: never shown as saved."""
    seat = bench(edition).launch("forgetful")
    seat.watch_told()
    seat.check("c1")
    seat.wait_until_told("Not saved")
    assert [] == [words for words in seat.ever_told() if words.startswith("Saved")]


@BOTH
def test_f05_a_lie_that_cannot_be_found_out_is_repaired_by_the_next_save(
    bench: Callable[[Edition], Bench], edition: Edition
) -> None:
    """RUN-32: every other message is lost and acknowledged; each holds everything."""
    one = bench(edition)
    seat = one.launch("lossy")
    kept = 0
    for check in ("c1", "c2", "c3"):
        seat.check(check)
        kept += bool(one.kept("suspend_data"))
    while len(seat.calls("commit")) % 2:
        seat.hide()
        seat.hide(hidden=False)
    seat.vanish()
    again = one.elsewhere()
    assert kept > 0
    assert {"c1", "c2"} <= again.answered()


@BOTH
@pytest.mark.parametrize("profile", ["strict", "moodle"])
def test_f06_a_sign_in_page_in_place_of_an_answer_is_told_within_one_save(
    bench: Callable[[Edition], Bench], edition: Edition, profile: str
) -> None:
    """RUN-30, RUN-35: whether the LMS's API object sees it or not; all is sent after signing in again."""
    one = bench(edition)
    lms = profile_of(profile, edition)
    seat = one.launch(lms)
    seat.save("c1")
    seat.see("p2")
    one.lms.site.signed_out = True
    seat.check("c2")
    seat.wait_until_told("Not saved")
    seat.content.locator("[data-notices] .note", has_text="session has ended").first.wait_for()
    one.lms.site.signed_out = False
    seat.content.locator("#strip button").click()
    seat.wait_until_told("Saved")
    seat.vanish()
    assert {"c1", "c2"} == one.elsewhere(lms).answered()


@BOTH
def test_f24_messages_that_overtake_each_other_never_make_a_mixture(
    bench: Callable[[Edition], Bench], edition: Edition
) -> None:
    """RUN-32: what is resumed is what was there at some moment."""
    one = bench(edition)
    overtaken(one)
    again = one.elsewhere()
    assert again.answered() in [{"c1"}, {"c1", "c2"}, {"c1", "c2", "c3"}]
    assert "could not be read" not in again.notices()


@BOTH
def test_f24_the_device_brings_back_what_was_overtaken(
    bench: Callable[[Edition], Bench], edition: Edition
) -> None:
    """RUN-34: the LMS has an earlier moment, in which the device knows more."""
    one = bench(edition)
    overtaken(one)
    assert {"c1", "c2", "c3"} == one.launch().answered()


def overtaken(one: Bench) -> None:
    """Answer everything on an LMS that keeps an earlier moment in the end."""
    seat = one.launch("reorder")
    kept = [""]
    for check in ("c1", "c2", "c3"):
        seat.check(check)
        kept.append(one.kept("suspend_data"))
    seat.wait_until_told("Saved")
    seat.vanish()
    assert len(set(kept)) > 1
