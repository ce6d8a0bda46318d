"""One learner, two windows: one writes, the other reads and says so, and the turn can be taken (RUN-36)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.device import CHECKS, Device

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Locator, Page

    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.course.model import Course
    from tests.browser.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("on-the-device")]


@pytest.fixture
def device(browser: Browser, site: Site, full_package: BuiltPackage, full_course: Course) -> Iterator[Device]:
    context: BrowserContext = browser.new_context(reduced_motion="reduce")
    yield Device(context, site, full_package, full_course)
    context.close()


def notice(page: Page, words: str) -> Locator:
    return page.locator("[data-notices]:visible .note", has_text=words)


def verdicts(page: Page) -> int:
    """Go to the knowledge checks and count those that are judged."""
    page.evaluate("place => { location.hash = place }", CHECKS)
    page.locator("form.q").first.wait_for()
    return page.locator("form.q .feedback .note").count()


def test_run_36_a_second_window_reads_says_so_and_writes_nothing(device: Device) -> None:
    """F12, A11Y-12: whatever is done in it, the LMS is told nothing; the notice takes no focus."""
    first = device.open()
    device.answer_checks(first)
    first.locator("#save", has_text="Saved").wait_for()
    device.stored = first.evaluate("record.held")
    second = device.open()
    notice(second, "open in another window").wait_for()
    assert second.evaluate("document.activeElement === document.body")
    assert verdicts(second) > 0
    notice(second, "open in another window").wait_for()
    assert "Not recording" in second.locator("#bar").inner_text()
    device.answer_checks(second, "right")
    second.evaluate("location.hash = '#/exit'")
    second.locator("#view h1").wait_for()
    second.wait_for_timeout(300)
    assert [] == device.written(second)
    device.answer_checks(first, "right")
    first.locator("#save", has_text="Saved").wait_for()
    assert [0, 0] == [page.evaluate("record.alerts") for page in (first, second)]


def test_run_36_continue_here_moves_the_turn_and_all_that_was_done(device: Device) -> None:
    """What the first window did a moment ago is shown and kept by the second; the first stops for good."""
    first = device.open()
    second = device.open()
    device.answer_checks(first)
    here = notice(second, "open in another window").get_by_role("button", name="Continue here")
    second.bring_to_front()
    here.click()
    here.wait_for(state="detached")
    stopped = notice(first, "goes on in another window")
    stopped.wait_for()
    before = len(device.written(first))
    shown = verdicts(second)
    assert shown > 0
    second.locator("#save", has_text="Saved").wait_for()
    assert second.evaluate("record.held['cmi.suspend_data'].length") > 50
    device.answer_checks(first, "right")
    first.wait_for_timeout(300)
    assert before == len(device.written(first))
    first.bring_to_front()
    stopped.get_by_role("button", name="Continue here").click()
    notice(second, "goes on in another window").wait_for()
    stopped.wait_for(state="detached")
    device.answer_checks(first, "right")
    first.locator("#save", has_text="Saved").wait_for()
    assert len(device.written(first)) > before


def test_run_36_a_window_that_died_keeps_nobody_out(device: Device) -> None:
    first = device.open()
    device.answer_checks(first)
    device.die(first)
    second = device.open(CHECKS)
    second.wait_for_function("record.calls.some(({ call }) => call === 'Commit')", timeout=2_000)
    assert notice(second, "window").count() == 0
    second.locator("form.q .feedback .note").first.wait_for()


def test_run_36_loading_the_window_anew_is_no_second_window(device: Device) -> None:
    page = device.open(CHECKS)
    page.wait_for_function("record.calls.some(({ call }) => call === 'Commit')")
    page.reload()
    page.wait_for_function("record.calls.some(({ call }) => call === 'Commit')")
    page.locator("form.q").first.wait_for()
    assert notice(page, "window").count() == 0


def test_run_22_closing_is_questioned_only_while_a_save_is_known_to_have_failed(device: Device) -> None:
    """The browser asks by itself, where a page lets it."""
    page = device.open()
    asks = """() => {
      const event = new Event("beforeunload", { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    }"""
    assert page.evaluate(asks) is False
    page.evaluate("record.commit = 'false'")
    device.answer_checks(page)
    page.locator("#strip .note").first.wait_for()
    assert page.evaluate(asks) is True
    page.evaluate("record.commit = 'true'")
    page.locator("#strip button").click()
    page.locator("#save", has_text=re.compile("^Saved")).wait_for()
    assert page.evaluate(asks) is False
