"""Remedies for mistakes of shape: what to write, so that it is right when it is followed to the letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cpom_scorm.course.addresses import origin_of
from cpom_scorm.course.shape import needed_keys_at, value_at
from cpom_scorm.identifiers import course_id_from, id_from
from cpom_scorm.schema import COURSE_ID_PATTERN, ID_PATTERN, ORIGIN_PATTERN, STEP_ID_PATTERN, URL_PATTERN

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from cpom_scorm.source import DataPath

_OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    "question": ("stem",),
    "prompt": ("stem",),
    "answers": ("options", "accept"),
    "choices": ("options",),
    "answer": ("correct", "accept"),
    "solution": ("correct", "accept"),
    "explanation": ("rationale", "feedback"),
    "name": ("title", "label"),
    "heading": ("title", "caption"),
    "header": ("title", "caption"),
    "body": ("text", "blocks"),
    "content": ("text", "blocks"),
    "description": ("summary", "text"),
    "src": ("image", "source"),
    "file": ("image", "source"),
    "picture": ("image",),
    "duration": ("minutes",),
    "time": ("minutes",),
    "passing_score": ("pass_mark",),
}
"""What other tools and formats call a key → what it is called here, the likeliest first."""
_REFERENCES = {
    "correct": "an option",
    "objective": "an objective",
    "revisit": "a page",
    "next": "what follows",
    "question": "a question",
}
"""Keys that hold the id of something else."""
_SHARES = ("pass_mark", "required_percent")
_NUMBER = re.compile(r"[^\d+-]{0,3}([-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?:[^\d.,].*)?")
_FITS_BRACKETS = re.compile(r"""[^\[\]{}:#"'&*!|>%@`\n]{1,60}""")


def key_called_otherwise(word: str, free: Collection[str], needed: Collection[str]) -> str | None:
    """Give the free key that other tools call by this word: one that is needed, if there is such."""
    meant = [key for key in _OTHER_WORDS.get(word.lower(), ()) if key in free]
    return next((key for key in meant if key in needed), meant[0] if meant else None)


def mapping_remedy(value: Any, path: DataPath, data: Any) -> str:
    """Say what to write where keys and their values belong."""
    keys = needed_keys_at(data, path)
    if keys:
        return f"give it the {'keys' if len(keys) > 1 else 'key'} {', '.join(keys)}, each with its value"
    if path[-2:-1] in (("blocks",), ("questions",)):
        return "give it the key kind, and those that its kind needs"
    pairs = 'write pairs such as "s1: t1"'
    return f'{pairs} below each other, without "- "' if isinstance(value, list) else pairs


def list_remedy(value: Any, path: DataPath, data: Any) -> str:
    """Say what to write where a list belongs."""
    remedy = 'start each entry on a line of its own with "- "'
    keys = needed_keys_at(data, (*path, 0))
    if keys and path != ("sections",):
        return f"{remedy}, and give it the {'keys' if len(keys) > 1 else 'key'} {', '.join(keys)}"
    if isinstance(value, str) and _FITS_BRACKETS.fullmatch(value.strip()):
        return f"write [{value.strip()}]"
    return remedy


def number_remedy(value: Any, path: DataPath, expected: str) -> str:
    """Say what to write where a number belongs, of which `expected` says whether it is a whole one."""
    is_whole = "whole" in expected
    if isinstance(value, float) and path[-1:] and path[-1] in _SHARES and 0 < value < 1:
        return f"write {value * 100:.0f}, in per cent"
    if isinstance(value, str):
        found = _NUMBER.fullmatch(value.strip())
        if found and not (is_whole and "." in found[1]):
            return f"write {found[1].replace(',', '')}, without quotes and without anything beside it"
        no_limit = ", or leave the key out for no limit" if path[-1:] == ("attempts",) else ""
        return f"write the number in digits and without quotes{no_limit}"
    return f"write {expected}"


def form_remedy(value: Any, pattern: str, path: DataPath, data: Any) -> str | None:
    """Say what to write where a text has another form than the pattern; None where that cannot be guessed."""
    text = str(value)
    meant = _id_meant(text, path, data) if pattern == ID_PATTERN else None
    if meant:
        return meant
    better = _MAKERS[pattern](text) if pattern in _MAKERS else ""
    return f'write "{better}"' if better else None


def _id_meant(text: str, path: DataPath, data: Any) -> str | None:
    """Say which id was meant by a text that refers to something: guessed ids would lead nowhere."""
    name = next((step for step in reversed(path) if step in _REFERENCES), None)
    if name is None or (name != "correct" and path[-1] != name):
        return None
    around = value_at(data, path[: path.index(name)])
    options = around.get("options", around.get("areas")) if isinstance(around, dict) else None
    for option in options if isinstance(options, list) else ():
        own = (
            {str(option.get(key, "")).casefold() for key in ("id", "text")}
            if isinstance(option, dict)
            else ()
        )
        if text.casefold() in own:
            return f'write "{option["id"]}", the id of that option' if "id" in option else None
    return f"write the id of {_REFERENCES[str(name)]}, not what it is called"


def _url_from(text: str) -> str:
    address = f"https://{re.sub(r'^(?:[a-z]+:)?//', '', text.strip(), flags=re.IGNORECASE)}"
    return address if re.fullmatch(URL_PATTERN, address) else ""


def _origin_from(text: str) -> str:
    origin = origin_of(_url_from(text))
    return origin if re.fullmatch(ORIGIN_PATTERN, origin) else ""


_MAKERS: Mapping[str, Callable[[str], str]] = {
    ID_PATTERN: id_from,
    STEP_ID_PATTERN: lambda text: id_from(text).lstrip("0123456789_"),
    COURSE_ID_PATTERN: course_id_from,
    URL_PATTERN: _url_from,
    ORIGIN_PATTERN: _origin_from,
}
"""For each pattern what makes a text of that form out of any other; empty where nothing of it can stay."""
