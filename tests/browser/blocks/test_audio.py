"""Sounds in a real browser. Were this broken, a call could not be heard, or nobody could read it instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.full_course import silence

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.blocks.conftest import Shower

pytestmark = pytest.mark.browser

TALK = {
    "kind": "audio",
    "id": "talk",
    "title": "A call about a late dose",
    "source": "media/call.ogg",
    "transcript": "The dose for bed four is late again.",
    "required_percent": 50,
}


def test_a_sound_is_named_played_by_the_learner_and_counts_once_enough_was_heard(
    show: Shower, tmp_path: Path
) -> None:
    """A11Y-09, RUN-41."""
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "call.ogg").write_bytes(silence(2))
    page = show([TALK])
    sound = page.locator("audio")
    assert "A call about a late dose" == sound.get_attribute("aria-label")
    assert sound.evaluate("one => one.paused && one.controls && !one.autoplay")
    box = sound.bounding_box()
    assert box
    assert box["height"] >= 44
    page.get_by_text("Play at least 50% of it to complete this page.").wait_for()
    sound.evaluate(
        """async (one) => {
          one.muted = true;
          one.playbackRate = 4;
          await one.play();
          await new Promise((done) => one.addEventListener("ended", done));
        }"""
    )
    page.get_by_text("Done: you have played enough.").wait_for()


def test_the_transcript_opens_by_keyboard(show: Shower, tmp_path: Path) -> None:
    """A11Y-09."""
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "call.ogg").write_bytes(silence(1))
    page = show([TALK])
    words = page.get_by_text("The dose for bed four is late again.")
    assert not words.is_visible()
    page.locator("figure summary", has_text="Transcript").press("Enter")
    words.wait_for()
