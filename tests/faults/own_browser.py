"""A browser in a process of its own that can be killed, with its profile on disk."""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.conftest import BROWSER_ARGUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext

PATIENCE_SECONDS = 30


@contextmanager
def own_browser(folder: Path, connector: Browser) -> Iterator[tuple[BrowserContext, subprocess.Popen[bytes]]]:
    """Start a browser with its profile in `folder`, and make sure that its process is gone in the end."""
    port = folder / "DevToolsActivePort"
    port.unlink(missing_ok=True)
    path = os.environ.get("CPOM_BROWSER") or "/usr/bin/chromium"
    process = subprocess.Popen(
        [
            path,
            "--headless=new",
            f"--user-data-dir={folder}",
            "--remote-debugging-port=0",
            *BROWSER_ARGUMENTS,
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        end = time.monotonic() + PATIENCE_SECONDS
        while not (port.exists() and port.read_text("ascii").count("\n")) and time.monotonic() < end:
            time.sleep(0.05)
        address = f"http://127.0.0.1:{port.read_text('ascii').splitlines()[0]}"
        yield connector.browser_type.connect_over_cdp(address).contexts[0], process
    finally:
        process.kill()
        process.wait()
