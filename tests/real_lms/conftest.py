"""Real LMSs, one of each for the run, and the course that is played in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.real_lms.course import Version, built, two_versions
from tests.real_lms.openedx import OpenEdx
from tests.real_lms.server import Server
from tests.real_lms.wagtail_lms import WagtailLms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

RUNNING = pytest.StashKey[list[Server]]()


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Version, Version]:
    """The small course as it was published first, and with a page more."""
    return two_versions(tmp_path_factory.mktemp("clean-hands"))


@pytest.fixture(scope="session")
def shipped(root: Path) -> Version:
    """The course of this repository."""
    return built(root / "course")[0]


@pytest.fixture(scope="session")
def openedx(
    pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory, browser: Browser
) -> Iterator[OpenEdx]:
    """Open edX's workbench with the SCORM XBlock."""
    folder = tmp_path_factory.mktemp("openedx")
    server = Server.start("openedx", "openedx_site.py", "var/workbench.db", folder)
    pytestconfig.stash.setdefault(RUNNING, []).append(server)
    yield OpenEdx(server, browser)
    server.stop()


@pytest.fixture(scope="session")
def wagtail_lms(
    pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory, browser: Browser
) -> Iterator[WagtailLms]:
    """A Wagtail site with wagtail-lms."""
    server = Server.start("wagtail", "wagtail_site.py", "db.sqlite3", tmp_path_factory.mktemp("wagtail"))
    pytestconfig.stash.setdefault(RUNNING, []).append(server)
    yield WagtailLms(server, browser)
    server.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    """Show what the LMSs wrote when a test fails."""
    report = yield
    if report.failed:
        for server in item.config.stash.get(RUNNING, []):
            report.sections.append((f"log of {server.folder.name}", server.log()))
    return report
