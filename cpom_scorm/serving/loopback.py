"""A web server for this machine alone, behind a path that nobody can guess (SEC-10, SEC-11)."""

from __future__ import annotations

import secrets
import socketserver
import sys
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

ADDRESS = "127.0.0.1"


class LoopbackServer(ThreadingHTTPServer):
    """Listens on the loopback address only. Raises OSError when the port is taken."""

    daemon_threads = True

    def __init__(self, handler: type[BaseHTTPRequestHandler], port: int = 0) -> None:
        """Listen at once, on a free port if `port` is 0."""
        super().__init__((ADDRESS, port), handler)
        self.token = secrets.token_urlsafe(12)

    def server_bind(self) -> None:
        """Bind without asking a name server who we are, as the base class does (SEC-05)."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, self.server_address[1]

    @property
    def origin(self) -> str:
        """Scheme, address and port."""
        return f"http://{ADDRESS}:{self.server_port}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """Host headers of honest requests; any other means a rebound name."""
        return tuple(f"{name}:{self.server_port}" for name in (ADDRESS, "localhost", "[::1]"))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet about browsers that went away; anything else is a fault that must be seen."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)
