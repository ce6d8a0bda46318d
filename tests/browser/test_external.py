"""Films and pages from the web in a real browser: what is allowed is shown, and nothing else is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.build import BuildOptions, build_course
from cpom_scorm.editions import EDITIONS
from tests.browser.own_window import open_package, own_api
from tests.full_course import silence
from tests.unit.course.test_addresses import EMBED, FILMS, PLAYER, course_with

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Route

    from tests.browser.site import Site

pytestmark = pytest.mark.browser

SOUND = {"kind": "audio", "title": "S", "source": f"{FILMS}/a.mp3", "transcript": "Words."}
PAGE = "<!doctype html><title>Player</title><p>Shown.</p><script>localStorage.setItem('a', 'b')</script>"


def test_csp_04_what_is_allowed_is_shown_and_another_host_is_never_asked(
    browser: Browser, site: Site, tmp_path: Path
) -> None:
    """BLD-15: also where a script of the page tries, and the link to the page stands below its frame."""
    folder = course_with(tmp_path, [FILMS, PLAYER], EMBED, SOUND)
    (package,) = build_course(folder, BuildOptions(editions=EDITIONS[-1:])).packages
    context = browser.new_context()
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if route.request.url.startswith(PLAYER):
            route.fulfill(body=PAGE, content_type="text/html")
        else:
            route.fulfill(body=silence(2), content_type="audio/mpeg")

    context.route("https://**/*", answer)
    page = context.new_page()
    page.add_init_script(own_api(package))
    open_package(page, site, package, "#/page/p1")
    page.locator("iframe").scroll_into_view_if_needed()
    page.frame_locator("iframe").get_by_text("Shown.").wait_for()
    page.wait_for_function("document.querySelector('audio').duration > 1", timeout=15_000)
    link = page.get_by_role("link", name="Open it at player.example")
    assert EMBED["source"] == link.get_attribute("href")
    page.evaluate(
        """async () => {
          const parts = [["img", "https://other.example/a.png"], ["iframe", "https://films.example:8443/"],
            ["audio", "https://player.example/b.mp3"], ["script", "https://player.example/c.js"]];
          const refused = new Promise((resolve) => {
            let count = 0;
            addEventListener("securitypolicyviolation", () => { if (++count === parts.length) resolve(); });
          });
          for (const [name, src] of parts) {
            document.body.append(Object.assign(document.createElement(name), { src }));
          }
          await refused;
        }"""
    )
    assert {EMBED["source"], SOUND["source"]} == set(asked)
    context.close()


def test_help_names_the_hosts_that_learn_of_it(browser: Browser, site: Site, tmp_path: Path) -> None:
    folder = course_with(tmp_path, [PLAYER], EMBED)
    (package,) = build_course(folder, BuildOptions(editions=EDITIONS[-1:])).packages
    page = browser.new_page()
    page.add_init_script(own_api(package))
    open_package(page, site, package, "#/help")
    page.get_by_text("come from player.example, which learn that your browser asks").wait_for()
    page.close()
