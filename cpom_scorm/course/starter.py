"""The small course that people start from: the files of `cpom_scorm/starter` with a title of their own."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import TYPE_CHECKING

from cpom_scorm.identifiers import course_id_from

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

COURSE_FILE = "course.yaml"


def starter_files(title: str, language: str) -> dict[str, bytes]:
    """Give the files of the starter course, by their paths in its folder."""
    files = dict(sorted(_files_below(resources.files("cpom_scorm") / "starter", "")))
    # JSON strings are YAML double-quoted scalars: any title survives, and so does the language "no".
    values = {
        "id": json.dumps(course_id_from(title) or "my-course"),
        "title": json.dumps(title, ensure_ascii=False),
        "language": json.dumps(language, ensure_ascii=False),
    }
    text = files[COURSE_FILE].decode("utf-8")
    for key, value in values.items():
        text = re.sub(rf"(?m)^{key}:.*$", lambda _, line=f"{key}: {value}": line, text, count=1)  # type: ignore[misc]
    return {**files, COURSE_FILE: text.encode("utf-8")}


def _files_below(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _files_below(entry, f"{prefix}{entry.name}/")
        else:
            found.append((prefix + entry.name, entry.read_bytes()))
    return found
