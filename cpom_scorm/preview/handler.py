"""Answers of the preview's server."""

from __future__ import annotations

import json
from dataclasses import asdict
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from cpom_scorm.editions import EDITIONS
from cpom_scorm.render.embeds import FOLDER as EMBEDS
from cpom_scorm.serving.guarded import GuardedHandler, asset
from cpom_scorm.stand_in_lms import SCRIPTS

if TYPE_CHECKING:
    from cpom_scorm.preview.server import PreviewServer

_LARGEST_POST = 1_000_000
_BEAT_SECONDS = 15
_ASSETS = {
    "preview": ("host.css", "host.js", "findings.js", "frame.js", "icon.svg", "lms.js"),
    "stand_in_lms": SCRIPTS,
}
_HEADERS_OF_EMBEDS = {
    "Content-Security-Policy": "sandbox allow-scripts",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""Embedded pages may do what their frame lets them do in an LMS, and no more where they stand alone."""


class Handler(GuardedHandler):
    """Answers one connection."""

    server: PreviewServer
    methods = "GET, HEAD, POST"

    def do_GET(self) -> None:  # noqa: N802 - the base class's way
        """Serve the host page, its parts, the course and the news."""
        match self.parts_behind_secret():
            case None:
                return
            case ["events"]:
                self._events()
            case ["outcome.json"]:
                self.send_json(asdict(self.server.workspace.outcome))
            case ["assets", package, name] if name in _ASSETS.get(package, ()):
                self.send_file(asset(package, name), name)
            case [edition, ""] if _is_edition(edition):
                self.send_file(asset("preview", "host.html"), "host.html")
            case [edition, "launch.json"] if _is_edition(edition):
                self._launch(edition)
            case [edition, "content", *path] if _is_edition(edition):
                self._content(edition, "/".join(path))
            case _:
                self.refuse(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:  # noqa: N802 - the base class's way
        """Take what the stand-in LMS keeps. Only pages of ours may send it."""
        parts = self.parts_behind_secret()
        if parts is None:
            return
        if self.headers.get_all("Origin") != [f"http://{self.headers['Host']}"]:
            self.refuse(HTTPStatus.FORBIDDEN)
            return
        body = self._body()
        match parts:
            case _ if body is None:
                return
            case [edition, "state"] if _is_edition(edition) and (values := _values(body)) is not None:
                self.server.workspace.keep(edition, values)
                self.send_json({})
            case [edition, "reset"] if _is_edition(edition):
                self.server.workspace.reset(edition)
                self.send_json({})
            case _:
                self.refuse(HTTPStatus.NOT_FOUND)

    def _body(self) -> bytes | None:
        """Read what was posted; None when the request has been refused."""
        length = self.headers.get("Content-Length", "")
        if self.headers.get("Transfer-Encoding") or not (length.isascii() and length.isdigit()):
            self.refuse(HTTPStatus.LENGTH_REQUIRED)
        elif int(length) > _LARGEST_POST:
            self.refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            return self.rfile.read(int(length))
        return None

    def _launch(self, edition: str) -> None:
        wanted = parse_qs(urlsplit(self.path).query).get("profile", [None])[-1]
        try:
            self.send_json(self.server.workspace.launch(edition, wanted))
        except KeyError:
            self.refuse(HTTPStatus.NOT_FOUND)

    def _content(self, edition: str, name: str) -> None:
        # A name is looked up among the package's, never on disk: there is nowhere to climb to.
        data = self.server.workspace.file(edition, name)
        if data is None:
            self.refuse(HTTPStatus.NOT_FOUND)
        else:
            policy = f"{self.server.workspace.policy(edition)}; frame-ancestors 'self'"
            own = {"Content-Security-Policy": policy}
            self.send_file(data, name, _HEADERS_OF_EMBEDS if name.startswith(EMBEDS) else own)

    def _events(self) -> None:
        """Say how many builds there have been, now and at every change (server-sent events)."""
        self.begin(HTTPStatus.OK, {"Content-Type": "text/event-stream", "Connection": "close"})
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


def _is_edition(name: str) -> bool:
    return any(edition.id == name for edition in EDITIONS)


def _values(body: bytes) -> dict[str, str] | None:
    try:
        values = json.loads(body)
    except ValueError:
        return None
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        return None
    return values
