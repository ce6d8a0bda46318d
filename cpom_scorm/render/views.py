"""What templates receive: an author's model as plain values, its Markdown beside it as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpom_scorm.render import markdown
from cpom_scorm.schema import INLINE, MARKDOWN, Model, marked_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cpom_scorm.render.catalogue import Catalogue
    from cpom_scorm.source import DataPath

    Renderers = Mapping[DataPath, Callable[[str], str]]


def model_view(model: Model) -> dict[str, Any]:
    """Give the fields by their names and, for each field that holds Markdown, `<name>_html`."""
    renderers: dict[DataPath, Callable[[str], str]] = {
        path: markdown.block for path, _ in marked_texts(model, MARKDOWN)
    }
    renderers |= {path: markdown.inline for path, _ in marked_texts(model, INLINE)}
    return _fields(model, (), renderers)


def duration_text(t: Catalogue, minutes: int) -> str:
    """Say so many minutes, in hours where that reads better; the player's `timeText` says it alike."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return t.fill("time.minutes", minutes=rest)
    return t.fill("time.both" if rest else "time.hours", hours=hours, minutes=rest)


def _fields(model: Model, path: DataPath, renderers: Renderers) -> dict[str, Any]:
    view: dict[str, Any] = {}
    for name in type(model).model_fields:
        value = getattr(model, name)
        here = (*path, name)
        view[name] = _plain(value, here, renderers)
        if any(marked[: len(here)] == here for marked in renderers) and not _holds_models(value):
            view[f"{name}_html"] = _html(value, here, renderers)
    return view


def _plain(value: Any, path: DataPath, renderers: Renderers) -> Any:
    if isinstance(value, Model):
        return _fields(value, path, renderers)
    if isinstance(value, tuple):
        return [_plain(member, (*path, index), renderers) for index, member in enumerate(value)]
    return value


def _html(value: Any, path: DataPath, renderers: Renderers) -> Any:
    if isinstance(value, tuple):
        return [_html(member, (*path, index), renderers) for index, member in enumerate(value)]
    return renderers[path](value) if path in renderers else value


def _holds_models(value: Any) -> bool:
    if isinstance(value, tuple):
        return any(_holds_models(member) for member in value)
    return isinstance(value, Model)
