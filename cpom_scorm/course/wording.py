"""What pydantic finds, in an author's words: a rule, a sentence, a place and a remedy."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any

from cpom_scorm.course import findings
from cpom_scorm.course.remedies import (
    form_remedy,
    key_called_otherwise,
    list_remedy,
    mapping_remedy,
    number_remedy,
)
from cpom_scorm.course.shape import data_path, keys_at, needed_keys_at, value_at
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.schema import PATTERNS_IN_WORDS, SOME_TEXT_PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cpom_scorm.course.sources import CourseSources
    from cpom_scorm.source import DataPath, Span

_LONGEST_QUOTE = 60
_SHORTEST_PART = 3
_MAPPING = "a mapping with keys of its own"
_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
}
_BOUNDS = {
    "greater_than": ("gt", "more than"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "less than"),
    "less_than_equal": ("le", "at most"),
}


def describe(errors: Iterable[Mapping[str, Any]], sources: CourseSources) -> Iterator[Diagnostic]:
    """Turn pydantic's error list into findings, each at the place that has to change."""
    placed = [(error, _path_of(error, sources.data)) for error in errors]
    misspelled = {
        (*path[:-1], meant)
        for error, path in placed
        if error["type"] == "extra_forbidden" and (meant := _key_meant(path, sources))
    }
    for error, path in placed:
        is_told = error["type"] == "missing" and path in misspelled
        if not is_told and not _is_beside_the_point(error, path, sources):
            yield _DESCRIBERS.get(error["type"], _describe_form)(error, path, sources)


def _path_of(error: Mapping[str, Any], data: Any) -> DataPath:
    """Give where an error stands; a missing key is placed where it would stand."""
    if error["type"] == "missing":
        return (*data_path(error["loc"][:-1], data), error["loc"][-1])
    return data_path(error["loc"], data)


def _is_beside_the_point(error: Mapping[str, Any], path: DataPath, sources: CourseSources) -> bool:
    """Whether only pydantic sees an error.

    It calls a list short whose entries have faults of their own, and asks for each form that there could be.
    """
    if error["type"] == "too_short":
        return bool(len(value_at(sources.data, path)) >= error["ctx"]["min_length"])
    is_one_of_two = error["type"] in ("int_type", "dict_type") and error["loc"][-1:] != path[-1:]
    return is_one_of_two and (error["type"] == "int_type") == isinstance(error["input"], dict)


def _near(word: object, known: Iterable[str]) -> str | None:
    """Give the known word that was most likely meant, if one is near."""
    words, text = list(known), str(word)
    matches = difflib.get_close_matches(text, words, 1)
    matches += [word for word in words if len(word) > _SHORTEST_PART and word in text]
    return matches[0] if matches else None


def _key_meant(path: DataPath, sources: CourseSources) -> str | None:
    present = value_at(sources.data, path[:-1]) or {}
    free = [key for key in keys_at(sources.data, path[:-1]) if key not in present]
    needed = needed_keys_at(sources.data, path[:-1])
    return key_called_otherwise(str(path[-1]), free, needed) or _near(path[-1], free)


def _describe_key(error: Mapping[str, Any], path: DataPath, sources: CourseSources) -> Diagnostic:
    if error["type"] == "missing":
        message = f'the key "{path[-1]}" is missing'
        return Diagnostic(findings.MISSING_KEY, message, sources.span(path[:-1]), f'add "{path[-1]}"')
    meant, known = _key_meant(path, sources), ", ".join(keys_at(sources.data, path[:-1]))
    help_text = f'write "{meant}"' if meant else f"use one of the keys {known}"
    message, span = f'the key "{path[-1]}" is not known here', sources.key_span(path)
    if error["input"] is None and _follows_comma(span):
        help_text = 'put the text before it in quotes, because "," ends it inside { }'
    return Diagnostic(findings.UNKNOWN_KEY, message, span, help_text)


