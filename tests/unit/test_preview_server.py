"""SEC-10, SEC-11: any web page that an author visits can send requests to a preview: it must get nothing."""

from __future__ import annotations

import http.client
import json
import re
import socket
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.editions import EDITIONS
from cpom_scorm.preview.server import PreviewServer
from cpom_scorm.preview.workspace import Workspace
from cpom_scorm.serving.loopback import ADDRESS
from tests.command_line import change, everything_below, write_starter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

EDITION = EDITIONS[-1].id
GUARDS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Client:
    """Sends requests to a preview, honest ones unless told otherwise."""

    def __init__(self, server: PreviewServer) -> None:
        self.server = server
        self.host = f"{ADDRESS}:{server.server_port}"
        self.root = f"/{server.token}"

    def send(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Give status, headers and body of the answer to a request for a path behind the secret."""
        return self.send_raw(method, self.root + path, body, {"Host": self.host, **headers})

    def send_raw(
        self, method: str, target: str, body: bytes | None, headers: dict[str, str]
    ) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection(ADDRESS, self.server.server_port, timeout=10)
        connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        if body is not None:
            headers = {"Content-Length": str(len(body)), **headers}
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        found = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        for name, value in GUARDS.items():
            assert found[1].get(name) == value, f"{method} {target}: {name}"
        assert not [name for name in found[1] if name.lower().startswith("access-control-")]
        return found

    def post(self, path: str, body: bytes = b"{}", **headers: str) -> int:
        return self.send("POST", path, body, **{"Origin": f"http://{self.host}", **headers})[0]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = Workspace(write_starter(tmp_path_factory.mktemp("course") / "mine"), "strict")
    made.rebuild()
    return made


@pytest.fixture
def client(workspace: Workspace) -> Iterator[Client]:
    server = PreviewServer(workspace)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield Client(server)
    server.shutdown()
    server.close()
    thread.join()


def test_it_listens_on_this_machine_only_at_a_free_port_and_a_secret_path(client: Client) -> None:
    assert client.server.socket.getsockname()[0] == "127.0.0.1"
    assert re.fullmatch(r"[A-Za-z0-9_-]{16,}", client.server.token)
    assert f"http://127.0.0.1:{client.server.server_port}{client.root}/{EDITION}/" == client.server.url
    other = PreviewServer(client.server.workspace)
    assert client.server.token != other.token
    assert client.server.server_port != other.server_port
    other.close()


def test_a_taken_port_is_refused(client: Client) -> None:
    with pytest.raises(OSError, match="in use"):
        PreviewServer(client.server.workspace, client.server.server_port)


def test_the_page_the_course_and_the_findings_are_served_with_fixed_types(client: Client) -> None:
    status, headers, body = client.send("GET", f"/{EDITION}/")
    assert (200, "text/html; charset=utf-8") == (status, headers["Content-Type"])
    assert b'id="findings"' in body
    status, headers, body = client.send("GET", f"/{EDITION}/content/player.js?launch=1")
    assert (200, "text/javascript; charset=utf-8") == (status, headers["Content-Type"])
    assert client.server.workspace.file(EDITION, "player.js") == body
    outcome = json.loads(client.send("GET", "/outcome.json")[2])
    assert (True, []) == (outcome["built"], outcome["findings"])


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "LOCALHOST", "[::1]"])
def test_the_names_of_this_machine_are_served(client: Client, name: str) -> None:
    assert client.send("GET", f"/{EDITION}/", Host=f"{name}:{client.server.server_port}")[0] == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1.evil.example:{port}",
        "localhost",
        "127.0.0.1",
        "localhost:1",
        "127.0.0.1:{port}@evil.example",
        "",
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_a_foreign_or_rebound_host_is_refused(client: Client, host: str, method: str) -> None:
    host = host.format(port=client.server.server_port)
    headers = {"Origin": f"http://{host}"} if method == "POST" else {}
    body = b"{}" if method == "POST" else None
    path = f"/{EDITION}/reset" if method == "POST" else f"/{EDITION}/"
    status, _, answer = client.send(method, path, body, Host=host, **headers)
    assert (403, b"") == (status, answer)


def test_a_request_without_a_host_or_with_two_is_refused(client: Client) -> None:
    assert client.send_raw("GET", f"{client.root}/{EDITION}/", None, {})[0] == 403
    lines = f"GET {client.root}/{EDITION}/ HTTP/1.1\r\nHost: {client.host}\r\nHost: evil.example\r\n\r\n"
    assert b"403" in talk(client, lines.encode()).splitlines()[0]


@pytest.mark.parametrize(
    "target", ["/", "", "/{short}/", "/{token}x/", "/favicon.ico", "/%00/", "//{token}/"]
)
def test_without_the_secret_there_is_nothing(client: Client, target: str) -> None:
    token = client.server.token
    target = target.format(token=token, short=token[:-1]) or "*"
    status, _, body = client.send_raw("GET", target, None, {"Host": client.host})
    assert (404, b"") == (status, body)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "",
        f"/{EDITION}",
        f"/{EDITION}/content",
        f"/{EDITION}/content/",
        f"/{EDITION}/content/media/",
        f"/{EDITION}/content/../launch.json",
        f"/{EDITION}/content/../../../../../../etc/passwd",
        f"/{EDITION}/content/%2e%2e/%2e%2e/etc/passwd",
        f"/{EDITION}/content/..%2f..%2f..%2fetc%2fpasswd",
        f"/{EDITION}/content/%252e%252e%252fetc%252fpasswd",
        f"/{EDITION}/content/..%5c..%5cwindows%5cwin.ini",
        f"/{EDITION}/content//etc/passwd",
        f"/{EDITION}/content/index.html%00.png",
        f"/{EDITION}/content/imsmanifest.xml/",
        "/assets/preview/server.py",
        "/assets/preview/../server.py",
        "/assets/preview/%2e%2e/build.py",
        "/assets/build/__init__.py",
        "/assets//etc/passwd",
        "/scorm13/",
        f"/{EDITION}/launch.json?profile=kind",
    ],
)
def test_only_what_is_meant_to_be_served_is_and_nothing_is_listed(client: Client, path: str) -> None:
    status, _, body = client.send("GET", path)
    assert (404, b"") == (status, body)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    """OPTIONS above all: an answer could let foreign pages in."""
    status, headers, body = client.send(method, f"/{EDITION}/")
    assert (405, "GET, HEAD, POST", b"") == (status, headers["Allow"], body)


def test_head_gives_the_headers_alone(client: Client) -> None:
    for path in (f"/{EDITION}/", f"/{EDITION}/content/index.html", "/outcome.json", "/events"):
        status, headers, body = client.send("HEAD", path)
        assert (200, b"") == (status, body)
        assert headers["Content-Type"]


def kept(client: Client, edition: str = EDITION) -> Any:
    """Give what the stand-in LMS would start the next launch with."""
    return json.loads(client.send("GET", f"/{edition}/launch.json")[2])["values"]


def test_a_state_is_kept_for_its_edition_and_forgotten_on_request(client: Client) -> None:
    assert client.post(f"/{EDITION}/state", b'{"cmi.location": "1"}') == 200
    assert {"cmi.location": "1"} == kept(client)
    assert {} == kept(client, EDITIONS[0].id)
    assert client.post(f"/{EDITION}/reset") == 200
    assert {} == kept(client)


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "https://{host}", "http://{host}.evil"]
)
def test_posts_from_elsewhere_are_refused_and_change_nothing(client: Client, origin: str | None) -> None:
    headers = {} if origin is None else {"Origin": origin.format(host=client.host)}
    status, _, _ = client.send("POST", f"/{EDITION}/state", b'{"cmi.location": "9"}', **headers)
    assert status == 403
    assert {} == kept(client)


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"not json", {}, 404),
        (b'["a"]', {}, 404),
        (b'{"a": 1}', {}, 404),
        (b"\xff\xfe", {}, 404),
        (b"{}", {"Content-Length": "-1"}, 411),
        (b"{}", {"Content-Length": "2e9"}, 411),
        (b"{}", {"Content-Length": ""}, 411),
        (b"{}", {"Content-Length": "99999999999"}, 413),
        (b"{}", {"Transfer-Encoding": "chunked"}, 411),
    ],
)
def test_what_is_no_state_is_refused(
    client: Client, body: bytes, headers: dict[str, str], status: int
) -> None:
    assert status == client.post(f"/{EDITION}/state", body, **headers)


def talk(client: Client, request: bytes) -> bytes:
    """Send bytes that no honest client sends; give all that comes back before the connection ends."""
    with socket.create_connection((ADDRESS, client.server.server_port), timeout=10) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"\x16\x03\x01\x02\x00\x01",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: 1\r\n" % number for number in range(200)) + b"\r\n",
    ],
    ids=["tls", "one word", "version", "long", "many headers"],
)
def test_noise_is_refused_without_echoing_it(
    client: Client, request_bytes: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = talk(client, request_bytes)
    assert b"200" not in answer[:20]
    assert b"aaaa" not in answer
    if answer:
        assert b"nosniff" in answer
    assert client.send("GET", f"/{EDITION}/")[0] == 200
    assert capfd.readouterr().err == ""


def test_a_preview_writes_no_file(tmp_path: Path) -> None:
    """SEC-11: what a package or a learner does in it stays in memory."""
    course = write_starter(tmp_path / "mine")
    before = everything_below(tmp_path)
    workspace = Workspace(course, "strict")
    workspace.rebuild()
    workspace.keep(EDITION, {"cmi.location": "1"})
    assert before == everything_below(tmp_path)


@contextmanager
def followed(workspace: Workspace) -> Iterator[Callable[[int], None]]:
    """Follow edits as a preview does; what is given waits until there have been so many builds."""
    workspace.rebuild()
    server = PreviewServer(workspace)
    watcher = threading.Thread(target=server.watch)
    watcher.start()

    def generation(count: int) -> None:
        end = time.monotonic() + 60
        while workspace.outcome.generation < count and time.monotonic() < end:
            time.sleep(0.02)
        assert count == workspace.outcome.generation

    try:
        time.sleep(0.1)
        yield generation
    finally:
        server.close()
        watcher.join()


def test_edits_are_followed_and_faults_of_ours_do_not_end_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = write_starter(tmp_path / "mine")
    workspace = Workspace(course, "strict")
    with followed(workspace) as generation:
        change(course / "sections/1-pages.yaml", "tone: key", "tone: kee")
        generation(2)
        assert (False, "CRS-014") == (workspace.outcome.built, workspace.outcome.findings[0]["rule"])
        assert workspace.file(EDITION, "index.html")
        with monkeypatch.context() as faulty:
            faulty.setattr("cpom_scorm.preview.workspace.build_course", lambda *_: 1 / 0)
            change(course / "sections/1-pages.yaml", "tone: kee", "tone: good")
            generation(3)
        assert "a fault of its own (ZeroDivisionError" in workspace.outcome.findings[0]["message"]
        (course / "media" / "new.txt").write_text("a new file is an edit as well")
        generation(4)
        assert workspace.outcome.built


def test_edits_of_a_theme_are_followed_and_of_what_it_extends_once_that_is_there(tmp_path: Path) -> None:
    workspace = Workspace(write_starter(tmp_path / "mine"), "strict", (tmp_path / "brand",))
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand/theme.yaml").write_text("extends: ../house\n")
    with followed(workspace) as generation:
        assert workspace.outcome.findings[0]["rule"] == "TPL-006"
        (tmp_path / "house").mkdir()
        (tmp_path / "house/theme.yaml").write_text("radius: 1rem\n")
        generation(2)
        assert b"--radius:1rem" in (workspace.file(EDITION, "styles.css") or b"")
        change(tmp_path / "house/theme.yaml", "1rem", "2rem")
        generation(3)
        assert b"--radius:2rem" in (workspace.file(EDITION, "styles.css") or b"")
        change(tmp_path / "brand/theme.yaml", "house", "house\nradius: 3rem")
        generation(4)
        assert b"--radius:3rem" in (workspace.file(EDITION, "styles.css") or b"")
