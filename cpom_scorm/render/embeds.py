"""The author's own pages: files that keep their names, because nothing rewrites the links between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpom_scorm.course.embeds import folder_files
from cpom_scorm.course.media import named_files
from cpom_scorm.file_content import look_at
from cpom_scorm.render.media import RESERVED
from cpom_scorm.schema import PAGE

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.course.model import Course
    from cpom_scorm.file_content import FileContent

FOLDER = "embed/"
_LONGEST = 120
_STEP = re.compile(r"(?!\.)[a-z0-9._-]{1,64}(?<!\.)")


def packed_name(name: str) -> str:
    """Give the name in the package of a file that lies here in the course folder."""
    return FOLDER + name


def is_portable(name: str) -> bool:
    """Tell whether every LMS and file system takes a file of the course under its own name (BLD-06)."""
    steps = name.split("/")
    return len(packed_name(name)) <= _LONGEST and all(
        _STEP.fullmatch(step) and step.partition(".")[0] not in RESERVED for step in steps
    )


def load_embeds(root: Path, course: Course) -> dict[str, dict[str, FileContent]]:
    """Read the folders of embedded pages: path of the page → name in the package → content.

    Raises `OSError` for what cannot be read and `ValueError` for a link that leads out of the course folder;
    course rules report both before anything is rendered.
    """
    return {page: _folder(root, page) for _, page in named_files(course, PAGE)}


def _folder(root: Path, page: str) -> dict[str, FileContent]:
    files: dict[str, FileContent] = {}
    for file in folder_files(root, page):
        if file.path is None:
            raise ValueError(f'"{file.name}" leads out of the course folder')
        files[packed_name(file.name)] = look_at(file.path)
    return files
