"""The part of a course that can be judged while another part cannot be read: whole pages, quizzes, sections.

Authors then hear of all their mistakes in one run, not of the second kind once the first is mended.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from cpom_scorm.course.model import Course
from cpom_scorm.course.shape import data_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cpom_scorm.course.sources import CourseSources
    from cpom_scorm.source import DataPath

_LISTS = ("sections", "pages")
"""Lists from which entries can be left out."""
_RELIED_ON = ("external",)
"""Keys of the course without which what is right elsewhere looks wrong."""


def readable_part(
    errors: Iterable[Mapping[str, Any]], sources: CourseSources
) -> tuple[Course, CourseSources] | None:
    """Give the course without what pydantic's errors are about, and sources that know where the rest stands.

    None where too little is left: without an id or a title there is no course.
    """
    left_out = {_thing_around(data_path(error["loc"], sources.data)) for error in errors}
    if () in left_out or any((key,) in left_out for key in _RELIED_ON):
        return None
    kept: dict[DataPath, tuple[int, ...]] = {}
    data = _without(sources.data, (), left_out, kept)
    try:
        return Course.model_validate(data), replace(sources, kept=kept)
    except ValidationError:
        return None


def _thing_around(path: DataPath) -> DataPath:
    """Give the path of what a fault makes unreadable: a page, a quiz, a section, or a key of the course."""
    match path:
        case ("sections", int(), "pages", int(), *_):
            return path[:4]
        case ("sections", int(), "quiz", *_):
            return path[:3]
        case ("sections", int(), *_):
            return path[:2]
        case _:
            return path[:1]


def _without(
    data: Any, path: DataPath, left_out: set[DataPath], kept: dict[DataPath, tuple[int, ...]]
) -> Any:
    if isinstance(data, list) and path[-1] in _LISTS:
        kept[path] = tuple(place for place in range(len(data)) if (*path, place) not in left_out)
        return [_without(data[place], (*path, place), left_out, kept) for place in kept[path]]
    if isinstance(data, dict):
        return {
            key: _without(value, (*path, key), left_out, kept)
            for key, value in data.items()
            if (*path, key) not in left_out
        }
    return data
