"""The base of everything an author can write: strict, frozen, no unknown keys; and the field types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, StringConstraints

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
"""Of a picture."""
FILM = Marker("path of a film")
SOUND = Marker("path of a sound")
CAPTIONS = Marker("path of captions")
TRANSCRIPT = Marker("path of a transcript")
DOWNLOAD = Marker("path of a file to keep")
FILES = (MEDIA, FILM, SOUND, CAPTIONS, TRANSCRIPT, DOWNLOAD)
"""Texts that name a file of the course which goes into the package alone."""
PAGE = Marker("path of a page")
"""Of the author's own: all that its folder holds goes into the package."""
NAMED_FILES = (*FILES, PAGE)

ID_PATTERN = r"^[a-z0-9_]{1,40}$"
STEP_ID_PATTERN = r"^[a-z_][a-z0-9_]{0,39}$"
"""JavaScript would put ids that are numbers before all others, whatever their order."""
COURSE_ID_PATTERN = r"^[a-z][a-z0-9-]{1,39}$"
LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
SOME_TEXT_PATTERN = r"\S"
URL_PATTERN = r"^https://[^\s/]+\.[^\s/]+(/\S*)?$"
ORIGIN_PATTERN = r"^https://([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(:[1-9][0-9]{0,4})?$"
DAY_PATTERN = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"

PATTERNS_IN_WORDS = {
    ID_PATTERN: "1 to 40 lower-case letters a-z, digits and underscores",
    STEP_ID_PATTERN: "1 to 40 lower-case letters a-z, digits and underscores, with no digit first",
    COURSE_ID_PATTERN: "2 to 40 lower-case letters a-z, digits and hyphens, with a letter first",
    LANGUAGE_PATTERN: "a language tag such as en-US",
    URL_PATTERN: "an address such as https://example.org/page",
    ORIGIN_PATTERN: "an origin such as https://video.example, with no path, name or wildcard",
    DAY_PATTERN: 'a day such as "2026-11-12"',
    SOME_TEXT_PATTERN: "text that is not empty",
}
"""What each pattern asks for, for messages."""

T = TypeVar("T")


def _in_the_calendar(day: str) -> str:
    """Refuse the 31st of February. Raises ValueError, which says what is expected."""
    try:
        date.fromisoformat(day)
    except ValueError as problem:
        raise ValueError("a day that the calendar has") from problem
    return day


def _free_to_take(name: str) -> str:
    """Refuse what every object of JavaScript has already. Raises ValueError, which says what is expected."""
    if name in {"constructor", "__proto__"}:
        raise ValueError("another id, for browsers use this name themselves")
    return name


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN), AfterValidator(_free_to_take)]
StepId = Annotated[str, StringConstraints(pattern=STEP_ID_PATTERN), AfterValidator(_free_to_take)]
CourseId = Annotated[str, StringConstraints(pattern=COURSE_ID_PATTERN)]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
PlainText = Annotated[str, StringConstraints(strip_whitespace=True, pattern=SOME_TEXT_PATTERN)]
"""Shown as it stands: no markup."""
Markdown = Annotated[str, StringConstraints(pattern=SOME_TEXT_PATTERN), MARKDOWN]
InlineMarkdown = Annotated[str, StringConstraints(pattern=SOME_TEXT_PATTERN), INLINE]
MediaPath = Annotated[str, StringConstraints(strip_whitespace=True, pattern=SOME_TEXT_PATTERN), MEDIA]
"""A file below the course folder, with forward slashes."""
# A film, a sound and a page can also be an address of an allowed origin.
FilmPath = Annotated[str, StringConstraints(strip_whitespace=True, pattern=SOME_TEXT_PATTERN), FILM]
SoundPath = Annotated[str, StringConstraints(strip_whitespace=True, pattern=SOME_TEXT_PATTERN), SOUND]
CaptionsPath = Annotated[str, StringConstraints(strip_whitespace=True, pattern=SOME_TEXT_PATTERN), CAPTIONS]
TranscriptPath = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=SOME_TEXT_PATTERN), TRANSCRIPT
]
DownloadPath = Annotated[str, StringConstraints(strip_whitespace=True, pattern=SOME_TEXT_PATTERN), DOWNLOAD]
PagePath = Annotated[str, StringConstraints(strip_whitespace=True, pattern=SOME_TEXT_PATTERN), PAGE]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN)]
Origin = Annotated[str, StringConstraints(pattern=ORIGIN_PATTERN)]
Day = Annotated[str, StringConstraints(pattern=DAY_PATTERN), AfterValidator(_in_the_calendar)]
Minutes = Annotated[int, Field(ge=1, le=600)]
Percent = Annotated[int, Field(ge=1, le=100)]
Weight = Annotated[float, Field(gt=0, le=100, allow_inf_nan=False)]
"""SCORM 1.2 run-times refuse weightings above 100 (lms-notes 3)."""
Many = Annotated[tuple[T, ...], Strict(False)]
"""A YAML list. Only the list itself is lenient (a list makes a tuple), its members are strict."""


def is_address(text: str) -> bool:
    """Tell whether a text that names a file names one on the web, be it allowed or not."""
    return "://" in text


def marked_texts(model: Model, *markers: Marker) -> Iterator[tuple[DataPath, str]]:
    """Give each text in the model, at any depth, whose type carries one of the markers, with its path."""
    for name, is_marked in _fields_holding(type(model), markers):
        yield from _texts_below(getattr(model, name), markers, (name,), is_marked=is_marked)


@cache
def field_types(model: type[Model]) -> dict[str, Any]:
    """Give each field's type with its markers, which pydantic keeps apart."""
    return {
        name: Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        for name, field in model.model_fields.items()
    }


def _texts_below(
    value: Any, markers: tuple[Marker, ...], path: DataPath, *, is_marked: bool
) -> Iterator[tuple[DataPath, str]]:
    if isinstance(value, str):
        if is_marked:
            yield path, value
    elif isinstance(value, tuple):
        for index, member in enumerate(value):
            yield from _texts_below(member, markers, (*path, index), is_marked=is_marked)
    elif isinstance(value, Model):
        for name, its_marked in _fields_holding(type(value), markers):
            yield from _texts_below(getattr(value, name), markers, (*path, name), is_marked=its_marked)
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from _texts_below(member, markers, (*path, key), is_marked=is_marked)


@cache
def _fields_holding(model: type[Model], markers: tuple[Marker, ...]) -> tuple[tuple[str, bool], ...]:
    """Name the fields that hold such texts, and say whether the field's own texts are such."""
    held = []
    for name, form in field_types(model).items():
        is_marked = _is_marked(form, markers)
        if is_marked or any(_is_marked(own, markers) for own in _forms_below(form)):
            held.append((name, is_marked))
    return tuple(held)


def _is_marked(form: Any, markers: tuple[Marker, ...]) -> bool:
    return any(part in markers for part in _parts_of(form) if isinstance(part, Marker))


def _forms_below(form: Any) -> Iterator[Any]:
    """Give the types of all fields of the models in a type, at any depth; a model may hold its own kind."""
    models = list(_models_in(form))
    for model in models:
        for own in field_types(model).values():
            yield own
            models += [inner for inner in _models_in(own) if inner not in models]


def _models_in(form: Any) -> Iterator[type[Model]]:
    return (part for part in _parts_of(form) if isinstance(part, type) and issubclass(part, Model))


def _parts_of(form: Any) -> Iterator[Any]:
    """Give the classes and markers anywhere in a type: in a list's members, in one branch of a union."""
    parts = get_args(form)
    if not parts:
        yield form
    for part in parts:
        yield from _parts_of(part)
