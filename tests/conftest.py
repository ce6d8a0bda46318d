"""Fixtures that many tests share: the project's folders, built packages and a real browser."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
# Machines that run many tests at once are slow now and then; the time limit of the whole run is pytest's.
settings.register_profile("busy machine", deadline=None)
settings.load_profile("busy machine")
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium. A machine without one fails here: these tests never skip."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("CPOM_BROWSER") or "/usr/bin/chromium"
    assert Path(path).exists(), f"no browser at {path}: run make test, or name one with CPOM_BROWSER"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=BROWSER_ARGUMENTS)
        yield started
        started.close()
