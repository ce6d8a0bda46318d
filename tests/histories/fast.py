"""Time in a browser's history runs faster than outside: nobody waits for what the player waits for."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

RATE = 10
"""Seconds of a page in one of ours."""
SHORT_MS = 1000
"""What is shorter is waited for as it is: windows that answer each other need time."""

_SCRIPT = f"""{{
  const now = performance.now.bind(performance);
  const later = setTimeout.bind(window);
  performance.now = () => now() * {RATE};
  window.setTimeout = (run, wait = 0) => later(run, wait < {SHORT_MS} ? wait : wait / {RATE});
}}"""


def hurry(context: BrowserContext) -> None:
    """Let the clock of all pages that this browser opens from now on run fast."""
    context.add_init_script(_SCRIPT)


def now() -> float:
    """Give milliseconds on the pages' clock, from whenever."""
    return time.monotonic() * 1000 * RATE