def _follows_comma(span: Span) -> bool:
    """Whether the key is the rest of a text inside braces: `{term: one, two}` has the keys term and two."""
    line = span.source.line(span.line or 0) if span.source else None
    return bool(line and line[: (span.column or 1) - 1].rstrip().endswith(","))


def _describe_type(error: Mapping[str, Any], path: DataPath, sources: CourseSources) -> Diagnostic:
    value, expected = error["input"], _EXPECTED[error["type"]]
    if value is None:
        message = f"{_named(path)} is empty, but {expected} is expected"
        span = sources.key_span(path)
        return Diagnostic(findings.WRONG_TYPE, message, span, _help_for_nothing(path, span, sources))
    span = sources.span(path)
    message = f"{_named(path)} must be {expected}, not {_sort_of(value, span)}"
    return Diagnostic(findings.WRONG_TYPE, message, span, _type_help(expected, value, span, path, sources))


def _help_for_nothing(path: DataPath, span: Span, sources: CourseSources) -> str:
    line = span.source.line(span.line or 0) if span.source else None
    if line and re.match(r":\s+#", line[(span.end_column or 1) - 1 :]):
        return 'put the text in quotes, because "#" begins a remark'
    if path and isinstance(path[-1], str):
        return "write a value, or remove the key"
    if span.line is None:
        return f"write its keys, such as {', '.join(keys_at(sources.data, path)[:3])}"
    return 'write a value, or remove the "- "'


def _type_help(expected: str, value: Any, span: Span, path: DataPath, sources: CourseSources) -> str:
    if expected == "text" and isinstance(value, bool | int | float):
        return f'put it in quotes: "{_written(value, span)}"'
    if expected == "text" and isinstance(value, dict | list) and sources.key_span(path).line != span.line:
        return f'write "{path[-1]}: |", and all of the text on the lines below it'
    if expected == "text" and isinstance(value, dict):
        return 'put the text in quotes when ": " belongs to it'
    if expected == "a list":
        return list_remedy(value, path, sources.data)
    if expected == _MAPPING:
        return mapping_remedy(value, path, sources.data)
    if expected == "true or false":
        return "write true or false without quotes"
    if expected.endswith("number"):
        return number_remedy(value, path, expected)
    return f"write {expected}"


def _describe_bound(error: Mapping[str, Any], path: DataPath, sources: CourseSources) -> Diagnostic:
    name, words = _BOUNDS[error["type"]]
    bound = f"{words} {error['ctx'][name]:.15g}"
    message = f"{_named(path)} must be {bound}, not {error['input']}"
    return Diagnostic(findings.OUT_OF_RANGE, message, sources.span(path), f"write a number that is {bound}")


def _describe_word(error: Mapping[str, Any], path: DataPath, sources: CourseSources) -> Diagnostic:
    known = error["ctx"]["expected"].replace(" or ", ", ").replace("'", "").split(", ")
    meant = _near(error["input"], known)
    listed = ", ".join(word or '""' for word in known)
    help_text = f'write "{meant}"' if meant else f"use one of {listed}"
    message = f"{_named(path)} cannot be {_quoted(error['input'])}"
    return Diagnostic(findings.UNKNOWN_WORD, message, sources.span(path), help_text)


def _describe_form(error: Mapping[str, Any], path: DataPath, sources: CourseSources) -> Diagnostic:
    pattern, value = error.get("ctx", {}).get("pattern", ""), error["input"]
    is_key = error["loc"][-1] == "[key]"
    span = sources.key_span(path) if is_key else sources.span(path)
    if pattern == SOME_TEXT_PATTERN:
        message = f"{_named(path)} is empty, but text is expected"
        return Diagnostic(findings.WRONG_FORM, message, span, "write a text, or remove the key")
    told = error.get("ctx", {}).get("error", "of the form that its key asks for")
    expected = PATTERNS_IN_WORDS.get(pattern, str(told))
    help_text = form_remedy(value, pattern, path, sources.data) or f"write {expected}"
    message = f"{'a key' if is_key else _named(path)} must be {expected}, not {_quoted(value)}"
    return Diagnostic(findings.WRONG_FORM, message, span, help_text)


