"""What the LMS did not get comes back from the device: by itself, or when the learner says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.device import CHECKS, Device

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.course.model import Course
    from tests.browser.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("on-the-device")]

NOTICE = "[data-notices]:visible .note"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full') };"
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked') } });"


@pytest.fixture
def device(browser: Browser, site: Site, full_package: BuiltPackage, full_course: Course) -> Iterator[Device]:
    context = browser.new_context(reduced_motion="reduce")
    yield Device(context, site, full_package, full_course)
    context.close()


def copies(page: Page) -> list[list[str]]:
    """Give key and value of each copy on the device."""
    found: list[list[str]] = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => /^cpom-scorm-backup .* (\\d+|raw)$/.test(key))"
    )
    return found


def lose(device: Device, how: str = "false", answers: str = "wrong") -> None:
    """Answer questions while the LMS stores nothing; then the browser dies."""
    page = device.open()
    page.evaluate("how => { if (how === 'lies') record.lies = true; else record.commit = how }", how)
    device.answer_checks(page, answers)
    page.wait_for_timeout(100)
    device.die(page)


def begun(device: Device) -> None:
    """Let the LMS have a first record, of wrong answers."""
    page = device.open()
    device.answer_checks(page)
    page.locator("#save", has_text="Saved").wait_for()
    device.die(page)


def right_ones(page: Page) -> int:
    """Count the knowledge checks that say that the answer is right."""
    page.locator("form.q .feedback .note").first.wait_for()
    return page.locator("form.q .feedback .note.good").count()


@pytest.mark.parametrize("how", ["false", "lies"])
def test_run_34_what_the_lms_lost_is_there_again_and_told_once(device: Device, how: str) -> None:
    """RUN-33, F4, F5: the same attempt is put together without a question, and sent at once."""
    begun(device)
    page = device.open(CHECKS)
    before = right_ones(page)
    device.die(page)
    lose(device, how, "right")
    page = device.open(CHECKS)
    page.locator(NOTICE, has_text=re.compile("Progress from .* was restored")).wait_for()
    restored = right_ones(page)
    assert restored > before
    page.locator("#save", has_text="Saved").wait_for()
    device.die(page)
    again = device.open(CHECKS)
    assert (restored, 0) == (right_ones(again), again.locator(NOTICE).count())


def test_run_34_over_an_empty_record_the_learner_is_asked(device: Device) -> None:
    """F25, A11Y-12: nothing comes back unasked; the question takes no focus and blocks nothing."""
    lose(device)
    device.stored = {}
    page = device.open()
    notice = page.locator(NOTICE, has_text="Unsent progress")
    notice.wait_for()
    assert page.evaluate("document.activeElement === document.body")
    page.locator("#launch a.btn.primary").click()
    page.evaluate("place => { location.hash = place }", CHECKS)
    page.locator("form.q").first.wait_for()
    assert device.answers(page) == 0
    page.evaluate("location.hash = '#/'")
    notice.get_by_role("button", name="Restore").click()
    notice.wait_for(state="detached")
    page.locator(NOTICE, has_text="was restored").wait_for()
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.evaluate("place => { location.hash = place }", CHECKS)
    page.locator("form.q .feedback .note").first.wait_for()
    assert page.evaluate("record.alerts") == 0


def test_run_34_starting_fresh_forgets_the_copy(device: Device) -> None:
    lose(device)
    device.stored = {}
    page = device.open()
    page.locator(NOTICE).get_by_role("button", name="Start fresh").click()
    page.locator(NOTICE).wait_for(state="detached")
    assert [] == copies(page)


def test_run_34_another_learner_is_offered_nothing(device: Device) -> None:
    """SEC-15: and nothing on the device says who was here."""
    device.learner = "avery.jordan@example.org"
    lose(device)
    device.stored, device.learner = {}, "learner-2"
    page = device.open()
    page.wait_for_function("record.calls.some(({ call }) => call === 'Commit')")
    page.wait_for_timeout(200)
    assert page.locator(NOTICE).count() == 0
    [[key, value]] = copies(page)
    assert re.fullmatch(r"cpom-scorm-backup [\w-]+ \d+ \d+", key)
    assert re.fullmatch(r"\d+ \d+ [\w-]+", value)


def test_run_33_leaving_by_exit_clears_the_device(device: Device) -> None:
    page = device.open()
    device.answer_checks(page)
    page.locator("#save", has_text="Saved").wait_for()
    assert len(copies(page)) == 1
    page.evaluate("location.hash = '#/exit'")
    page.locator("#view h1").wait_for()
    page.wait_for_function("() => Object.keys(localStorage).every((key) => !/backup .* \\d+$/.test(key))")


def test_run_33_a_copy_stays_when_the_window_is_just_closed(device: Device) -> None:
    page = device.open()
    device.answer_checks(page)
    page.locator("#save", has_text="Saved").wait_for()
    page.goto("about:blank")
    page.close()
    other = device.context.new_page()
    other.goto(f"{device.site.origin}/favicon.ico")
    assert len(copies(other)) == 1


@pytest.mark.parametrize("init", [BLOCKED, FULL])
def test_run_33_storage_that_is_blocked_or_full_changes_nothing(device: Device, init: str) -> None:
    """F22."""
    failures: list[str] = []
    device.context.on("weberror", lambda error: failures.append(str(error.error)))
    page = device.open(init=init)
    device.answer_checks(page)
    page.locator("#save", has_text="Saved").wait_for()
    page.evaluate("location.hash = '#/exit'")
    page.locator("#view h1").wait_for()
    assert [] == failures


def test_run_34_what_cannot_be_loaded_now_is_brought_by_try_again(device: Device) -> None:
    """The copy stays; the learner is told, and can go on."""
    begun(device)
    lose(device, answers="right")
    device.context.route("**/recovery.js", lambda route: route.abort())
    page = device.open()
    notice = page.locator(NOTICE, has_text="could not be restored yet")
    notice.wait_for()
    assert len(copies(page)) == 1
    device.context.unroute("**/recovery.js")
    notice.get_by_role("button", name="Try again").click()
    page.locator(NOTICE, has_text="was restored").wait_for()
    page.evaluate("place => { location.hash = place }", CHECKS)
    page.locator("#save", has_text="Saved").wait_for()


def test_run_42_a_record_that_cannot_be_read_is_kept_here_as_it_was(device: Device) -> None:
    device.stored = {"cmi.suspend_data": "1not-a-record"}
    page = device.open()
    page.locator(NOTICE, has_text="could not be read").wait_for()
    [[key, value]] = copies(page)
    assert (key.split(" ")[-1], value.split(" ")[-1]) == ("raw", "1not-a-record")
    assert page.evaluate("record.held['cmi.suspend_data']") == "1not-a-record"


def test_run_33_a_copy_takes_a_millisecond_at_most(device: Device) -> None:
    """Written with each change, it must not be felt: measured here with the longest record of this course."""
    page = device.open()
    device.answer_checks(page)
    [[_, value]] = copies(page)
    times: list[float] = page.evaluate(
        """value => Array.from({ length: 200 }, (_, turn) => {
          const begun = performance.now();
          localStorage.setItem("measured", value + turn);
          return performance.now() - begun;
        })""",
        value,
    )
    assert sorted(times)[100] <= 1


def test_run_34_no_script_is_loaded_for_a_copy_that_holds_no_more(device: Device) -> None:
    page = device.open()
    device.answer_checks(page)
    page.locator("#save", has_text="Saved").wait_for()
    device.die(page)
    before = len(device.site.requests)
    again = device.open(CHECKS)
    again.locator("form.q .feedback .note").first.wait_for()
    again.wait_for_timeout(200)
    asked: list[Any] = device.site.requests[before:]
    assert [] == [path for path in asked if "recovery" in path]
