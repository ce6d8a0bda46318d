"""The base of everything an author can write: strict, frozen, no unknown keys; and the field types."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, Strict, StringConstraints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.source import DataPath


class Model(BaseModel):
    """A mapping in the author's YAML: names are the YAML's keys, every other key is refused."""

    # Deferred: only the outermost model ever validates, so only its validator is built.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


@dataclass(frozen=True, slots=True)
class Marker:
    """Says what the text of a field is, so that checks and rendering find all such fields."""

    name: str


MARKDOWN = Marker("markdown")
"""Text in several paragraphs, lists and so on."""
INLINE = Marker("inline markdown")
"""Text of one paragraph."""
MEDIA = Marker("media path")

ID_PATTERN = r"^[a-z0-9_]{1,40}$"
COURSE_ID_PATTERN = r"^[a-z][a-z0-9-]{1,39}$"
LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
SOME_TEXT_PATTERN = r"\S"

PATTERNS_IN_WORDS = {
    ID_PATTERN: "1 to 40 lower-case letters a-z, digits and underscores",
    COURSE_ID_PATTERN: "2 to 40 lower-case letters a-z, digits and hyphens, with a letter first",
    LANGUAGE_PATTERN: "a language tag such as en-US",
    SOME_TEXT_PATTERN: "text that is not empty",
}
"""What each pattern asks for, for messages."""

T = TypeVar("T")

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
CourseId = Annotated[str, StringConstraints(pattern=COURSE_ID_PATTERN)]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
PlainText = Annotated[str, StringConstraints(strip_whitespace=True, pattern=SOME_TEXT_PATTERN)]
"""Shown as it stands: no markup."""
Markdown = Annotated[str, StringConstraints(pattern=SOME_TEXT_PATTERN), MARKDOWN]
InlineMarkdown = Annotated[str, StringConstraints(pattern=SOME_TEXT_PATTERN), INLINE]
MediaPath = Annotated[str, StringConstraints(strip_whitespace=True, pattern=SOME_TEXT_PATTERN), MEDIA]
"""A file below the course folder, with forward slashes."""
Minutes = Annotated[int, Field(ge=1, le=600)]
Percent = Annotated[int, Field(ge=1, le=100)]
Weight = Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)]
Many = Annotated[tuple[T, ...], Strict(False)]
"""A YAML list. Only the list itself is lenient (a list makes a tuple), its members are strict."""


def marked_texts(model: Model, *markers: Marker) -> Iterator[tuple[DataPath, str]]:
    """Give each text in the model, at any depth, whose type carries one of the markers, with its path."""
    for name, form in field_types(type(model)).items():
        yield from _texts_below(getattr(model, name), form, markers, (name,))


@cache
def field_types(model: type[Model]) -> dict[str, Any]:
    """Each field's type with its markers, which pydantic keeps apart."""
    return {
        name: Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        for name, field in model.model_fields.items()
    }


def _texts_below(
    value: Any, form: Any, markers: tuple[Marker, ...], path: DataPath
) -> Iterator[tuple[DataPath, str]]:
    match value:
        case Model():
            for inner, text in marked_texts(value, *markers):
                yield (*path, *inner), text
        case str():
            if any(marker in markers for marker in _markers_of(form)):
                yield path, value
        case tuple():
            for index, member in enumerate(value):
                yield from _texts_below(member, form, markers, (*path, index))
        case dict():
            for key, member in value.items():
                yield from _texts_below(member, form, markers, (*path, key))


def _markers_of(form: Any) -> Iterator[Marker]:
    """Find the markers anywhere in a type: in a list's members, in one branch of a union."""
    if get_origin(form) is Annotated:
        inner, *metadata = get_args(form)
        yield from (part for part in metadata if isinstance(part, Marker))
        yield from _markers_of(inner)
    else:
        for part in get_args(form):
            yield from _markers_of(part)
