"""Films and embedded pages in a preview. Were this broken, authors would mend what works in every LMS."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
import yaml

from cpom_scorm.editions import EDITIONS
from cpom_scorm.file_content import FileOnDisk
from cpom_scorm.preview.server import PreviewServer
from cpom_scorm.preview.workspace import Workspace
from tests.full_course import OWN_PAGE, OWN_SCRIPT, silence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Response

pytestmark = pytest.mark.browser

SECONDS = 600
FILM = {"kind": "video", "title": "F", "source": "media/film.webm", "silent": True, "transcript": "Words."}
EMBED = {"kind": "embed", "title": "Own", "source": "media/own/index.html", "description": "Words."}
ORIGIN = "https://films.example"
SOUND = {"kind": "audio", "title": "S", "source": f"{ORIGIN}/a.mp3", "transcript": "Words."}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PreviewServer]:
    (tmp_path / "media" / "own").mkdir(parents=True)
    (tmp_path / "media" / "film.webm").write_bytes(silence(SECONDS))
    (tmp_path / "media" / "own" / "index.html").write_text(OWN_PAGE, "utf-8")
    (tmp_path / "media" / "own" / "own.js").write_text(OWN_SCRIPT, "utf-8")
    page = {"id": "p1", "title": "Page", "minutes": 1, "blocks": [FILM, EMBED, SOUND]}
    section = {"id": "one", "number": "1", "title": "One", "pages": [page]}
    course = {"id": "own", "title": "Own", "language": "en", "external": [ORIGIN], "sections": ["one.yaml"]}
    for name, data in (("course", course), ("one", section)):
        (tmp_path / f"{name}.yaml").write_text(yaml.safe_dump(data), "utf-8")
    workspace = Workspace(tmp_path, "strict")
    assert not list(workspace.rebuild())
    started = PreviewServer(workspace)
    thread = threading.Thread(target=started.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield started
    started.shutdown()
    started.close()
    thread.join()


def test_a_film_on_disk_can_be_jumped_within_and_a_page_runs_shut_off(
    browser: Browser, server: PreviewServer
) -> None:
    """CSP-01, CSP-03: the preview's policy is the course's, and embedded pages behave as in an LMS."""
    assert isinstance(server.workspace.file(EDITIONS[-1].id, "media/film.webm"), FileOnDisk)
    page = browser.new_page()
    policies: dict[str, str] = {}

    def note(answer: Response) -> None:
        name = urlsplit(answer.url).path.partition("/content/")[2]
        policies[name] = answer.headers.get("content-security-policy", "")

    page.on("response", note)
    page.goto(server.url)
    content = page.frame_locator("#content")
    content.locator("h1:visible").wait_for()
    page.evaluate("frames[0].location.hash = '#/page/p1'")
    film = content.locator("video")
    at = film.evaluate(
        """async (film, seconds) => {
          if (!film.duration) await new Promise((ready) => film.addEventListener("loadedmetadata", ready));
          const moved = new Promise((done) => film.addEventListener("seeked", done));
          film.currentTime = seconds;
          await moved;
          return [film.currentTime, film.duration];
        }""",
        SECONDS - 50,
    )
    assert [SECONDS - 50, SECONDS] == at
    content.locator("iframe").scroll_into_view_if_needed()
    own = content.frame_locator("iframe")
    own.get_by_role("button").click()
    own.get_by_text("Open: none").wait_for()
    policy = f"default-src 'self'; media-src 'self' {ORIGIN}; frame-ancestors 'self'"
    assert (policy, "sandbox allow-scripts") == (
        policies["index.html"],
        policies["embed/media/own/index.html"],
    )
    page.close()
