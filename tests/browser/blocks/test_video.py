"""Films in a real browser. Were this broken, a page would be done unplayed, or never."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from cpom_scorm.build import BuiltPackage
    from tests.browser.conftest import Opener
    from tests.browser.lms import Lms

pytestmark = pytest.mark.browser

PLACE = "#/page/kinds"
FILM = "[data-kept=b_film] video"
TOLD = "[data-kept=b_film] figcaption p"
ENTRY = "#outline a[aria-current] small"


def play_to_end(page: Page, begin: float) -> None:
    page.locator(FILM).evaluate(
        """async (film, begin) => {
          if (!film.duration) await new Promise((ready) => film.addEventListener("loadedmetadata", ready));
          film.muted = true;
          film.playbackRate = 8;
          film.currentTime = begin;
          await film.play();
          await new Promise((done) => film.addEventListener("ended", done));
        }""",
        begin,
    )


def test_nothing_plays_by_itself_and_no_film_without_a_share_is_kept(opened: Opener) -> None:
    page = opened(PLACE)
    films = page.locator("video, audio")
    films.first.wait_for()
    assert 3 == films.count()
    assert films.evaluate_all("all => all.every(one => one.paused && one.controls && !one.autoplay)")
    assert 1 == page.locator("[data-kept=b_film]").count()


def test_a_page_counts_as_done_once_enough_was_played_and_seeking_is_no_playing(opened: Opener) -> None:
    page = opened(PLACE)
    page.set_viewport_size({"width": 1400, "height": 900})
    assert "Play at least 80% of it to complete this page." == page.locator(TOLD).first.inner_text()
    page.locator(ENTRY, has_text="Started").wait_for()
    play_to_end(page, 3)
    assert "Played so far: 2" in page.locator(TOLD).nth(1).inner_text()
    assert "Started" == page.locator(ENTRY).inner_text()
    play_to_end(page, 0)
    page.get_by_text("Done: you have played enough.").wait_for()
    page.evaluate("document.activeElement.blur()")
    page.locator(ENTRY, has_text="Done").wait_for()


def test_what_was_played_is_kept(lms: Lms, full_package: BuiltPackage) -> None:
    """RUN-40."""
    visit = lms.launch(full_package.files, full_package.edition, place=PLACE)
    visit.content.locator(FILM).evaluate("film => { film.src = 'media/gone.webm'; }")
    visit.content.get_by_text("This cannot be played here.").wait_for()
    visit.settle()
    held = visit.leave()
    again = lms.launch(full_package.files, full_package.edition, values=held, place=PLACE)
    again.content.get_by_text("Done: you have played enough.").wait_for()
    again.leave()


def test_captions_are_on_and_the_transcript_opens(opened: Opener) -> None:
    """A11Y-09: WebVTT becomes text of the page too."""
    page = opened(PLACE)
    modes = page.locator("video").first.evaluate("film => [...film.textTracks].map(track => track.mode)")
    assert ["showing"] == modes
    page.locator("figure:has([data-kept=b_film]) summary, [data-kept=b_film] summary").press("Enter")
    assert page.locator("[data-kept=b_film] details p").inner_text() == "♪"
