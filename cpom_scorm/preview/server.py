"""The preview's web server: loopback only, one secret path, nothing but this course (SEC-10, SEC-11)."""

from __future__ import annotations

import secrets
import socketserver
import sys
import threading
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from cpom_scorm.editions import EDITIONS
from cpom_scorm.preview.handler import Handler
from cpom_scorm.preview.watching import fingerprint

if TYPE_CHECKING:
    from cpom_scorm.preview.workspace import Workspace

ADDRESS = "127.0.0.1"
_POLL_SECONDS = 0.3
_QUIET_SECONDS = 0.15
"""How long files must stay as they are before a build: editors save in several steps."""


class PreviewServer(ThreadingHTTPServer):
    """Serves one course at a path that nobody can guess. Raises OSError when the port is taken."""

    daemon_threads = True

    def __init__(self, workspace: Workspace, port: int = 0) -> None:
        """Listen at once, on a free port if `port` is 0."""
        super().__init__((ADDRESS, port), Handler)
        self.workspace = workspace
        self.token = secrets.token_urlsafe(12)
        self.news = threading.Condition()
        self.closing = threading.Event()

    def server_bind(self) -> None:
        """Bind without asking a name server who we are, as the base class does (SEC-05)."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, self.server_address[1]

    @property
    def origin(self) -> str:
        """Scheme, address and port."""
        return f"http://{ADDRESS}:{self.server_port}"

    @property
    def url(self) -> str:
        """The page to open."""
        return f"{self.origin}/{self.token}/{EDITIONS[-1].id}/"

    @property
    def hosts(self) -> tuple[str, ...]:
        """Host headers of honest requests; any other means a rebound name."""
        return tuple(f"{name}:{self.server_port}" for name in (ADDRESS, "localhost", "[::1]"))

    def watch(self) -> None:
        """Rebuild when the course or a theme that it is made with changes, until the server closes."""
        known = fingerprint(self.workspace.folders)
        while not self.closing.wait(_POLL_SECONDS):
            now = fingerprint(self.workspace.folders)
            if now == known:
                continue
            self.workspace.note_change()
            self._tell()
            while now != known:
                known = now
                self.closing.wait(_QUIET_SECONDS)
                now = fingerprint(self.workspace.folders)
            self.rebuild()

    def rebuild(self) -> None:
        """Build again and tell every open page. A fault of ours is shown there; watching goes on."""
        try:
            self.workspace.rebuild()
        except Exception as fault:
            self.workspace.note_fault(fault)
        self._tell()

    def close(self) -> None:
        """Stop watching and free the port. Requests that wait for news are let go."""
        self.closing.set()
        self._tell()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet about browsers that went away; anything else is a fault that must be seen."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)

    def _tell(self) -> None:
        """Wake the requests that wait for news."""
        with self.news:
            self.news.notify_all()
