"""The small course that people start from: a copy of `cpom_scorm/starter` with a title of their own."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
import unicodedata
from importlib import resources
from pathlib import Path

_LONGEST_ID = 40


class StarterRefused(Exception):  # noqa: N818 - an answer to the person, no failure of ours
    """The folder cannot take a course; the text says why and what to do."""


def write_starter(folder: Path, *, title: str, language: str) -> None:
    """Write the starter course, whole or not at all.

    Raises StarterRefused when the folder holds something or cannot be made, or the title is blank.
    """
    if not title.strip():
        raise StarterRefused("the title is blank: give the course a title with --title")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StarterRefused(f'"{folder}" is not empty: name a new folder, so that nothing is lost')
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".cpom-") as scratch:
            made = Path(scratch) / "course"
            _copy(made)
            _personalise(made / "course.yaml", title, language)
            if folder.exists():
                folder.rmdir()
            made.rename(folder)
    except OSError as refusal:
        raise StarterRefused(f'"{folder}" could not be written: {refusal.strerror}') from refusal


def course_id(title: str) -> str:
    """Derive a permanent id from a title: lower-case letters, digits and hyphens, a letter first."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    slug = re.sub(r"^[^a-z]+", "", slug)[:_LONGEST_ID].strip("-")
    return slug if len(slug) > 1 else "my-course"


def _copy(folder: Path) -> None:
    with resources.as_file(resources.files("cpom_scorm") / "starter") as starter:
        shutil.copytree(starter, folder, ignore=shutil.ignore_patterns("__pycache__", "*.py"))


def _personalise(course_file: Path, title: str, language: str) -> None:
    text = course_file.read_text("utf-8")
    # JSON strings are YAML double-quoted scalars, so any title survives.
    for key, value in (("id", course_id(title)), ("title", json.dumps(title)), ("language", json.dumps(language))):
        text = re.sub(rf"(?m)^{key}:.*$", lambda _, k=key, v=value: f"{k}: {v}", text, count=1)  # type: ignore[misc]
    course_file.write_text(text, encoding="utf-8")
