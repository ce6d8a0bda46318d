"""Where pydantic's error locations lie in the author's data, and what the model asks for there."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from cpom_scorm.course.model import Course
from cpom_scorm.schema import Model, field_types

if TYPE_CHECKING:
    from cpom_scorm.source import DataPath


def data_path(location: tuple[str | int, ...], data: Any) -> DataPath:
    """Turn an error location into a path of the data, leaving out what the data lacks: the tags of unions."""
    path: list[str | int] = []
    current, tag = data, None
    for step in location:
        if isinstance(current, dict) and step == tag:
            tag = None
        elif _holds(current, step):
            path.append(step)
            current = current[step]
            tag = current.get("kind") if isinstance(current, dict) else None
    return tuple(path)


def value_at(data: Any, path: DataPath) -> Any:
    """Give the value at a path; None where there is none."""
    for step in path:
        if not _holds(data, step):
            return None
        data = data[step]
    return data


def keys_at(data: Any, path: DataPath) -> tuple[str, ...]:
    """Give the keys that the mapping at a path may have; none when it is not known."""
    form = _form_at(data, path)
    return tuple(form.model_fields) if form else ()


def needed_keys_at(data: Any, path: DataPath) -> tuple[str, ...]:
    """Give the keys that the mapping at a path must have; none when it is not known."""
    form = _form_at(data, path)
    return tuple(name for name, field in form.model_fields.items() if field.is_required()) if form else ()


def _form_at(data: Any, path: DataPath) -> type[Model] | None:
    form = _mapping_form(Course, data)
    for step in path:
        data = data[step] if _holds(data, step) else None
        form = _mapping_form(_member_form(form, step), data)
    return form if isinstance(form, type) and issubclass(form, Model) else None


def _holds(data: Any, step: str | int) -> bool:
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and step < len(data)


def _member_form(form: Any, step: str | int) -> Any:
    """Give the type of the member of a model, list or mapping."""
    if isinstance(form, type) and issubclass(form, Model):
        return field_types(form).get(str(step))
    members = [part for part in get_args(form) if part is not Ellipsis]
    return members[-1] if members else None


def _mapping_form(form: Any, data: Any) -> Any:
    """Choose what `data` is meant to be: inside `Annotated`, the fitting one of a union."""
    while get_origin(form) is Annotated:
        form = get_args(form)[0]
    if get_origin(form) not in (Union, UnionType):
        return form
    forms = [_mapping_form(part, data) for part in get_args(form)]
    if isinstance(data, dict):
        models = [part for part in forms if isinstance(part, type) and issubclass(part, Model)]
        return next((model for model in models if _kind_of(model) in (None, data.get("kind"))), None)
    wanted = tuple if isinstance(data, list) else str
    fitting = [part for part in forms if get_origin(part) is wanted or part is wanted]
    only = [part for part in forms if part is not NoneType]
    return fitting[0] if fitting else only[0] if len(only) == 1 else None


def _kind_of(model: type[Model]) -> str | None:
    field = model.model_fields.get("kind")
    if field is None or get_origin(field.annotation) is not Literal:
        return None
    return str(get_args(field.annotation)[0])
