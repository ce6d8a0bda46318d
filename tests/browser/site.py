"""A web server for tests: files from memory, on this machine's loopback address only."""

from __future__ import annotations

import mimetypes
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

Content = bytes | Callable[[], bytes]
SIGN_IN = b"<!doctype html><title>Sign in</title><p>Your session has ended. Sign in.</p>"


@dataclass
class Site:
    """Files by path; a test may add, change and remove them while the site is up."""

    files: dict[str, Content] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    """Paths asked for, in order, missing ones included."""
    headers: dict[str, str] = field(default_factory=dict)
    """Sent with every answer."""
    caching: str = "no-store"
    """What browsers may keep."""
    origin: str = ""
    inbox: Callable[[str, bytes], bytes] = lambda path, body: b""
    """Takes what is posted, by path, and gives the answer."""
    signed_out: bool = False
    """Whether the learner's session has ended: everything is answered with a sign-in page and status 200."""
    down: bool = False
    """Whether the server is gone: it takes requests and answers none."""
    _server: ThreadingHTTPServer | None = None

    def add(self, folder: str, files: Mapping[str, bytes]) -> None:
        """Put files into a folder of the site."""
        self.files.update({f"{folder}/{name}": data for name, data in files.items()})

    def start(self) -> Site:
        """Serve on a free port."""
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                path = unquote(urlsplit(self.path).path).lstrip("/")
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if site.down:
                    self.close_connection = True
                    return
                answer = SIGN_IN if site.signed_out else site.inbox(path, body)
                self.send_response(200)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def do_GET(self) -> None:
                path = unquote(urlsplit(self.path).path).lstrip("/")
                site.requests.append(path)
                if site.down:
                    self.close_connection = True
                    return
                found = SIGN_IN if site.signed_out else site.files.get(path)
                data = found() if callable(found) else found
                # Browsers jump within films only where a server gives parts of files.
                begin = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").partition("-")[0])
                is_part = data is not None and begin < len(data) and "Range" in self.headers
                self.send_response(404 if data is None else 206 if is_part else 200)
                if data is not None and is_part:
                    self.send_header("Content-Range", f"bytes {begin}-{len(data) - 1}/{len(data)}")
                    data = data[begin:]
                kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
                self.send_header(
                    "Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
                )
                self.send_header("Content-Length", str(len(data or b"")))
                self.send_header("Cache-Control", site.caching)
                for name, value in site.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data or b"")

            def log_message(self, *args: object) -> None:
                """Keep test output quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.origin = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def stop(self) -> None:
        """Free the port."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
