"""What the fault bench shares: an LMS with a server of its own, and a course that is quickly played."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import context, full_course, full_folder, full_package, full_packages, kept, site
from tests.browser.lms import Lms
from tests.faults.seat import Bench
from tests.faults.small_course import SmallCourse, build_small_course

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from cpom_scorm.editions import Edition

__all__ = ["context", "full_course", "full_folder", "full_package", "full_packages", "kept", "site"]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallCourse:
    """Three pages with a question each, and a quiz of two."""
    return build_small_course(tmp_path_factory.mktemp("small") / "course")


@pytest.fixture
def lms(browser: Browser) -> Iterator[Lms]:
    """An LMS on a port of its own, for one test: it may be broken."""
    started = Lms(browser)
    yield started
    started.stop()


@pytest.fixture
def bench(lms: Lms, small: SmallCourse) -> Iterator[Callable[[Edition], Bench]]:
    """Give a bench for an edition: one learner, one browser, one server."""
    made: list[Bench] = []

    def of(edition: Edition) -> Bench:
        made.append(Bench(lms, small, edition))
        return made[-1]

    yield of
    for one in made:
        one.close()
