"""SEC-10, SEC-11 in a browser: a page that knows the secret gets nothing, and a course reaches nobody."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.editions import EDITIONS
from cpom_scorm.preview.server import PreviewServer
from cpom_scorm.preview.workspace import Workspace
from tests.browser.site import Site
from tests.command_line import write_starter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

EDITION = EDITIONS[-1].id
READ = "address => fetch(address).then((answer) => answer.text(), () => 'refused')"
SEND = """address => fetch(address, { method: "POST", mode: "no-cors", body: '{"cmi.location": "1"}' })
  .then(() => "sent", () => "refused")"""
LOAD = """([name, address]) => new Promise((done) => {
  const part = document.createElement(name);
  part.onload = () => done("loaded");
  part.onerror = () => done("refused");
  part.src = address;
  document.body.append(part);
})"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PreviewServer]:
    workspace = Workspace(write_starter(tmp_path_factory.mktemp("course") / "mine"), "strict")
    workspace.rebuild()
    started = PreviewServer(workspace)
    threading.Thread(target=started.serve_forever, args=(0.05,), daemon=True).start()
    yield started
    started.shutdown()
    started.close()


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Site]:
    """Another server on this machine, with a page of its own."""
    site = Site().start()
    site.files["index.html"] = b"<!doctype html><title>elsewhere</title><body></body>"
    site.files["secret.txt"] = b"secret"
    yield site
    site.stop()


def test_a_foreign_page_can_neither_read_run_frame_nor_write(
    browser: Browser, server: PreviewServer, elsewhere: Site
) -> None:
    page = browser.new_page()
    page.goto(f"{elsewhere.origin}/index.html")
    assert page.evaluate(READ, f"{server.url}launch.json") == "refused"
    for name in ("course-data.js", "section-1.js"):
        assert page.evaluate(LOAD, ["script", f"{server.url}content/{name}"]) == "refused"
    assert (
        page.evaluate(LOAD, ["img", f"{server.origin}/{server.token}/assets/preview/icon.svg"]) == "refused"
    )
    page.evaluate(LOAD, ["iframe", server.url])
    assert [True, True] == [
        frame.url.startswith(("chrome-error:", elsewhere.origin)) for frame in page.frames
    ]
    page.evaluate(SEND, f"{server.url}state")
    assert {} == server.workspace.launch(EDITION, None)["values"]
    page.close()


def test_the_course_in_a_preview_reaches_its_own_origin_alone(
    browser: Browser, server: PreviewServer, elsewhere: Site
) -> None:
    page = browser.new_page()
    page.goto(server.url)
    page.frame_locator("#content").locator("h1:visible").wait_for()
    (content,) = [frame for frame in page.frames if "/content/" in frame.url]
    before = list(elsewhere.requests)
    assert content.evaluate(READ, f"{elsewhere.origin}/secret.txt") == "refused"
    assert content.evaluate(SEND, f"{elsewhere.origin}/secret.txt") == "refused"
    for name in ("script", "img"):
        assert content.evaluate(LOAD, [name, f"{elsewhere.origin}/secret.txt"]) == "refused"
    assert before == elsewhere.requests
    page.close()
