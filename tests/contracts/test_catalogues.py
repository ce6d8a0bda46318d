"""Every catalogue is complete (A11Y-10). If these fail, learners read a key, or another language than theirs.

To repair: write the missing keys, which the failure lists with their English, into the language's file.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from babel.localedata import locale_identifiers

from cpom_scorm.render.bidi import direction
from cpom_scorm.render.catalogue import LOCALES_DIR, languages, load_catalogue
from cpom_scorm.render.number_forms import number_forms
from cpom_scorm.yaml_source import read_yaml_file

if TYPE_CHECKING:
    from pathlib import Path

FORM = re.compile(r"_(zero|one|two|few|many|other)$")
NAME = re.compile(r"\{(\w+)\}")
EVERY_LANGUAGE = pytest.mark.parametrize("language", languages())
TRANSLATION = pytest.mark.parametrize("language", [name for name in languages() if name != "en"])
ONE_NUMBER = ("zero", "one", "two")
"""Forms that serve a single number in every language that we have, so that they may say it in a word."""


def strings_of(language: str) -> dict[str, str]:
    """Give a catalogue as its file holds it."""
    tree = read_yaml_file(LOCALES_DIR / f"{language}.yaml", f"{language}.yaml").tree
    assert tree is not None
    return {str(key): str(text) for key, text in tree.data.items()}


ENGLISH = strings_of("en")
PLURALS = {key.removesuffix("_other") for key in ENGLISH if key.endswith("_other")}


def keys_needed(language: str) -> dict[str, str]:
    """Give the keys that a language must have, with the English text."""
    forms = sorted(number_forms(language).plurals)
    plain = {key: text for key, text in ENGLISH.items() if FORM.sub("", key) not in PLURALS}
    return plain | {f"{key}_{form}": ENGLISH[f"{key}_other"] for key in sorted(PLURALS) for form in forms}


def test_a11y_10_there_is_english_spanish_and_arabic() -> None:
    assert {"ar", "en", "es"} <= set(languages())


@EVERY_LANGUAGE
def test_a11y_10_a_catalogue_has_the_keys_of_english_and_the_forms_of_its_own_plurals(language: str) -> None:
    own, needed = strings_of(language), keys_needed(language)
    missing = [f"{key}: {json.dumps(text)}" for key, text in needed.items() if key not in own]
    strange = [key for key in own if key not in needed]
    told = [f"missing in {language}.yaml:", *missing, f"not in en.yaml, but in {language}.yaml:", *strange]
    assert (missing, strange) == ([], []), "\n".join(told)


@EVERY_LANGUAGE
def test_a11y_10_every_text_says_something_and_fills_in_what_english_fills_in(language: str) -> None:
    needed, wrong = keys_needed(language), []
    for key, text in strings_of(language).items():
        names, wanted = set(NAME.findall(text)), set(NAME.findall(needed.get(key, "")))
        form = FORM.search(key)
        if form and form[1] in ONE_NUMBER:
            wanted.discard("count")
            names.discard("count")
        if names != wanted or not text.strip():
            wrong.append(f"{key}: {text!r}")
    assert wrong == []


@EVERY_LANGUAGE
def test_a11y_10_numbers_and_per_cent_signs_are_left_to_the_language(language: str) -> None:
    """A digit or a sign in a text would stand there in Latin whatever the digits of everything else."""
    assert [] == [key for key, text in strings_of(language).items() if re.search(r"[\d%٪]", text)]


@TRANSLATION
def test_a11y_10_what_is_translated_is_not_english(language: str) -> None:
    """Abbreviations that are the same in both aside."""
    own, needed = strings_of(language), keys_needed(language)
    alike = {"time.minutes", "time.both"}
    words = re.compile(r"[a-z]{3}")
    assert [] == [
        key
        for key, text in own.items()
        if text == needed[key] and words.search(NAME.sub("", text)) and key not in alike
    ]


@TRANSLATION
def test_a11y_10_lines_end_alike(language: str) -> None:
    """A sentence stays a sentence, a label a label: they stand in the same places."""
    own, needed = strings_of(language), keys_needed(language)
    sentence = re.compile(r"[.!?؟]$")
    assert [] == [
        key for key, text in own.items() if bool(sentence.search(text)) != bool(sentence.search(needed[key]))
    ]


def test_spanish_addresses_nobody() -> None:
    """Whoever writes "tú" offends in one country, whoever writes "usted" in another."""
    address = re.compile(r"\b(?:ustede?s?|tú|vos|te|contigo)\b", re.IGNORECASE)
    assert [] == [key for key, text in strings_of("es").items() if address.search(text)]


def regions(language: str) -> list[str]:
    """Give the tags of a language's regions that Babel knows."""
    names = (name.replace("_", "-") for name in locale_identifiers())
    return sorted(name for name in names if re.fullmatch(rf"{language}(-(?:[A-Z]{{2}}|\d{{3}}))?", name))


COUNTS = [0, 1, 2, 3, 7, 10, 11, 26, 99, 100, 101, 102, 103, 111, 200, 1000, 9999, 10_000, 12_345]
SHARES = [0, 0.29, 0.5, 0.75, 0.8, 1]
PARTS = [0.5, 1.25, 0.333, 2.5]
NUMBERS = COUNTS + PARTS
MANY = 1_000_000
IN_NODE = """
import { createStrings } from %(module)s;
const { tags, strings, numbers, counts, shares } = %(given)s;
const told = (tag) => {
  const t = createStrings(strings, tag);
  return [...numbers.map(t.number), ...shares.map(t.percent), ...counts.map((count) => t("form", { count }))];
};
console.log(JSON.stringify(tags.map(told)));
"""


@pytest.mark.node
@EVERY_LANGUAGE
def test_a11y_10_player_and_pages_write_numbers_and_choose_plurals_alike(language: str, root: Path) -> None:
    """In every region of a language: else "80 %" on the page turns into "80%" once the player runs."""
    forms = ("zero", "one", "two", "few", "many", "other")
    strings = {f"form_{form}": form for form in forms}
    catalogues = [load_catalogue(tag) for tag in regions(language)]
    assert len(catalogues) > 10
    module = json.dumps((root / "cpom_scorm" / "player" / "view" / "strings.js").as_uri())
    given = {
        "tags": [catalogue.forms.tag for catalogue in catalogues],
        "strings": strings,
        "numbers": NUMBERS,
        "counts": [*NUMBERS, MANY],
        "shares": SHARES,
    }
    script = IN_NODE % {"module": module, "given": json.dumps(given)}
    node = shutil.which("node")
    assert node, "Node is missing: run make test, which brings it"
    done = subprocess.run(
        [node, "--input-type=module", "-"], input=script, capture_output=True, text=True, check=True
    )
    for catalogue, told in zip(catalogues, json.loads(done.stdout), strict=True):
        plurals = map(catalogue.forms.plural, [*NUMBERS, MANY])
        own = [*map(catalogue.number, NUMBERS), *map(catalogue.percent, SHARES), *plurals]
        assert (catalogue.forms.tag, own) == (catalogue.forms.tag, told)


def test_a11y_10_a_right_to_left_catalogue_sets_off_what_is_filled_in() -> None:
    """A Latin title in the middle of Arabic would else take the full stop behind it along."""
    for language in (name for name in languages() if direction(name) == "rtl"):
        texts = load_catalogue(language).strings.values()
        assert [] == [text for text in texts if re.search(r"(?<!\u2068)\{\w+\}|\{\w+\}(?!\u2069)", text)]
