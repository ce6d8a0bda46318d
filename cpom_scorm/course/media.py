"""The files that a course's text names: where they are and whether they may be used."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cpom_scorm.schema import NAMED_FILES, is_address, marked_texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpom_scorm.course.model import Course
    from cpom_scorm.schema import Marker
    from cpom_scorm.source import DataPath

_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class MediaFile:
    """What was found where a course names a file."""

    state: Literal["found", "missing", "outside", "not a file"]
    size: int = 0
    """In bytes."""


def file_below(root: Path, written: str) -> Path | None:
    """Give the file that a course names, or None when its path leads out of the folder (SEC-09).

    Links are followed first, so a link to elsewhere leads out. The file need not exist.
    """
    if "\\" in written or "\0" in written or written.startswith("/") or _DRIVE.match(written):
        return None
    try:
        home, file = root.resolve(), (root / written).resolve()
    except (OSError, RuntimeError):  # A loop of links.
        return None
    return file if file.is_relative_to(home) else None


def outside_wording(written: str) -> tuple[str, str]:
    """Say what is wrong with a path for which `file_below` gives None, and what to do about it."""
    forward = written.replace("\\", "/")
    if (
        forward != written
        and ".." not in forward
        and not forward.startswith("/")
        and not _DRIVE.match(written)
    ):
        return f'"{written}" has back-slashes, expected "/"', f'write "{forward}"'
    help_text = "copy the file into the course folder and name it relative to that"
    return f'"{written}" leads out of the course folder', help_text


def named_files(course: Course, *markers: Marker) -> Iterator[tuple[DataPath, str]]:
    """Give the files that a course names, with their paths in it; what is on the web is left out.

    `markers`: those of the kinds of files that are wanted; of all when left out.
    """
    for path, written in marked_texts(course, *(markers or NAMED_FILES)):
        if not is_address(written):
            yield path, written


def look_up(root: Path, written: str) -> MediaFile:
    """Find out about a file that a course names, without opening it."""
    file = file_below(root, written)
    if file is None:
        return MediaFile("outside")
    try:
        if file.is_file():
            return MediaFile("found", file.stat().st_size)
        return MediaFile("not a file" if file.exists() else "missing")
    except OSError:
        return MediaFile("missing")
