"""The addresses in a style sheet. Comments and texts are known, so that nothing in them is taken for one."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from cpom_scorm.package.content.files import MOST_TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 4000
_TOKEN = re.compile(
    rf"""
      /\*.*?(?:\*/|\Z)
    | (?<![\w-])url\(\s*+ (?: "([^"\n]*+)"? | '([^'\n]*+)'? | ([^)"'\s]{{0,{_LONGEST}}}+) )
    | @import\s++ (?: "([^"\n]*+)"? | '([^'\n]*+)'? )
    | "(?:[^"\\\n]|\\.)*+"?
    | '(?:[^'\\\n]|\\.)*+'?
    """,
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_ANY = re.compile(r"url\(|@import", re.IGNORECASE)


def style_addresses(text: str) -> Iterator[tuple[int, str]]:
    """Give the addresses of `url()` and `@import`, each with its index. Those with escapes are left out."""
    if not _ANY.search(text):
        return
    for token in islice(_TOKEN.finditer(text), MOST_TOKENS):
        address = next((group for group in token.groups() if group), "")
        if address and "\\" not in address:
            yield token.start(), address
