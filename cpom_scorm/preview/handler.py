"""Answers of the preview's server. Every one of them, refusals included, carries the same guards."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

from cpom_scorm.editions import EDITIONS
from cpom_scorm.file_content import part_of
from cpom_scorm.preview.parts import media_type, wanted_part
from cpom_scorm.render.embeds import FOLDER as EMBEDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpom_scorm.file_content import FileContent
    from cpom_scorm.preview.server import PreviewServer

_LARGEST_POST = 1_000_000
_BEAT_SECONDS = 15
_ASSETS = {
    "preview": ("host.css", "host.js", "findings.js", "frame.js", "icon.svg", "lms.js"),
    "stand_in_lms": (
        "api.js",
        "data_model.js",
        "gradebook.js",
        "line.js",
        "presence.js",
        "server.js",
        "time.js",
        "verdict.js",
    ),
}
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_HEADERS_OF_EMBEDS = {
    "Content-Security-Policy": "sandbox allow-scripts",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""Embedded pages may do what their frame lets them do in an LMS, and no more where they stand alone."""


class Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version = "cpom-scorm"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        """Serve the host page, its parts, the course and the news."""
        match self._parts():
            case None:
                return
            case ["events"]:
                self._events()
            case ["outcome.json"]:
                self._json(asdict(self.server.workspace.outcome))
            case ["assets", package, name] if name in _ASSETS.get(package, ()):
                self._send(_asset(package, name), name)
            case [edition, ""] if _is_edition(edition):
                self._send(_asset("preview", "host.html"), "host.html")
            case [edition, "launch.json"] if _is_edition(edition):
                self._launch(edition)
            case [edition, "content", *path] if _is_edition(edition):
                self._content(edition, "/".join(path))
            case _:
                self._refuse(HTTPStatus.NOT_FOUND)

    def do_HEAD(self) -> None:
        """Answer as GET does, without the body."""
        self.do_GET()

    def do_POST(self) -> None:
        """Take what the stand-in LMS keeps. Only pages of ours may send it."""
        parts = self._parts()
        if parts is None:
            return
        if self.headers.get_all("Origin") != [f"http://{self.headers['Host']}"]:
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        body = self._body()
        match parts:
            case _ if body is None:
                return
            case [edition, "state"] if _is_edition(edition) and (values := _values(body)) is not None:
                self.server.workspace.keep(edition, values)
                self._json({})
            case [edition, "reset"] if _is_edition(edition):
                self.server.workspace.reset(edition)
                self._json({})
            case _:
                self._refuse(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Refuse what the base class cannot read, in our way: no page, no words of the request in it."""
        known = HTTPStatus(code)
        self._refuse(HTTPStatus.METHOD_NOT_ALLOWED if known is HTTPStatus.NOT_IMPLEMENTED else known)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Keep quiet: findings are what an author wants to read."""

    def _parts(self) -> list[str] | None:
        """Split the path behind the secret; None when the request has been refused."""
        hosts = self.headers.get_all("Host") or []
        if len(hosts) != 1 or hosts[0].lower() not in self.server.hosts:
            self._refuse(HTTPStatus.FORBIDDEN)
            return None
        parts = unquote(urlsplit(self.path).path).split("/")[1:] or [""]
        if not secrets.compare_digest(parts[0].encode("utf-8"), self.server.token.encode("ascii")):
            self._refuse(HTTPStatus.NOT_FOUND)
            return None
        return parts[1:]

    def _body(self) -> bytes | None:
        """Read what was posted; None when the request has been refused."""
        length = self.headers.get("Content-Length", "")
        if self.headers.get("Transfer-Encoding") or not (length.isascii() and length.isdigit()):
            self._refuse(HTTPStatus.LENGTH_REQUIRED)
        elif int(length) > _LARGEST_POST:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            return self.rfile.read(int(length))
        return None

    def _launch(self, edition: str) -> None:
        wanted = parse_qs(urlsplit(self.path).query).get("profile", [None])[-1]
        try:
            self._json(self.server.workspace.launch(edition, wanted))
        except KeyError:
            self._refuse(HTTPStatus.NOT_FOUND)

    def _content(self, edition: str, name: str) -> None:
        # A name is looked up among the package's, never on disk: there is nowhere to climb to.
        data = self.server.workspace.file(edition, name)
        if data is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            policy = f"{self.server.workspace.policy(edition)}; frame-ancestors 'self'"
            own = {"Content-Security-Policy": policy}
            self._send(data, name, _HEADERS_OF_EMBEDS if name.startswith(EMBEDS) else own)

    def _events(self) -> None:
        """Say how many builds there have been, now and at every change (server-sent events)."""
        self._begin(HTTPStatus.OK, {"Content-Type": "text/event-stream", "Connection": "close"})
        self.close_connection = True
        told = None
        while self.command != "HEAD" and not self.server.closing.is_set():
            with self.server.news:
                if told is self.server.workspace.outcome:
                    self.server.news.wait(_BEAT_SECONDS)
                now = self.server.workspace.outcome
            news = b": still here\n\n" if now is told else f"data: {now.generation}\n\n".encode()
            self.wfile.write(news)
            told = now

    def _json(self, value: Any) -> None:
        self._send(json.dumps(value).encode("ascii"), "answer.json")

    def _send(
        self, content: FileContent, name: str, headers: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        size, status = len(content), HTTPStatus.OK
        told = {"Content-Type": media_type(name), "Accept-Ranges": "bytes", **headers}
        # Nothing here has a validator that an If-Range could name: then all of the file is the answer.
        asked = None if "If-Range" in self.headers else self.headers.get("Range")
        try:
            part = wanted_part(asked, size)
        except ValueError:
            self._refuse(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, {"Content-Range": f"bytes */{size}"})
            return
        if part is not None:
            status = HTTPStatus.PARTIAL_CONTENT
            told["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
        part = part or range(size)
        self._begin(status, {**told, "Content-Length": str(len(part))})
        if self.command != "HEAD":
            for piece in part_of(content, part):
                self.wfile.write(piece)

    def _refuse(self, status: HTTPStatus, told: Mapping[str, str] = MappingProxyType({})) -> None:
        headers = {"Content-Length": "0", "Connection": "close", **told}
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            headers["Allow"] = "GET, HEAD, POST"
        # What was sent along is left unread, so the connection cannot serve another request.
        self.close_connection = True
        self._begin(status, headers)

    def _begin(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**_HEADERS, **headers}.items():
            self.send_header(name, value)
        self.end_headers()


def _is_edition(name: str) -> bool:
    return any(edition.id == name for edition in EDITIONS)


def _asset(package: str, name: str) -> bytes:
    return resources.files(f"cpom_scorm.{package}").joinpath(name).read_bytes()


def _values(body: bytes) -> dict[str, str] | None:
    try:
        values = json.loads(body)
    except ValueError:
        return None
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        return None
    return values
