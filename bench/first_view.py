"""Measures how soon the launch page can be read and used on a slow phone: 1.6 Mbit/s, 150 ms, 4x slower CPU.

usage: python bench/first_view.py ZIP [RUNS]
"""

from __future__ import annotations

import statistics
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BYTES_A_SECOND = 1_600_000 // 8
LATENCY_MS = 150
CPU_TIMES_SLOWER = 4
PHONE = {"width": 390, "height": 844}
# Usable: the player has run, knows the learner's state and has filled in the launch page.
WATCH = """
const answer = (name) => (/Error/.test(name) ? "0" : /Get/.test(name) ? "" : "true");
globalThis.API = globalThis.API_1484_11 = new Proxy({}, { get: (_, name) => () => answer(name) });
globalThis.painted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) globalThis.painted = entry.startTime;
}).observe({ type: "largest-contentful-paint", buffered: true });
const look = () => {
  if (globalThis.cpomScorm?.section) globalThis.usable ??= performance.now();
  else requestAnimationFrame(look);
};
look();
"""


@dataclass(frozen=True)
class FirstView:
    """Medians over several cold loads, in seconds."""

    painted: float
    """Largest contentful paint."""
    usable: float
    """The player has started and the page reacts."""
    requests: int
    bytes: int
    """Of all bodies, uncompressed."""


def first_view(package: Path, runs: int) -> FirstView:
    """Load the package's launch page so many times, each in a fresh browser profile."""
    with TemporaryDirectory() as folder:
        with zipfile.ZipFile(package) as archive:
            archive.extractall(folder)
        with served(Path(folder)) as (browser, address):
            loads = [_load(browser, address) for _ in range(runs + 1)][1:]
    return FirstView(
        statistics.median(load.painted for load in loads),
        statistics.median(load.usable for load in loads),
        max(load.requests for load in loads),
        max(load.bytes for load in loads),
    )


def _load(browser: Browser, address: str) -> FirstView:
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True)
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY_MS,
            "downloadThroughput": BYTES_A_SECOND,
            "uploadThroughput": BYTES_A_SECOND,
        },
    )
    line.send("Emulation.setCPUThrottlingRate", {"rate": CPU_TIMES_SLOWER})
    page.add_init_script(WATCH)
    page.goto(address, wait_until="load")
    page.wait_for_function("() => globalThis.usable && globalThis.painted")
    painted, usable, sizes = page.evaluate(
        """[globalThis.painted, globalThis.usable, performance.getEntries().filter(({ entryType }) =>
          /navigation|resource/.test(entryType)).filter(({ name }) => !/probe|favicon/.test(name))
          .map(({ decodedBodySize }) => decodedBodySize)]"""
    )
    context.close()
    return FirstView(painted / 1000, usable / 1000, len(sizes), sum(sizes))


def main(package: Path, runs: int) -> None:
    """Measure and print."""
    found = first_view(package, runs)
    titles = f"{'paint s':>9}{'usable s':>10}{'aim':>6}{'requests':>10}{'bytes':>9}"
    print(f"{'first view on a slow phone':36}{titles}")
    print(
        f"{package.name:36}{found.painted:9.2f}{found.usable:10.2f}{1.2:>6}{found.requests:10}{found.bytes:9}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5)
