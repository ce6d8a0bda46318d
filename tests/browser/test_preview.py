"""Authors live in the preview: it must follow edits, keep the place and say what is wrong, in Chromium."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from cpom_scorm.editions import EDITIONS
from cpom_scorm.preview.server import PreviewServer
from cpom_scorm.preview.workspace import Workspace
from tests.command_line import change, write_starter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, FrameLocator, Page

pytestmark = pytest.mark.browser

PAGES = "sections/1-pages.yaml"
NEWEST = EDITIONS[-1]
PATIENCE_MS = 60_000


@dataclass
class Preview:
    """A preview with one browser tab on it."""

    course: Path
    server: PreviewServer
    page: Page
    complaints: list[str] = field(default_factory=list)
    """What the browser's console has said, and requests that failed."""

    @property
    def content(self) -> FrameLocator:
        """The course inside the page."""
        return self.page.frame_locator("#content")

    def heading(self, text: str) -> None:
        """Wait until the course shows this heading."""
        expect(self.content.locator("h1:visible")).to_have_text(text, timeout=PATIENCE_MS)

    def state(self, text: str) -> None:
        """Wait until the bar says this of the last build."""
        expect(self.page.locator("#state-text")).to_have_text(text, timeout=PATIENCE_MS)

    def goto(self, place: str) -> None:
        """Move inside the course as a link does."""
        self.page.evaluate("place => { frames[0].location.hash = place }", place)

    def scrolled(self, top: int) -> None:
        """Wait until the course is scrolled this far; the page's policy forbids `wait_for_function`."""
        for _ in range(100):
            if self.page.evaluate("frames[0].scrollY") == top:
                return
            self.page.wait_for_timeout(50)
        assert top == self.page.evaluate("frames[0].scrollY")

    def value(self, name: str) -> str | None:
        """Give what the LMS holds under one of our names."""
        return self._held(NEWEST.runtime.elements[name])

    def _held(self, element: str) -> str | None:
        return self.page.evaluate(
            "name => [...document.querySelectorAll('#values tr')]"
            ".find((row) => row.cells[0].textContent === name)?.cells[1].textContent ?? null",
            element,
        )


def start(course: Path, browser: Browser, **context: str) -> Preview:
    workspace = Workspace(course, "strict")
    workspace.rebuild()
    server = PreviewServer(workspace)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    threading.Thread(target=server.watch, daemon=True).start()
    preview = Preview(course, server, browser.new_context(**context).new_page())  # type: ignore[arg-type]
    preview.page.on("console", lambda message: preview.complaints.append(message.text))
    preview.page.on("pageerror", lambda fault: preview.complaints.append(str(fault)))
    preview.page.on("response", lambda it: it.ok or preview.complaints.append(f"{it.status} {it.url}"))
    preview.page.goto(server.url)
    return preview


def stop(preview: Preview) -> None:
    preview.page.context.close()
    preview.server.shutdown()
    preview.server.close()


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return write_starter(tmp_path / "mine", "Hand hygiene")


@pytest.fixture
def preview(course: Path, browser: Browser) -> Iterator[Preview]:
    """Fails when anything at all was said on the console."""
    started = start(course, browser)
    started.heading("Hand hygiene")
    yield started
    stop(started)
    assert [] == started.complaints


def answer_check(preview: Preview) -> None:
    """Answer the knowledge check of the first page, and wait until the LMS has it."""
    form = preview.content.locator("form[data-question=check_ids]")
    form.locator("input").nth(1).check()
    form.locator("button[type=submit]").click()
    form.locator(".feedback .note").wait_for()


def test_it_shows_the_course_the_editions_and_that_all_is_well(preview: Preview) -> None:
    preview.state("Up to date")
    expect(preview.page.locator("#course")).to_have_text("Hand hygiene")
    assert ["1.2", "2004 2nd", "2004 3rd", "2004 4th"] == preview.page.locator(
        "#editions a"
    ).all_inner_texts()
    expect(preview.page.locator("#editions [aria-current]")).to_have_text("2004 4th")
    expect(preview.page.locator("#findings")).to_be_hidden()


