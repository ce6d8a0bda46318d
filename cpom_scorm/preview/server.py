"""The preview's web server: loopback only, one secret path, nothing but this course (SEC-10, SEC-11)."""

from __future__ import annotations

import json
import mimetypes
import secrets
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from cpom_scorm.editions import EDITIONS

if TYPE_CHECKING:
    from cpom_scorm.preview.workspace import Workspace

ADDRESS = "127.0.0.1"
_POLL_SECONDS = 0.4
_LARGEST_POST = 1_000_000
_ASSETS = {
    ("preview", "host.css"),
    ("preview", "host.js"),
    ("stand_in_lms", "api.js"),
    ("stand_in_lms", "data_model.js"),
    ("stand_in_lms", "time.js"),
}
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class PreviewServer(ThreadingHTTPServer):
    """Serves one course at a path that nobody can guess."""

    daemon_threads = True

    def __init__(self, workspace: Workspace, port: int = 0) -> None:
        super().__init__((ADDRESS, port), _Handler)
        self.workspace = workspace
        self.token = secrets.token_urlsafe(12)
        self.changed = threading.Condition()
        self.generation = 0
        self.closing = threading.Event()

    @property
    def origin(self) -> str:
        """Scheme, address and port."""
        return f"http://{ADDRESS}:{self.server_address[1]}"

    @property
    def url(self) -> str:
        """The page to open."""
        return f"{self.origin}/{self.token}/{EDITIONS[-1].id}/"

    @property
    def hosts(self) -> tuple[str, ...]:
        """Host headers of honest requests; any other means a rebound name."""
        port = self.server_address[1]
        return (f"{ADDRESS}:{port}", f"localhost:{port}", f"[::1]:{port}")

    def watch(self) -> None:
        """Rebuild when the course changes, until the server closes."""
        known = self.workspace.fingerprint()
        while not self.closing.wait(_POLL_SECONDS):
            now = self.workspace.fingerprint()
            if now != known:
                known = now
                self.workspace.rebuild()
                self.announce()

    def announce(self) -> None:
        """Tell every open page that there is something new."""
        with self.changed:
            self.generation += 1
            self.changed.notify_all()

    def close(self) -> None:
        """Stop watching and serving."""
        self.closing.set()
        self.announce()
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version = "cpom-scorm"
    sys_version = ""

    def do_GET(self) -> None:
        parts = self._parts()
        if parts is None:
            return
        match parts:
            case ["events"]:
                self._events()
            case ["findings.json"]:
                self._json(_plain(self.server.workspace.findings))
            case ["assets", folder, name] if (folder, name) in _ASSETS:
                self._send(_asset(folder, name), name)
            case [edition, ""] if _is_edition(edition):
                self._send(_asset("preview", "host.html"), "host.html")
            case [edition, "launch.json"] if _is_edition(edition):
                self._json(self.server.workspace.launch(edition))
            case [edition, "content", *path] if _is_edition(edition):
                self._content(edition, "/".join(path))
            case _:
                self._refuse(HTTPStatus.NOT_FOUND)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        parts = self._parts()
        if parts is None:
            return
        if self.headers.get("Origin") != f"http://{self.headers.get('Host')}":
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        length = int(self.headers.get("Content-Length") or 0)
        if length > _LARGEST_POST:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return
        body = self.rfile.read(length)
        match parts:
            case [edition, "state"] if _is_edition(edition) and (values := _values(body)) is not None:
                self.server.workspace.keep(edition, values)
                self._json({})
            case [edition, "reset"] if _is_edition(edition):
                self.server.workspace.reset(edition)
                self._json({})
            case _:
                self._refuse(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Keep quiet: findings are what an author wants to read."""

    def _parts(self) -> list[str] | None:
        if self.headers.get("Host") not in self.server.hosts:
            self._refuse(HTTPStatus.FORBIDDEN)
            return None
        parts = unquote(urlsplit(self.path).path).split("/")[1:]
        if not secrets.compare_digest(parts[0].encode(), self.server.token.encode()):
            self._refuse(HTTPStatus.NOT_FOUND)
            return None
        return parts[1:]

    def _content(self, edition: str, name: str) -> None:
        data = self.server.workspace.file(edition, name)
        if data is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            self._send(data, name)

    def _events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self._common_headers()
        self.end_headers()
        self.close_connection = True
        seen = self.server.generation
        try:
            while not self.server.closing.is_set():
                with self.server.changed:
                    self.server.changed.wait(15)
                    news = self.server.generation
                self.wfile.write(b"data: built\n\n" if news != seen else b": still here\n\n")
                self.wfile.flush()
                seen = news
        except OSError:
            return

    def _json(self, value: Any) -> None:
        self._send(json.dumps(value).encode(), "answer.json")

    def _send(self, data: bytes, name: str) -> None:
        self.send_response(HTTPStatus.OK)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(data)))
        self._common_headers()
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _refuse(self, status: HTTPStatus) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self._common_headers()
        self.end_headers()
        self.close_connection = True

    def _common_headers(self) -> None:
        for name, value in _HEADERS.items():
            self.send_header(name, value)


def _is_edition(name: str) -> bool:
    return any(edition.id == name for edition in EDITIONS)


def _asset(package: str, name: str) -> bytes:
    return resources.files(f"cpom_scorm.{package}").joinpath(name).read_bytes()


def _plain(findings: Any) -> dict[str, Any]:
    return {name: getattr(findings, name) for name in ("text", "errors", "warnings", "built")}


def _values(body: bytes) -> dict[str, str] | None:
    try:
        values = json.loads(body)
    except ValueError:
        return None
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        return None
    return values
