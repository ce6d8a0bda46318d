"""The course's packages, built once for the tests of packages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.build import BuildOptions, BuiltPackage, build_course

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def packages(root: Path) -> dict[str, BuiltPackage]:
    """The real course in all editions, by edition id."""
    result = build_course(root / "course", BuildOptions())
    assert result.packages, [found.message for found in result.report]
    return {package.edition.id: package for package in result.packages}
