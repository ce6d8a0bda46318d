"""Finds a Chrome, Chromium or Edge that is installed, and starts it. Nothing is ever downloaded."""

from __future__ import annotations

import os
import shutil
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser

NAMED_BY = "CPOM_BROWSER"
_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
_ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # WebRTC is the one way out that no proxy sees.
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--js-flags=--max-old-space-size=512",
)
_START_SECONDS = 30
_END_SECONDS = 3


class NoBrowser(Exception):  # noqa: N818 - an answer to whoever asks, no failure of ours
    """There is nothing to play with; the message says in one sentence what to do."""


def found_browser() -> Path:
    """Give the browser to use. Raises NoBrowser."""
    named = os.environ.get(NAMED_BY)
    if named:
        found = shutil.which(named)
        if not found:
            raise NoBrowser(f'{NAMED_BY} names "{named}", and there is no such program')
        return Path(found)
    for name in (*_NAMES, *_PLACES):
        found = shutil.which(name)
        if found:
            return Path(found)
    raise NoBrowser(f"there is no Chrome, Chromium or Edge here: install one, or name it with {NAMED_BY}")


@asynccontextmanager
async def started_browser() -> AsyncIterator[Browser]:
    """Start a browser, and make sure in the end that it is gone, whatever content has done to it.

    Raises NoBrowser.
    """
    try:
        from playwright.async_api import Error, async_playwright
    except ImportError as missing:
        raise NoBrowser('Playwright is missing: install it with "pip install cpom-scorm[play]"') from missing
    path = found_browser()
    async with async_playwright() as playwright:
        try:
            browser = await playwright.chromium.launch(
                executable_path=path,
                args=list(_ARGUMENTS),
                chromium_sandbox=_can_sandbox(),
                timeout=_START_SECONDS * 1000,
            )
        except Error as refusal:
            reason = next(iter(refusal.message.splitlines()), "")
            raise NoBrowser(f'the browser "{path}" does not start: {reason}') from refusal
        try:
            yield browser
        finally:
            from cpom_scorm.play.patience import within

            await within(_END_SECONDS, browser.close())


def _can_sandbox() -> bool:
    """Chromium has no sandbox where it is run by root, as in many containers."""
    return not (hasattr(os, "geteuid") and os.geteuid() == 0)
