"""The server of a package that is played. It is the browser's proxy too, so nothing gets past it (SEC-11)."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from cpom_scorm.play.handler import Handler
from cpom_scorm.serving.loopback import LoopbackServer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from cpom_scorm.package.model import Package


class PlayServer(LoopbackServer):
    """Serves one package from memory for as long as it is entered."""

    def __init__(self, package: Package) -> None:
        """Listen at once on a free port."""
        super().__init__(Handler)
        self.launch: Mapping[str, Any] = {}
        """What the host page is told of the next launch."""
        self.unload = True
        """Whether pages may have `unload` handlers; newer browsers run none."""
        self._package = package
        self._reading = threading.Lock()

    def __enter__(self) -> PlayServer:
        """Begin to answer."""
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Free the port."""
        self.shutdown()
        self.server_close()

    @property
    def host_page(self) -> str:
        """The page to open."""
        return f"{self.origin}/{self.token}/host.html"

    @property
    def content(self) -> str:
        """What the addresses of all files of the package begin with."""
        return f"{self.origin}/{self.token}/content/"

    def file(self, name: str) -> bytes | None:
        """Give a file of the package. One at a time: they are read from one archive."""
        with self._reading:
            return self._package.read(name)
