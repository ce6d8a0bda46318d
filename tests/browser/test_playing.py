"""`play` in a real browser: what other people's content does is seen, and nothing that it tries gets out.

Were this broken, administrators would trust packages that lose results, or be attacked by them.
"""

from __future__ import annotations

import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.model import Package
from cpom_scorm.play.driver import Driver, read_driver
from cpom_scorm.play.playing import Played, PlayOptions, play_package, play_path
from tests.browser.audit import AXE
from tests.builders import base_files
from tests.faults.small_course import SmallCourse, build_small_course

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpom_scorm.editions import Edition

pytestmark = pytest.mark.browser


def played(
    body: str,
    edition: Edition = EDITIONS[0],
    *,
    driver: Driver | None = None,
    seconds: float = 40,
    axe: str = "",
    files: dict[str, str] | None = None,
) -> Played:
    """Play a package of one page. In a thread: the tests' own browser has the loop here."""
    page = f"<!doctype html><html lang=en><title>Page</title><body><h1>Page</h1>{body}</body></html>"
    others = {name: text.encode() for name, text in (files or {}).items()}
    package = Package.from_files(
        {**base_files(edition), "index.html": page.encode(), **others}, "package.zip"
    )
    options = PlayOptions(driver=driver, seconds=seconds, axe=axe)
    with ThreadPoolExecutor(1) as one:
        return one.submit(play_package, package, options).result()


def rules(played: Played) -> set[str]:
    return {found.rule.id for found in played.report}


def messages(played: Played, rule_id: str) -> list[str]:
    return [found.message for found in played.report if found.rule.id == rule_id]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallCourse:
    """A course of ours with a page and a quiz."""
    return build_small_course(tmp_path_factory.mktemp("small") / "course", ("p1",))


GOOD = """
<p id="said"></p><button id="go">Next</button>
<script>
const api = parent.API;
api.LMSInitialize("");
let at = Number(api.LMSGetValue("cmi.core.lesson_location")) || 0;
const isNormal = api.LMSGetValue("cmi.core.lesson_mode") === "normal";
if (isNormal && api.LMSGetValue("cmi.core.lesson_status") === "not attempted")
  api.LMSSetValue("cmi.core.lesson_status", "incomplete");
const show = () => {
  document.querySelector("h1").textContent = `Page ${at}`;
  document.getElementById("go").hidden = at === 6;
  api.LMSSetValue("cmi.core.lesson_location", String(at));
  if (isNormal && at === 6) api.LMSSetValue("cmi.core.lesson_status", "completed");
  api.LMSCommit("");
};
document.getElementById("go").onclick = () => { at += 1; show(); };
show();
addEventListener("pagehide", () => {
  api.LMSSetValue("cmi.core.exit", "suspend");
  api.LMSFinish("");
});
</script>"""


def test_content_that_does_all_rightly_is_gone_through_to_its_end_without_a_finding() -> None:
    done = played(GOOD, axe=AXE)
    assert [] == [found.message for found in done.report]
    first, resumed, review, both = done.traces[0].sessions
    assert "incomplete" == first.kept["cmi.core.lesson_status"]
    assert (True, "completed") == (resumed.seen_all, resumed.kept["cmi.core.lesson_status"])
    assert first.views[-1].title == resumed.views[0].title
    assert ("review", "both APIs") == (review.purpose, both.purpose)
    assert done.seconds < 30


def test_what_goes_wrong_while_content_runs_is_told() -> None:
    body = """<img src="img/gone.png" alt=""><script src="gone.js"></script>
    <script src="https://scripts.example/track.js"></script>
    <script>
    const api = parent.API;
    api.LMSInitialize("");
    api.LMSSetValue("cmi.core.lesson_status", "finished");
    api.LMSSetValue("cmi.core.score.raw", "120");
    api.LMSSetValue("cmi.suspend_data", "x".repeat(4097));
    addEventListener("unload", () => api.LMSFinish(""));
    alert("Welcome");
    nowhere.to.be.found();
    </script>"""
    done = played(body)
    expected = {f"RTE-{number:03}" for number in (3, 6, 7, 9, 10, 11, 12, 101, 108)}
    assert expected <= rules(done)
    assert 'it asks for "gone.js", which is not in the package' in messages(done, "RTE-009")
    assert 'it asks another site for "https://scripts.example/track.js"' in messages(done, "RTE-011")


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
def test_our_own_packages_are_played_all_right_and_all_wrong(edition: Edition, small: SmallCourse) -> None:
    """RUN-10, RUN-13: the LMS holds all points, and none, and never a finding, nor has axe one."""
    package = Package.from_files(small.packages[edition.id].files, "small.zip")
    with ThreadPoolExecutor(1) as one:
        done = one.submit(play_package, package, PlayOptions(seconds=90, axe=AXE)).result()
    assert [] == [found.message for found in done.report]
    score = edition.runtime.elements["score.raw"]
    held = {session.purpose: session.kept.get(score) for session in done.traces[0].sessions}
    assert ("100", "0") == (held["all right"], held["all wrong"])


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("<script>for (;;) alert('again')</script>", "asked the learner more than 25 times"),
        ("<script>setTimeout(() => { for (;;); }, 200)</script>", "did not answer for 8 seconds"),
        ("<script>const go = () => open('index.html'); go()</script>", "opened more than 5 windows"),
        ("<script>for (;;) parent.API.LMSGetLastError()</script>", "called the LMS more than 5,000"),
        ("<script>location.search = String(Math.random())</script>", "loaded more than 40 pages by itself"),
    ],
    ids=["dialogs", "a loop", "windows", "calls", "loads"],
)
def test_content_without_end_is_stopped_and_told(body: str, why: str) -> None:
    """SEC-11: a hostile package ends with a finding, not with a hang."""
    done = played(body, seconds=60)
    assert [] != [message for message in messages(done, "RTE-013") if why in message]
    assert done.seconds < 40