def test_an_edit_appears_where_the_author_is_and_the_attempt_goes_on(preview: Preview) -> None:
    preview.goto("#/page/blocks")
    preview.heading("Blocks on a page")
    answer_check(preview)
    preview.page.evaluate("frames[0].scrollTo(0, 400)")
    change(preview.course / PAGES, "title: Blocks on a page", "title: Blocks, one by one")
    preview.heading("Blocks, one by one")
    preview.scrolled(400)
    assert preview.page.url.endswith("#/page/blocks")
    expect(preview.page.locator("#values")).to_contain_text("resume", timeout=PATIENCE_MS)
    assert preview.content.locator("form[data-question=check_ids] .feedback .note").is_visible()


def test_a_page_put_before_the_others_takes_nobodys_answers_away(preview: Preview) -> None:
    """Pages that were never built have no numbers in a lock file: the preview remembers those it gave."""
    preview.goto("#/page/blocks")
    answer_check(preview)
    block = "{kind: text, text: Read this first.}"
    new = f"- {{id: very_first, title: Before all, minutes: 1, blocks: [{block}]}}"
    change(preview.course / PAGES, "pages:\n- id: blocks", f"pages:\n{new}\n- id: blocks")
    preview.content.get_by_role("link", name="Before all").first.wait_for(
        state="attached", timeout=PATIENCE_MS
    )
    preview.heading("Blocks on a page")
    expect(preview.content.locator("form[data-question=check_ids] .feedback .note")).to_be_visible()


def test_a_mistake_is_shown_over_the_last_good_course_with_its_place(preview: Preview) -> None:
    preview.goto("#/page/order")
    preview.heading("Showing an order")
    change(preview.course / PAGES, "tone: key", "tone: kee")
    finding = preview.page.locator("#findings li")
    expect(finding).to_be_visible(timeout=PATIENCE_MS)
    expect(preview.page.locator("#findings-title")).to_contain_text("1 error to mend")
    expect(finding.locator(".headline")).to_have_text('error "tone" cannot be "kee"')
    expect(finding.locator(".place")).to_have_text(f"{preview.course.as_posix()}/{PAGES}:28:11")
    expect(finding.locator("pre")).to_contain_text("tone: kee")
    expect(finding.locator(".help")).to_have_text('write "key"')
    preview.state("1 error")
    preview.heading("Showing an order")
    preview.page.locator("#findings-close").click()
    expect(preview.page.locator("#findings")).to_be_hidden()
    preview.page.locator("#state").click()
    expect(preview.page.locator("#findings")).to_be_visible()
    preview.page.keyboard.press("Escape")
    expect(preview.page.locator("#findings")).to_be_hidden()
    change(preview.course / PAGES, "tone: kee", "tone: key")
    preview.state("Up to date")
    expect(preview.page.locator("#findings")).to_be_hidden()


def test_a_warning_waits_in_the_bar_and_covers_nothing(preview: Preview) -> None:
    change(preview.course / PAGES, "    id: check_ids\n", "    id: check_ids\n    weight: 2\n")
    preview.state("Up to date, 1 finding")
    expect(preview.page.locator("#findings")).to_be_hidden()
    preview.page.locator("#state").click()
    expect(preview.page.locator("#findings li")).to_contain_text('"weight" has no effect')


def test_closing_and_reopening_is_a_second_launch_that_resumes(preview: Preview) -> None:
    expect(preview.page.locator("#values")).to_contain_text("ab-initio", timeout=PATIENCE_MS)
    preview.goto("#/page/order")
    preview.heading("Showing an order")
    preview.page.locator("#relaunch").click()
    preview.heading("Hand hygiene")
    expect(preview.page.locator("#values")).to_contain_text("resume", timeout=PATIENCE_MS)
    assert preview.value("suspend_data")
    expect(preview.content.locator("#resume")).to_contain_text("Resume")


def test_reset_makes_the_next_launch_the_first(preview: Preview) -> None:
    preview.goto("#/page/order")
    preview.heading("Showing an order")
    preview.page.locator("#reset").click()
    preview.heading("Hand hygiene")
    expect(preview.page.locator("#values")).to_contain_text("ab-initio", timeout=PATIENCE_MS)
    expect(preview.content.locator("#resume")).not_to_contain_text("Resume")


