"""Wherever an LMS keeps its API, the course finds it; wherever it runs, its Exit control fits the place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.editions import EDITIONS, Edition
from tests.browser.own_window import open_package, own_api
from tests.browser.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Frame, Page

    from cpom_scorm.build import BuiltPackage

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("api-places")]

EVERY_EDITION = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
FRAME = '<iframe src="{}" name=content width=1000 height=640></iframe>'
POP_UP = "<button onclick=\"window.open('{}')\">Launch</button>"
CONTENT = "content/index.html"


@pytest.fixture(scope="module")
def foreign() -> Iterator[Site]:
    """A site of another origin."""
    started = Site().start()
    yield started
    started.stop()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    failures: list[str] = []
    context.on("weberror", lambda error: failures.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert [] == failures


def host(body: str, script: str = "") -> bytes:
    """Make a page of an LMS."""
    return f"<!doctype html><title>LMS</title><script>{script}</script>{body}".encode()


def in_parent(page: Page, site: Site, foreign: Site, api: str) -> Page | Frame:
    site.files["lms.html"] = host(FRAME.format(CONTENT), api)
    page.goto(f"{site.origin}/lms.html")
    return page


def in_grandparent(page: Page, site: Site, foreign: Site, api: str) -> Page | Frame:
    site.files["lms.html"] = host(FRAME.format("middle.html"), api)
    site.files["middle.html"] = host(FRAME.format(CONTENT))
    page.goto(f"{site.origin}/lms.html")
    return page


def above_a_foreign_parent(page: Page, site: Site, foreign: Site, api: str) -> Page | Frame:
    site.files["lms.html"] = host(FRAME.format(f"{foreign.origin}/middle.html"), api)
    foreign.files["middle.html"] = host(FRAME.format(f"{site.origin}/{CONTENT}"))
    page.goto(f"{site.origin}/lms.html")
    return page


def in_opener(page: Page, site: Site, foreign: Site, api: str) -> Page | Frame:
    site.files["lms.html"] = host(POP_UP.format(CONTENT), api)
    page.goto(f"{site.origin}/lms.html")
    page.locator("button").click()
    return page


def in_parent_of_opener(page: Page, site: Site, foreign: Site, api: str) -> Page | Frame:
    site.files["lms.html"] = host(FRAME.format("middle.html"), api)
    site.files["middle.html"] = host(POP_UP.format(CONTENT))
    page.goto(f"{site.origin}/lms.html")
    page.frame_locator("iframe").locator("button").click()
    return page


def above_a_foreign_opener(page: Page, site: Site, foreign: Site, api: str) -> Page | Frame:
    site.files["lms.html"] = host(FRAME.format(f"{foreign.origin}/middle.html"), api)
    foreign.files["middle.html"] = host(POP_UP.format(f"{site.origin}/{CONTENT}"))
    page.goto(f"{site.origin}/lms.html")
    page.frame_locator("iframe").locator("button").click()
    return page


def in_frame_of_a_pop_up(page: Page, site: Site, foreign: Site, api: str) -> Page | Frame:
    site.files["lms.html"] = host(POP_UP.format("stage.html"), api)
    site.files["stage.html"] = host(FRAME.format(CONTENT))
    page.goto(f"{site.origin}/lms.html")
    page.locator("button").click()
    return page


def on_document_of_opener(page: Page, site: Site, foreign: Site, api: str) -> Page | Frame:
    move = (
        "for (const name of ['API', 'API_1484_11']) { document[name] = window[name]; delete window[name]; }"
    )
    site.files["lms.html"] = host(POP_UP.format(CONTENT), f"{api}\n{move}")
    page.goto(f"{site.origin}/lms.html")
    page.locator("button").click()
    return page


PLACES: list[Callable[..., Page | Frame]] = [
    in_parent,
    in_grandparent,
    above_a_foreign_parent,
    in_opener,
    in_parent_of_opener,
    above_a_foreign_opener,
    in_frame_of_a_pop_up,
    on_document_of_opener,
]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_run_01_the_api_is_found(
    page: Page, site: Site, foreign: Site, full_package: BuiltPackage, place: Callable[..., Page | Frame]
) -> None:
    """RUN-01, RUN-02: windows of other origins on the way throw on every property but `parent`."""
    site.add("content", full_package.files)
    holder = place(page, site, foreign, own_api(full_package))
    holder.wait_for_function("() => window.record.calls.length > 0")
    assert full_package.edition.runtime.calls["initialize"] == holder.evaluate("record.calls[0].call")


@EVERY_EDITION
def test_run_01_only_the_api_of_the_built_edition_is_used(
    page: Page, site: Site, full_packages: dict[str, BuiltPackage], edition: Edition
) -> None:
    """Saba and Kallidus offer both; the wrong one, or one found nearer, is left alone."""
    package = full_packages[edition.id]
    others = {one.runtime.api for one in EDITIONS} - {edition.runtime.api}
    traps = "".join(
        f"window.{name} = new Proxy({{}}, {{ get() {{ window.trapped = true; }} }});" for name in others
    )
    site.add("content", package.files)
    site.files["lms.html"] = host(FRAME.format(CONTENT), own_api(package) + traps)
    page.goto(f"{site.origin}/lms.html")
    page.wait_for_function("() => window.record.calls.length > 1")
    assert not page.evaluate("Boolean(window.trapped)")


@EVERY_EDITION
def test_run_05_a_player_that_is_included_twice_begins_once(
    page: Page, site: Site, full_packages: dict[str, BuiltPackage], edition: Edition
) -> None:
    """F19: Moodle 2004 forgets what it holds when Initialize comes a second time."""
    package = full_packages[edition.id]
    twice = package.files["index.html"]
    for script in (
        b'<script src="course-data.js" defer></script>',
        b'<script src="player.js" defer></script>',
    ):
        assert script in twice
        twice = twice.replace(b"</head>", script + b"</head>")
    page.add_init_script(own_api(package))
    open_package(page, site, package, "#/page/checks", {**package.files, "index.html": twice})
    page.wait_for_timeout(300)
    made = [call["call"] for call in page.evaluate("record.calls")]
    assert made.count(edition.runtime.calls["initialize"]) == 1
    assert page.locator("#view h1").count() == 1


def ended(holder: Page | Frame, edition: Edition) -> list[Any]:
    """Give the last two calls of a session left by Exit that ask nothing, and how often it was terminated."""
    asking = edition.runtime.calls["get"]
    calls = [call for call in holder.evaluate("record.calls") if call["call"] != asking]
    end = edition.runtime.calls["terminate"]
    return [calls[-1]["call"], [call["call"] for call in calls].count(end), calls[-2]["arguments"]]


@EVERY_EDITION
def test_run_18_exit_in_a_frame_ends_the_session_and_leaves_the_frame_to_the_lms(
    page: Page, site: Site, full_packages: dict[str, BuiltPackage], edition: Edition
) -> None:
    package = full_packages[edition.id]
    site.add("content", package.files)
    site.files["lms.html"] = host(FRAME.format(f"{CONTENT}#/page/welcome"), own_api(package))
    page.goto(f"{site.origin}/lms.html")
    frame = page.frame_locator("iframe")
    frame.locator("#exit").click()
    frame.locator("h1", has_text="You can close this window").wait_for()
    request = edition.runtime.exit_request.get(edition.runtime.suspend)
    last = [edition.runtime.elements["navigation"], request] if request else [""]
    assert [edition.runtime.calls["terminate"], 1, last] == ended(page, edition)


def test_run_18_exit_closes_a_window_that_was_opened_for_the_course(
    page: Page, site: Site, full_package: BuiltPackage
) -> None:
    site.add("content", full_package.files)
    site.files["lms.html"] = host(POP_UP.format(f"{CONTENT}#/page/welcome"), own_api(full_package))
    page.goto(f"{site.origin}/lms.html")
    with page.expect_popup() as opened:
        page.locator("button").click()
    exit_link = opened.value.locator("#exit")
    exit_link.wait_for()
    with opened.value.expect_event("close"):
        exit_link.click()
    edition = full_package.edition
    assert [edition.runtime.calls["terminate"], 1] == ended(page, edition)[:2]


def test_run_18_exit_in_a_window_of_the_learner_says_that_it_may_be_closed(
    page: Page, site: Site, full_package: BuiltPackage
) -> None:
    page.add_init_script(own_api(full_package))
    open_package(page, site, full_package, "#/page/welcome")
    page.locator("#exit").click()
    page.locator("h1", has_text="You can close this window").wait_for()
    assert [full_package.edition.runtime.calls["terminate"], 1] == ended(page, full_package.edition)[:2]
