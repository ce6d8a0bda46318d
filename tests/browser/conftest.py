"""The course's packages and an LMS, made once for all browser tests of a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.build import BuildOptions, BuiltPackage, build_course
from cpom_scorm.course.load import load_course
from tests.browser.lms import Lms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from cpom_scorm.course.model import Course


@pytest.fixture(scope="session")
def packages(root: Path) -> dict[str, BuiltPackage]:
    """The real course in all editions, by edition id."""
    result = build_course(root / "course", BuildOptions())
    assert result.packages, [found.message for found in result.report]
    return {package.edition.id: package for package in result.packages}


@pytest.fixture(scope="session")
def course(root: Path) -> Course:
    """The real course."""
    loaded = load_course(root / "course").course
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def lms(browser: Browser) -> Iterator[Lms]:
    """An LMS on a port of its own."""
    started = Lms(browser)
    yield started
    started.stop()
