"""What a YAML scalar without quotes stands for: text, unless it is plainly a number, `true` or `false`.

YAML 1.1 turns far more into something else without a word: `no`, `1:30`, `010`, dates. Those are refused.
"""

from __future__ import annotations

import re

_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,29})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,29})\.[0-9]{1,30}([eE][-+]?[0-9]{1,2})?")
_SWITCHES = "yes|no|on|off|true|false"
_CONVERTED = (
    ("nothing", re.compile(r"~|null|Null|NULL")),
    (
        "true or false",
        re.compile(f"{_SWITCHES}|{_SWITCHES.title()}|{_SWITCHES.upper()}"),
    ),
    ("a count of seconds", re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?")),
    (
        "another number",
        re.compile(
            r"[-+]?(0b[01_]+|0x[0-9a-fA-F_]+|0[0-9_]+|[1-9][0-9_]*_[0-9_]*|\.(inf|Inf|INF))"
            r"|[-+]?([0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)([eE][-+][0-9]+)?|\.(nan|NaN|NAN)"
        ),
    ),
    (
        "a date",
        re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \t].*[0-9].*)?"),
    ),
)

_FIRST_OF_TYPED = frozenset("0123456789+-.~nNyYtToOfF")


def plain_value(text: str) -> tuple[str | int | float | bool | None, str]:
    """Give the value of a scalar without quotes, and what YAML 1.1 would make of it where it may not stand.

    The second part is empty for every scalar that is accepted; an empty scalar is None.
    """
    if not text:
        return None, ""
    if text[0] not in _FIRST_OF_TYPED:
        return text, ""
    if text in ("true", "false"):
        return text == "true", ""
    if _WHOLE.fullmatch(text):
        return int(text), ""
    if _DECIMAL.fullmatch(text):
        return float(text), ""
    for meaning, pattern in _CONVERTED:
        if pattern.fullmatch(text):
            return text, meaning
    return text, ""