def test_another_edition_is_an_attempt_of_its_own_at_the_same_place(preview: Preview) -> None:
    preview.goto("#/page/order")
    preview.heading("Showing an order")
    preview.page.locator("#editions a", has_text="1.2").click()
    preview.heading("Showing an order")
    assert f"/{EDITIONS[0].id}/#/page/order" in preview.page.url
    preview.page.locator("#record-toggle").click()
    expect(preview.page.locator("#calls")).to_contain_text("LMSInitialize")
    expect(preview.page.locator("#values")).to_contain_text("cmi.core.lesson_status")


def test_reloading_the_tab_keeps_place_and_attempt(preview: Preview) -> None:
    preview.goto("#/page/order")
    preview.heading("Showing an order")
    preview.page.reload()
    preview.heading("Showing an order")
    expect(preview.page.locator("#values")).to_contain_text("resume", timeout=PATIENCE_MS)


def test_run_37_the_author_can_see_what_learners_see_when_an_lms_fails(preview: Preview) -> None:
    preview.page.select_option("#profile", "null")
    notice = preview.content.locator("[data-notices]:visible").first
    expect(notice).to_contain_text("No learning system found", timeout=PATIENCE_MS)
    assert "?profile=null" in preview.page.url
    preview.page.select_option("#profile", "review")
    expect(preview.content.locator("[data-notices]:visible").first).to_contain_text(
        re.compile("review", re.IGNORECASE), timeout=PATIENCE_MS
    )


@pytest.mark.parametrize(
    ("profile", "told"),
    [("offline", "Not saved"), ("session-expiry", "session has ended"), ("both-apis", "Saved")],
)
def test_run_37_the_author_can_rehearse_a_fault(preview: Preview, profile: str, told: str) -> None:
    """RUN-37, RUN-35: told in the course itself, as learners are told."""
    preview.page.goto("about:blank")
    preview.page.goto(f"{preview.server.url}?profile={profile}#/page/blocks")
    preview.heading("Blocks on a page")
    if profile == "session-expiry":
        preview.page.wait_for_timeout(21_000)
    answer_check(preview)
    expect(preview.content.locator("body")).to_contain_text(told, timeout=PATIENCE_MS)


def test_the_size_of_a_phone_and_of_an_lms_frame_can_be_tried(preview: Preview) -> None:
    for size, width in (("phone", 390), ("frame", 1000)):
        preview.page.select_option("#size", size)
        assert preview.page.evaluate("frames[0].innerWidth") == width


def test_a_course_that_never_built_opens_by_itself_once_it_is_mended(course: Path, browser: Browser) -> None:
    change(course / PAGES, "tone: key", "tone: kee")
    preview = start(course, browser)
    expect(preview.page.locator("#empty")).to_be_visible()
    expect(preview.page.locator("#findings li")).to_have_count(1)
    change(course / PAGES, "tone: kee", "tone: key")
    preview.heading("Hand hygiene")
    expect(preview.page.locator("#empty")).to_be_hidden()
    stop(preview)
    assert [] == preview.complaints


def test_a_preview_that_has_ended_is_told_from_one_that_is_up_to_date(course: Path, browser: Browser) -> None:
    preview = start(course, browser)
    preview.state("Up to date")
    preview.server.shutdown()
    preview.server.close()
    preview.state("Not connected: start the preview again")
    preview.page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_around_the_course_has_no_accessibility_violation(
    course: Path, browser: Browser, scheme: str
) -> None:
    change(course / PAGES, "tone: key", "tone: kee")
    preview = start(course, browser, color_scheme=scheme)
    expect(preview.page.locator("#findings li")).to_be_visible()
    change(course / PAGES, "tone: kee", "tone: key")
    preview.heading("Hand hygiene")
    preview.page.locator("#record-toggle").click()
    change(course / PAGES, "tone: key", "tone: kee")
    expect(preview.page.locator("#findings li")).to_be_visible(timeout=PATIENCE_MS)
    found = Axe().run(preview.page, context={"exclude": [["#content"]]})
    stop(preview)
    assert found.violations_count == 0, found.generate_report()
