"""What somebody probably meant: the nearest name, the same value in the right form."""

from __future__ import annotations

import difflib
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from cpom_scorm.package.grammar.values import NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpom_scorm.package.grammar.values import ValueForm

_BOOLEANS = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}
_NUMBER = re.compile(r"([0-9]{1,3})(\.[0-9]+)?\s*%?")
_JOINTS = re.compile(r"[\s_-]+")


def _loose(name: str) -> str:
    return _JOINTS.sub("", name).casefold()


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that this one is most likely a slip of; None when none is close."""
    candidates = {_loose(candidate): candidate for candidate in known}
    if _loose(name) in candidates:
        return candidates[_loose(name)]
    close = difflib.get_close_matches(_loose(name), candidates, 1, 0.75)
    return candidates[close[0]] if close else None


def better_value(form: ValueForm, text: str) -> str | None:
    """Give the value that was probably meant, if it can be told."""
    value = " ".join(text.split())
    if form.words:
        return nearest(value, form.words)
    if form.base == "boolean":
        return _BOOLEANS.get(value.lower()) or nearest(value, ("true", "false"))
    if form.least and (found := _NUMBER.fullmatch(value)):
        share = Decimal(found[1] + (found[2] or "")) / 100
        return format(share.normalize(), "f") if share <= 1 else None
    if form == NAME:
        named = re.sub(r"[^A-Za-z0-9_.-]+", "-", value).strip("-")
        return (named if NAME.fits(named) else f"id-{named}") if named else None
    return None
