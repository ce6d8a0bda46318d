"""Answers of a loopback server. Every one of them, refusals included, carries the same guards."""

from __future__ import annotations

import json
import secrets
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from cpom_scorm.file_content import part_of
from cpom_scorm.serving.parts import media_type, wanted_part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpom_scorm.file_content import FileContent
    from cpom_scorm.serving.loopback import LoopbackServer

_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class GuardedHandler(BaseHTTPRequestHandler):
    """Answers one connection: honest requests for paths behind the secret, and nothing else."""

    server: LoopbackServer
    methods = "GET, HEAD"
    """What may be asked, as the Allow header has it."""
    protocol_version = "HTTP/1.1"
    server_version = "cpom-scorm"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        """Answer a request. To be given by whoever derives from this."""
        self.refuse(HTTPStatus.NOT_FOUND)

    def do_HEAD(self) -> None:
        """Answer as GET does, without the body."""
        self.do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Refuse what the base class cannot read, in our way: no page, no words of the request in it."""
        known = HTTPStatus(code)
        self.refuse(HTTPStatus.METHOD_NOT_ALLOWED if known is HTTPStatus.NOT_IMPLEMENTED else known)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Keep quiet: findings are what people want to read."""

    def parts_behind_secret(self) -> list[str] | None:
        """Split the path behind the secret; None when the request has been refused."""
        hosts = self.headers.get_all("Host") or []
        if len(hosts) != 1 or hosts[0].lower() not in self.server.hosts:
            self.refuse(HTTPStatus.FORBIDDEN)
            return None
        parts = unquote(urlsplit(self.path).path).split("/")[1:] or [""]
        if not secrets.compare_digest(parts[0].encode("utf-8"), self.server.token.encode("ascii")):
            self.refuse(HTTPStatus.NOT_FOUND)
            return None
        return parts[1:]

    def send_json(self, value: Any) -> None:
        """Answer with plain data."""
        self.send_file(json.dumps(value).encode("ascii"), "answer.json")

    def send_file(
        self, content: FileContent, name: str, headers: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """Answer with a file, or the part of it that is asked for; its type follows from its name."""
        size, status = len(content), HTTPStatus.OK
        told = {"Content-Type": media_type(name), "Accept-Ranges": "bytes", **headers}
        # Nothing here has a validator that an If-Range could name: then all of the file is the answer.
        asked = None if "If-Range" in self.headers else self.headers.get("Range")
        try:
            part = wanted_part(asked, size)
        except ValueError:
            self.refuse(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, {"Content-Range": f"bytes */{size}"})
            return
        if part is not None:
            status = HTTPStatus.PARTIAL_CONTENT
            told["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
        part = part or range(size)
        self.begin(status, {**told, "Content-Length": str(len(part))})
        if self.command != "HEAD":
            for piece in part_of(content, part):
                self.wfile.write(piece)

    def refuse(self, status: HTTPStatus, told: Mapping[str, str] = MappingProxyType({})) -> None:
        """Answer without a body and close the connection."""
        headers = {"Content-Length": "0", "Connection": "close", **told}
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            headers["Allow"] = self.methods
        # What was sent along is left unread, so the connection cannot serve another request.
        self.close_connection = True
        self.begin(status, headers)

    def begin(self, status: HTTPStatus, headers: Mapping[str, str]) -> None:
        """Send status and headers; those given here win over the guards, and empty ones are left out."""
        self.send_response(status)
        for name, value in {**_HEADERS, **headers}.items():
            if value:
                self.send_header(name, value)
        self.end_headers()


def asset(package: str, name: str) -> bytes:
    """Give a file that lies beside our modules, such as a script of the stand-in LMS."""
    return resources.files(f"cpom_scorm.{package}").joinpath(name).read_bytes()