def _describe_length(error: Mapping[str, Any], path: DataPath, sources: CourseSources) -> Diagnostic:
    most = error["ctx"].get("max_length")
    if most is None:
        return _describe_form({**error, "ctx": {"pattern": SOME_TEXT_PATTERN}}, path, sources)
    message = f"{_named(path)} has {len(error['input'])} characters, but {most} is the most"
    return Diagnostic(findings.WRONG_FORM, message, sources.span(path), "shorten it")


def _describe_kind(error: Mapping[str, Any], path: DataPath, sources: CourseSources) -> Diagnostic:
    if error["type"] == "union_tag_not_found":
        message = 'the key "kind" is missing'
        help_text = (
            'write "kind" instead of "type"'
            if "type" in error["input"]
            else 'add "kind" with the kind of block'
        )
        return Diagnostic(findings.UNKNOWN_KIND, message, sources.span(path), help_text)
    known = error["ctx"]["expected_tags"].replace("'", "").split(", ")
    meant = _near(error["ctx"]["tag"], known)
    help_text = f'write "{meant}"' if meant else f"use one of {', '.join(known)}"
    message = f"there is no kind {_quoted(error['ctx']['tag'])} here"
    return Diagnostic(findings.UNKNOWN_KIND, message, sources.span((*path, "kind")), help_text)


def _describe_count(error: Mapping[str, Any], path: DataPath, sources: CourseSources) -> Diagnostic:
    context = error["ctx"]
    few = error["type"] == "too_short"
    bound = context["min_length"] if few else context["max_length"]
    wanted = f"{'at least' if few else 'at most'} {bound} {'entry' if bound == 1 else 'entries'}"
    message = f"{_named(path)} must hold {wanted}, not {context['actual_length']}"
    help_text = "add entries" if few else "remove entries"
    return Diagnostic(findings.WRONG_COUNT, message, sources.span(path), help_text)


_DESCRIBERS = {
    "missing": _describe_key,
    "extra_forbidden": _describe_key,
    "literal_error": _describe_word,
    "union_tag_invalid": _describe_kind,
    "union_tag_not_found": _describe_kind,
    "too_short": _describe_count,
    "too_long": _describe_count,
    "string_too_long": _describe_length,
    "string_too_short": _describe_length,
    **dict.fromkeys(_EXPECTED, _describe_type),
    **dict.fromkeys(_BOUNDS, _describe_bound),
}
"""pydantic's error type → who puts it into words; all others are about the form of a text."""


def _named(path: DataPath) -> str:
    """Name a value the way an author points at it."""
    if not path or (len(path) == 2 and path[0] == "sections"):
        return "the file"
    if isinstance(path[-1], str):
        return f'"{path[-1]}"'
    owner = next((step for step in reversed(path) if isinstance(step, str)), "")
    return f'entry {path[-1] + 1} of "{owner}"'


def _sort_of(value: Any, span: Span) -> str:
    match value:
        case bool():
            return f"the switch {_written(value, span)}"
        case int() | float():
            return f"the number {_written(value, span)}"
        case str():
            return f"the text {_quoted(value)}"
        case list():
            return "a list"
    return "a mapping"


def _written(value: Any, span: Span) -> str:
    """Give a number or switch as it stands in the file: 1.10 is not 1.1."""
    line = span.source.line(span.line) if span.source and span.line else None
    if line and span.column and span.end_column:
        return line[span.column - 1 : span.end_column - 1]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _quoted(value: Any) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f'"{text}"' if len(text) <= _LONGEST_QUOTE else f'"{text[:_LONGEST_QUOTE]}…"'
