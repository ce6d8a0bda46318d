"""Use case: start a course. Writes the starter with a title of its own, once it is sure that it checks."""

from __future__ import annotations

import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from cpom_scorm.check import check_course
from cpom_scorm.course.starter import starter_files
from cpom_scorm.output import write_all
from cpom_scorm.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOT_TEXT = {"Cc", "Cs"}


class StartRefused(Exception):  # noqa: N818 - an answer to the person, no failure of ours
    """The course cannot be started like this; the text says why and what to do."""


def start_course(folder: Path, title: str, language: str) -> None:
    """Write a small course into a new or empty folder, whole or not at all.

    Raises StartRefused for a folder that holds something, and for a title or language that no course may
    have; OSError when the folder cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StartRefused(f'"{folder}" is not empty: name a new folder, so that nothing is lost')
    plain_title = " ".join(title.split())
    if not plain_title:
        raise StartRefused('the title is blank: give the course one, such as --title "Hand hygiene"')
    if any(unicodedata.category(character) in _NOT_TEXT for character in plain_title + language):
        raise StartRefused("the title or the language holds a control character: leave it out")
    files = starter_files(plain_title, language)
    _refuse_mistakes(files)
    write_all({folder / name: data for name, data in files.items()})


def _refuse_mistakes(files: Mapping[str, bytes]) -> None:
    with tempfile.TemporaryDirectory(prefix="cpom-") as scratch:
        write_all({Path(scratch) / name: data for name, data in files.items()})
        for found in check_course(Path(scratch), strict=True):
            if found.severity is Severity.ERROR:
                raise StartRefused(f"{found.message}: {found.help}" if found.help else found.message)
