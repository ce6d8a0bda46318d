"""A browser in a process of its own that can be killed, with its profile on disk."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from playwright.sync_api import Error as PlaywrightError

from tests.conftest import BROWSER_ARGUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext

PATIENCE_SECONDS = (6, 20)
"""With the first try and with the last."""


@contextmanager
def own_browser(folder: Path, connector: Browser) -> Iterator[tuple[BrowserContext, subprocess.Popen[bytes]]]:
    """Start a browser with its profile in `folder`, and make sure that its process is gone in the end.

    A browser that was killed now and then hangs when it starts again with the same profile: then another try.
    """
    for patience in PATIENCE_SECONDS:
        process = _started(folder)
        try:
            address = _address(folder, patience)
            browser = connector.browser_type.connect_over_cdp(address, timeout=patience * 1000)
        except (OSError, IndexError, PlaywrightError):
            kill(process)
            if patience == PATIENCE_SECONDS[-1]:
                raise
        else:
            break
    try:
        yield browser.contexts[0], process
    finally:
        kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a browser at once with all that it has started, as when a machine dies."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _started(folder: Path) -> subprocess.Popen[bytes]:
    (folder / "DevToolsActivePort").unlink(missing_ok=True)
    path = os.environ.get("CPOM_BROWSER") or "/usr/bin/chromium"
    return subprocess.Popen(
        [
            path,
            "--headless=new",
            f"--user-data-dir={folder}",
            "--remote-debugging-port=0",
            *BROWSER_ARGUMENTS,
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _address(folder: Path, patience: float) -> str:
    """Give where the browser answers, which it writes once it does. Raises OSError when it never did."""
    port = folder / "DevToolsActivePort"
    end = time.monotonic() + patience
    while not (port.exists() and port.read_text("ascii").count("\n")) and time.monotonic() < end:
        time.sleep(0.05)
    return f"http://127.0.0.1:{port.read_text('ascii').splitlines()[0]}"
