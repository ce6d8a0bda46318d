"""Reads the folders of `tests/rules/package`: what each changes in a right package."""

from __future__ import annotations

from pathlib import Path

from cpom_scorm.editions import EDITIONS, edition_named
from cpom_scorm.lms import Lms, lms_named
from tests.builders import base_files
from tests.rules.overlay import Overlay, as_line

FOLDER = Path(__file__).parent / "package"


class Fixture(Overlay):
    """A package that breaks a rule, or its near miss."""

    @property
    def archive_builder(self) -> str | None:
        """Name of a builder in `tests/hostile_zips.py`, for faults that no folder can show."""
        return self._control("archive.txt")

    @property
    def profiles(self) -> tuple[Lms, ...]:
        """The LMSs that the package is judged for."""
        return tuple(map(lms_named, (self._control("profile.txt") or "").split()))

    def files(self) -> dict[str, bytes]:
        """Give the package."""
        edition = self._control("edition.txt")
        return self.changed(base_files(edition_named(edition) if edition else EDITIONS[-1]))


def all_fixtures() -> list[Fixture]:
    """Give all fixtures by name."""
    return [Fixture(path) for path in sorted(FOLDER.iterdir()) if path.is_dir()]


__all__ = ["Fixture", "all_fixtures", "as_line"]
