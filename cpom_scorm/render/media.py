"""The author's pictures: their names in the package, their sizes, and which of them become part of a page."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.course.media import named_files
from cpom_scorm.file_content import beginning, look_at, whole
from cpom_scorm.render.image_size import Box, Size, image_size, picture_box
from cpom_scorm.render.inline_svg import inline_svg
from cpom_scorm.schema import FILES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from markupsafe import Markup

    from cpom_scorm.course.model import Course
    from cpom_scorm.file_content import FileOnDisk

FOLDER = "media/"
_LONGEST_STEM, _LONGEST_EXTENSION = 52, 8
RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)
"""Names that Windows keeps for devices, whatever the extension."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of a course."""

    name: str
    """Its name in the package, with the folder."""
    content: bytes | FileOnDisk
    size: Size | None

    @property
    def box(self) -> Box | None:
        """Its own units, for places on it."""
        return picture_box(beginning(self.content))

    def inline(self, label: str, use: int = 1) -> Markup | None:
        """Give the picture as markup where it is a small, harmless drawing; an empty label: decoration.

        `use` counts how often the course has shown the picture: ids differ from one to the next.
        """
        if not self.name.endswith(".svg"):
            return None
        stem = self.name.removeprefix(FOLDER).removesuffix(".svg")
        return inline_svg(whole(self.content), f"{stem}.{use}.", label)


def media_paths(course: Course) -> tuple[str, ...]:
    """Give the media paths that a course names, each once, in course order."""
    return tuple(dict.fromkeys(path for _, path in named_files(course, *FILES)))


def load_media(root: Path, paths: Iterable[str]) -> dict[str, Picture]:
    """Read the pictures below the course folder, by the path the author wrote.

    Raises `OSError` for a file that cannot be read and `ValueError` for one outside the folder, whatever
    links lead there (SEC-09); course rules report both before anything is rendered.
    """
    names = archive_names(paths)
    home = root.resolve()
    pictures = {}
    for path, name in names.items():
        file = (home / path).resolve()
        if not file.is_relative_to(home):
            raise ValueError(f'"{path}" lies outside the course folder')
        content = look_at(file)
        pictures[path] = Picture(name, content, image_size(beginning(content)))
    return pictures


def archive_names(paths: Iterable[str]) -> Mapping[str, str]:
    """Map author paths to package names that every LMS and file system takes (BLD-06).

    The names depend only on the set of paths, not on their order.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted(set(paths)):
        stem, extension = _simple_name(path.rpartition("/")[2])
        name, number = f"{stem}{extension}", 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}{extension}"
        taken.add(name)
        names[path] = FOLDER + name
    return names


def _simple_name(name: str) -> tuple[str, str]:
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem, dot, extension = ascii_name.rpartition(".")
    if not dot:
        stem, extension = ascii_name, ""
    stem = re.sub(r"-{2,}", "-", re.sub(r"[^a-z0-9_-]", "-", stem)).strip("-")[:_LONGEST_STEM] or "media"
    if stem in RESERVED:
        stem = f"{stem}-"
    extension = re.sub(r"[^a-z0-9]", "", extension)[:_LONGEST_EXTENSION]
    return stem, f".{extension}" if extension else ""
