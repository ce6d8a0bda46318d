"""Interface strings, one flat file per language, shared by templates and player."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cpom_scorm.render.bidi import with_names_set_off
from cpom_scorm.render.number_forms import FALLBACK, lineage, number_forms
from cpom_scorm.render.pseudo import PSEUDO, pseudo_text
from cpom_scorm.yaml_source import read_yaml_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpom_scorm.render.number_forms import NumberForms

LOCALES_DIR = Path(__file__).parents[1] / "locales"
_LITERAL = re.compile(r'"([a-z][a-z0-9_.]*)"')
_BEGINNING = re.compile(r"`([a-z]+\.[a-z0-9_.]*)\$\{")
_PLURAL = re.compile(r"_(?:zero|one|two|few|many|other)$")
_NAME = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Catalogue:
    """The strings of one language by key. A text may hold `{name}` for what is filled in."""

    language: str
    """That of the strings: English where the course's own has none."""
    strings: Mapping[str, str]
    forms: NumberForms
    """How numbers and plurals are written in these strings."""
    typed: NumberForms
    """How learners write numbers: as in the course's language, whatever that of the strings."""

    def __getitem__(self, key: str) -> str:
        return self.strings[key]

    def __contains__(self, key: object) -> bool:
        return key in self.strings

    def __iter__(self) -> Iterator[str]:
        return iter(self.strings)

    def fill(self, key: str, **values: float | str) -> str:
        """Give the text with its names filled in; a `count` chooses the form of a plural.

        Numbers are written as the language writes them; text, as what `percent` gives, stays as it is.
        """
        count = values.get("count")
        if isinstance(count, int | float) and key not in self.strings:
            form = f"{key}_{self.forms.plural(count)}"
            key = form if form in self.strings else f"{key}_other"
        return _NAME.sub(lambda name: self._written(values[name[1]]), self.strings[key])

    def number(self, value: float) -> str:
        """Write a number that stands alone."""
        return self.forms.number(value)

    def percent(self, share: float) -> str:
        """Write a share, 0 to 1, in whole per cent."""
        return self.forms.percent(share)

    def date(self, day: str) -> str:
        """Write a day given as `2026-11-12`; what is no day stays as it is."""
        try:
            return self.forms.day(date.fromisoformat(day))
        except ValueError:
            return day

    def _written(self, value: float | str) -> str:
        return value if isinstance(value, str) else self.number(value)

    def used_by(self, script: str) -> dict[str, str]:
        """Give the strings whose keys stand in the script, whole, without the form of a plural, or begun."""
        named = frozenset(_LITERAL.findall(script))
        begun = tuple(_BEGINNING.findall(script))
        return {
            key: text
            for key, text in self.strings.items()
            if key in named or _PLURAL.sub("", key) in named or key.startswith(begun)
        }


def languages() -> tuple[str, ...]:
    """Give the languages that have strings, the made-up one aside."""
    return tuple(sorted(file.stem for file in LOCALES_DIR.glob("*.yaml")))


def language_of_strings(language: str) -> str | None:
    """Give the language whose strings serve a language tag: its own or its parent's. None: there are none."""
    known = {name.lower(): name for name in (*languages(), PSEUDO)}
    return next((known[tag] for tag in lineage(language.lower()) if tag in known), None)


def load_catalogue(language: str) -> Catalogue:
    """Give the strings of the language or, where there are none, of its parent, or English."""
    found = language_of_strings(language)
    # Where the strings are English, so are the numbers in them.
    forms = number_forms(language if found else FALLBACK)
    return Catalogue(found or FALLBACK, _strings(found or FALLBACK), forms, number_forms(language))


def _strings(language: str) -> dict[str, str]:
    if language == PSEUDO:
        return {key: pseudo_text(text) for key, text in _strings(FALLBACK).items()}
    tree = read_yaml_file(LOCALES_DIR / f"{language}.yaml", f"{language}.yaml").tree
    strings = {key: str(text) for key, text in tree.data.items()} if tree else {}
    return {key: with_names_set_off(text, language) for key, text in strings.items()}
