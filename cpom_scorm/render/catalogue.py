"""Interface strings, one flat file per language, shared by templates and player."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cpom_scorm.yaml_source import read_yaml_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LOCALES_DIR = Path(__file__).parents[1] / "locales"
FALLBACK = "en"
_RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"))
_LITERAL = re.compile(r'"([a-z][a-z0-9_.]*)"')
_BEGINNING = re.compile(r"`([a-z]+\.[a-z0-9_.]*)\$\{")
_PLURAL = re.compile(r"_(?:zero|one|two|few|many|other)$")


@dataclass(frozen=True)
class Catalogue:
    """The strings of one language by key. A text may hold `{name}` for what is filled in."""

    language: str
    strings: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.strings[key]

    def __contains__(self, key: object) -> bool:
        return key in self.strings

    def __iter__(self) -> Iterator[str]:
        return iter(self.strings)

    def fill(self, key: str, **values: object) -> str:
        """Give the text with its names filled in; with a `count`, the form for one or for several."""
        if "count" in values and key not in self.strings:
            key = f"{key}_{'one' if values['count'] == 1 else 'other'}"
        return re.sub(r"\{(\w+)\}", lambda name: str(values[name[1]]), self.strings[key])

    def used_by(self, script: str) -> dict[str, str]:
        """Give the strings whose keys stand in the script, whole, without the form of a plural, or begun."""
        named = frozenset(_LITERAL.findall(script))
        begun = tuple(_BEGINNING.findall(script))
        return {
            key: text
            for key, text in self.strings.items()
            if key in named or _PLURAL.sub("", key) in named or key.startswith(begun)
        }


def load_catalogue(language: str) -> Catalogue:
    """Give the strings of the language or, where there is no such file, of its parent, or English."""
    for name in (language, language.partition("-")[0], FALLBACK):
        file = LOCALES_DIR / f"{name}.yaml"
        if re.fullmatch(r"[A-Za-z0-9-]+", name) and file.is_file():
            tree = read_yaml_file(file, file.name).tree
            return Catalogue(name, {key: str(text) for key, text in tree.data.items()} if tree else {})
    raise FileNotFoundError(LOCALES_DIR / f"{FALLBACK}.yaml")


def direction(language: str) -> str:
    """Give the direction that the language is written in: `ltr` or `rtl`."""
    parts = language.lower().split("-")
    if "arab" in parts or "hebr" in parts:
        return "rtl"
    return "rtl" if parts[0] in _RIGHT_TO_LEFT and "latn" not in parts else "ltr"
