"""JSON Schema of the two kinds of files an author writes, for editors that check and complete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpom_scorm.course.model import Course, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def course_file_schema() -> dict[str, Any]:
    """Describe `course.yaml`, where sections are paths."""
    schema = Course.model_json_schema()
    schema["properties"]["sections"] = {"type": "array", "items": {"type": "string"}, "minItems": 1}
    return _without_unused({"$schema": _DIALECT, **schema})


def section_file_schema() -> dict[str, Any]:
    """Describe a file of a section."""
    return {"$schema": _DIALECT, **Section.model_json_schema()}


def _without_unused(schema: dict[str, Any]) -> dict[str, Any]:
    """Leave out definitions that nothing refers to any more."""
    definitions = schema.pop("$defs", {})
    used: set[str] = set()
    wanted = list(_references(schema))
    while wanted:
        name = wanted.pop()
        if name not in used:
            used.add(name)
            wanted += _references(definitions[name])
    return {**schema, "$defs": {name: definitions[name] for name in definitions if name in used}}


def _references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(reference := part.get("$ref"), str):
            yield reference.rpartition("/")[2]
        part = list(part.values())
    if isinstance(part, list):
        for member in part:
            yield from _references(member)
