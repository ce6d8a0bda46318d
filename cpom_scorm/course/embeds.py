"""The folders of pages that a course embeds: all that lies in them becomes part of the package."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from cpom_scorm.course.media import file_below

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class FolderFile:
    """One file that an embedded page may need."""

    name: str
    """Its path below the course folder, with forward slashes."""
    path: Path | None
    """Where it lies; None for a link that leads out of the course folder, or to a folder (SEC-09)."""


def folder_of(page: str) -> str:
    """Give the folder that goes into the package with a page; empty for the course folder itself."""
    folder = PurePosixPath(page).parent.as_posix()
    return "" if folder == "." else folder


def folder_files(root: Path, page: str) -> tuple[FolderFile, ...]:
    """Give the files beside an embedded page and below, in the order of their names."""
    folder = root / folder_of(page)
    listed = ((path.relative_to(root).as_posix(), path) for path in folder.rglob("*"))
    return tuple(
        FolderFile(name, _inside(root, name))
        for name, path in sorted(listed)
        if path.is_symlink() or path.is_file()
    )


def _inside(root: Path, name: str) -> Path | None:
    file = file_below(root, name)
    return file if file and file.is_file() else None
