"""Answers of the server of a package that is played: the host page, the stand-in LMS, and the content."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from cpom_scorm.serving.guarded import GuardedHandler, asset
from cpom_scorm.serving.parts import media_type
from cpom_scorm.stand_in_lms import SCRIPTS

if TYPE_CHECKING:
    from cpom_scorm.play.server import PlayServer

_ASSETS = {"play": ("host.css", "host.js"), "preview": ("icon.svg",), "stand_in_lms": SCRIPTS}
_PAGES = (".htm", ".html", ".xhtml", ".xml", ".svg")
_AS_IN_AN_LMS = {"Content-Security-Policy": "frame-ancestors 'self'", "X-Content-Type-Options": ""}
"""LMSs restrict neither inline scripts nor guessed types; what leaves the machine is stopped by the proxy."""


class Handler(GuardedHandler):
    """Answers one connection. As the browser's proxy it is asked for everything, and refuses the rest."""

    server: PlayServer

    def do_GET(self) -> None:  # noqa: N802 - the base class's way
        """Serve the host page, its parts and the content."""
        match self.parts_behind_secret():
            case None:
                return
            case ["host.html"]:
                self.send_file(asset("play", "host.html"), "host.html")
            case ["launch.json"]:
                self.send_json(self.server.launch)
            case ["assets", package, name] if name in _ASSETS.get(package, ()):
                self.send_file(asset(package, name), name)
            case ["content", *path]:
                self._content("/".join(path))
            case _:
                self.refuse(HTTPStatus.NOT_FOUND)

    def do_CONNECT(self) -> None:  # noqa: N802 - the base class's way
        """Refuse a tunnel: to play a package reaches nobody (SEC-11)."""
        self.refuse(HTTPStatus.FORBIDDEN)

    def _content(self, name: str) -> None:
        # A name is looked up among the package's, never on disk: there is nowhere to climb to.
        data = self.server.file(name)
        if data is None:
            self.refuse(HTTPStatus.NOT_FOUND)
            return
        # Pages say by themselves how they are encoded.
        headers = {**_AS_IN_AN_LMS, "Content-Type": media_type(name).partition(";")[0]}
        if not self.server.unload and name.lower().endswith(_PAGES):
            headers["Permissions-Policy"] = "unload=()"
        self.send_file(data, name, headers)
