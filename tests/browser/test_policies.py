"""The course runs wherever an LMS may put it: under strict policies, in sandboxes, from disk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.own_window import open_package, own_api
from tests.browser.site import Site
from tests.browser.tour import go, tour

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Frame, Page

    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.course.model import Course

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("policies")]

WATCH = """(() => {
  window.violations = [];
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
    violations.push(`${violatedDirective} ${blockedURI} ${sample}`));
})()"""


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(reduced_motion="reduce")
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    made = context.new_page()
    failures: list[str] = []
    made.on("pageerror", lambda error: failures.append(str(error)))
    yield made
    made.close()
    assert [] == failures


def test_csp_01_no_view_breaks_the_strictest_useful_policy(
    page: Page, full_package: BuiltPackage, full_course: Course
) -> None:
    """CSP-01, CSP-04: not one violation under `default-src 'self'`, and not one request to anywhere else."""
    site = Site(headers={"Content-Security-Policy": "default-src 'self'"}).start()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(own_api(full_package))
    page.add_init_script(WATCH)
    open_package(page, site, full_package)
    tour(page, full_course)
    assert [] == page.evaluate("violations")
    assert [] == [url for url in asked if not url.startswith(f"{site.origin}/")]
    assert len(asked) >= 6
    site.stop()


def test_csp_01_a_breach_would_be_seen(page: Page, full_package: BuiltPackage, site: Site) -> None:
    """Were the watcher blind, the test above would prove nothing."""
    page.add_init_script(WATCH)
    open_package(page, site, full_package)
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.wait_for_function("() => violations.length > 0")


def test_csp_02_the_course_opens_from_disk_without_a_network(
    context: BrowserContext, page: Page, full_package: BuiltPackage, full_course: Course, tmp_path: Path
) -> None:
    """CSP-02, OFF-01: the Moodle app plays packages from files; every section's script still loads."""
    for name, data in full_package.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(own_api(full_package))
    context.set_offline(True)
    page.goto(f"file://{tmp_path}/index.html")
    tour(page, full_course)
    context.set_offline(False)
    assert {"file"} == {url.partition(":")[0] for url in asked}
    assert {"section-0.js", "section-1.js", "section-2.js"} <= {url.rpartition("/")[2] for url in asked}
    initialize = full_package.edition.runtime.calls["initialize"]
    assert page.evaluate("record.calls.filter(({ call }) => call !== 'x')[0].call") == initialize


def framed(page: Page, site: Site, package: BuiltPackage, sandbox: str) -> Frame:
    """Open the package in a sandboxed frame of a page that has the API."""
    site.add("framed", package.files)
    site.files["host.html"] = (
        f"<!doctype html><title>LMS</title><script>{own_api(package)}</script>"
        f'<iframe name=content sandbox="{sandbox}" src="framed/index.html" width=1000 height=640></iframe>'
    ).encode()
    page.goto(f"{site.origin}/host.html")
    frame = page.frame("content")
    assert frame
    frame.locator("#launch h1").wait_for()
    return frame


def test_csp_03_a_sandbox_of_the_same_origin_is_played_and_recorded(
    page: Page, site: Site, full_package: BuiltPackage, full_course: Course
) -> None:
    frame = framed(page, site, full_package, "allow-scripts allow-same-origin")
    tour(frame, full_course)
    calls = full_package.edition.runtime.calls
    made = [call["call"] for call in page.evaluate("record.calls")]
    assert (calls["initialize"], calls["terminate"]) == (made[0], made[-1])
    assert page.evaluate("record.alerts") == 0


def test_csp_03_a_sandbox_without_an_origin_is_played_and_says_that_nothing_is_recorded(
    page: Page, site: Site, full_package: BuiltPackage, full_course: Course
) -> None:
    """CSP-03, RUN-02, RUN-04."""
    frame = framed(page, site, full_package, "allow-scripts")
    frame.locator("#launch [role=status] .note").wait_for()
    tour(frame, full_course)
    assert page.evaluate("record.calls") == []


def test_csp_03_the_player_uses_nothing_that_a_sandbox_forbids(full_package: BuiltPackage) -> None:
    """No dialogs, pop-ups, cookies, navigation of the LMS or workers (OFF-01), in any file of ours."""
    forbidden = (
        r"\b(?:alert|confirm|prompt)\([^)]|window\.open\(|\.cookie\b|top\.location|parent\.location|serviceWorker"
        r"|\beval\(|new Function|document\.write|XMLHttpRequest|importScripts|\bimport\("
    )
    for name, data in full_package.files.items():
        if name.endswith((".js", ".html")) and not name.startswith(("section-", "embed/")):
            assert [] == re.findall(forbidden, data.decode()), name


POISON = """(() => {
  const shout = () => { throw new Error("a foreign function was called"); };
  window.define = Object.assign(shout, { amd: {} });
  window.require = shout;
  window.$ = window.jQuery = shout;
  window.module = window.exports = {};
  window.API = "an image library";
  window.API_1484_11 = { Initialize: shout };
  const types = [Object, Array, String, Number, Function, Map, Set, Promise, RegExp, Node, Element, Event];
  const names = () => JSON.stringify(types.map((type) => Object.getOwnPropertyNames(type.prototype)));
  const before = new Set(Object.getOwnPropertyNames(window));
  const prototypes = names();
  window.changed = () => ({
    globals: Object.getOwnPropertyNames(window).filter((name) => !before.has(name) && name !== "changed"),
    prototypes: names() !== prototypes,
  });
})()"""


def test_csp_05_foreign_scripts_in_the_same_window_do_no_harm_and_get_none(
    page: Page, site: Site, full_package: BuiltPackage
) -> None:
    """CSP-05, RUN-01: `API` may be anything; the real one is the parent's. One global of ours, no more."""
    files = dict(full_package.files)
    files["poison.js"] = POISON.encode()
    tag = b'<script src="course-data.js"'
    files["index.html"] = files["index.html"].replace(tag, b'<script src="poison.js"></script>' + tag, 1)
    site.add("poisoned", files)
    site.files["poisoned.html"] = (
        f"<!doctype html><title>LMS</title><script>{own_api(full_package)}</script>"
        "<iframe name=content src=poisoned/index.html width=1000 height=640></iframe>"
    ).encode()
    page.goto(f"{site.origin}/poisoned.html")
    frame = page.frame("content")
    assert frame
    frame.locator("#launch h1").wait_for()
    go(frame, "#/page/parts")
    changed = frame.evaluate("changed()")
    own = [name for name in changed["globals"] if not re.match(r"__(pw|playwright)|\d+$", name)]
    assert (["cpomScorm"], False) == (own, changed["prototypes"])
    assert page.evaluate("record.calls.length") > 0