@pytest.fixture
def neighbour() -> Iterator[tuple[int, list[str]]]:
    """Another server of this machine, which nothing of a package may reach."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, asked
    server.shutdown()
    server.server_close()


def test_a_hostile_package_reaches_its_own_origin_only(neighbour: tuple[int, list[str]]) -> None:
    """SEC-11: fetch, pictures, frames, windows, workers and sockets to a neighbour; storage without end."""
    port, asked = neighbour
    body = f"""<iframe src="http://localhost:{port}/frame"></iframe>
    <img src="http://127.0.0.1:{port}/img" alt="">
    <script>
    const there = "http://127.0.0.1:{port}/";
    fetch(there + "fetch", {{mode: "no-cors"}}).catch(() => 0);
    navigator.sendBeacon(there + "beacon", "x");
    try {{ new WebSocket("ws://127.0.0.1:{port}/socket"); }} catch {{}}
    const work = `fetch("${{there}}worker", {{mode: "no-cors"}}).catch(() => 0)`;
    const source = URL.createObjectURL(new Blob([work]));
    new Worker(source);
    new SharedWorker(source);
    open(there + "window");
    try {{ for (let n = 0; ; n++) localStorage.setItem("k" + n, "x".repeat(100000)); }} catch {{}}
    parent.API.LMSInitialize("");
    </script>"""
    done = played(body)
    assert [] == asked
    assert "RTE-011" in rules(done)


def test_steps_of_a_file_lead_the_learner_and_a_step_that_finds_nothing_is_told(tmp_path: Path) -> None:
    steps = tmp_path / "steps.yaml"
    steps.write_text("steps:\n- click: Next\n- wait: {text: Page 1}\n- reopen\n- click: Exit\n", "utf-8")
    done = played(GOOD, driver=read_driver(steps))
    first, resumed = done.traces[0].sessions
    assert ("Page 1", "Page 1") == (first.views[-1].title, resumed.views[0].title)
    (found,) = done.report
    assert "RTE-019" == found.rule.id
    assert ('there is nothing to click that is called "Exit"', 5) == (
        found.message,
        found.span and found.span.line,
    )


def test_a_package_of_another_tool_is_played(root: Path, tmp_path: Path) -> None:
    """Npm's simple-scorm-packager wraps a folder: its manifest, schemas and names are not ours."""
    source, output = tmp_path / "source", tmp_path / "output"
    source.mkdir()
    output.mkdir()
    page = f"<!doctype html><html lang=en><title>Page</title><body><h1>Page</h1>{GOOD}</body></html>"
    (source / "index.html").write_text(page, "utf-8")
    wrap = ["node", root / "bench" / "peer_packager.mjs", source, output, "1.2"]
    subprocess.run(wrap, check=True, capture_output=True, cwd=root)
    with ThreadPoolExecutor(1) as one:
        done = one.submit(play_path, next(output.glob("*.zip")), PlayOptions(seconds=60)).result()
    assert (EDITIONS[0], []) == (done.edition, [found.message for found in done.report])
    assert "completed" == done.traces[0].sessions[1].kept["cmi.core.lesson_status"]


WATCHFUL = """
const api = parent.API;
api.LMSInitialize("");
api.LMSSetValue("cmi.core.lesson_status", "completed");
api.LMSCommit("");
addEventListener("pagehide", () => {
  api.LMSSetValue("cmi.core.exit", "suspend");
  api.LMSFinish("");
});
addEventListener("message", () => console.error("a message"));
setInterval(() => { if ("axe" in window) console.error("axe is here"); }, 20);"""


def test_what_axe_finds_is_told_once_for_each_rule_and_the_content_sees_nothing_of_axe() -> None:
    """Under the strictest policy, and without a title asked of a page that lies in another."""
    page = """<!doctype html><html lang="en"><head><title>Page</title>
    <meta http-equiv="Content-Security-Policy"
     content="default-src 'none'; script-src 'self'; frame-src 'self'; img-src 'self'">
    <script src="watchful.js"></script></head><body><h1>Page</h1><p>With another inside</p>
    <img src="dot.svg" width="9" height="9"><iframe src="inner.html" title="Inner"></iframe>"""
    files = {
        "index.html": page,
        "inner.html": "<!doctype html><p>Inside</p><input>",
        "watchful.js": WATCHFUL,
        "dot.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    }
    done = played("", axe=AXE, files=files)
    assert [
        'axe finds "image-alt" (critical) in a view, "Images must have alternative text": '
        'at "img" of "Page" in "index.html"',
        'axe finds "label" (critical) in a view, "Form elements must have labels": '
        'at "input" of "Page" in "inner.html"',
    ] == messages(done, "RTE-021")
    assert {"RTE-021"} == rules(done)
