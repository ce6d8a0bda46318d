"""The preview's web server: loopback only, one secret path, nothing but this course (SEC-10, SEC-11)."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from cpom_scorm.editions import EDITIONS
from cpom_scorm.preview.handler import Handler
from cpom_scorm.preview.watching import fingerprint
from cpom_scorm.serving.loopback import LoopbackServer

if TYPE_CHECKING:
    from cpom_scorm.preview.workspace import Workspace

_POLL_SECONDS = 0.3
_QUIET_SECONDS = 0.15
"""How long files must stay as they are before a build: editors save in several steps."""


class PreviewServer(LoopbackServer):
    """Serves one course at a path that nobody can guess. Raises OSError when the port is taken."""

    def __init__(self, workspace: Workspace, port: int = 0) -> None:
        """Listen at once, on a free port if `port` is 0."""
        super().__init__(Handler, port)
        self.workspace = workspace
        self.news = threading.Condition()
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        """The page to open."""
        return f"{self.origin}/{self.token}/{EDITIONS[-1].id}/"

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

    def _tell(self) -> None:
        """Wake the requests that wait for news."""
        with self.news:
            self.news.notify_all()
