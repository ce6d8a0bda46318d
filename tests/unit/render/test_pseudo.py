"""The made-up language. If these fail, a text that nobody translated looks like one that somebody did."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from cpom_scorm.render.catalogue import load_catalogue
from cpom_scorm.render.pseudo import pseudo_text


def test_a_text_is_accented_longer_and_in_brackets() -> None:
    assert pseudo_text("Search") == "[Šéàŕćĥ one]"
    assert pseudo_text("{done} of {total}") == "[{done} öƒ {total} one]"


def test_every_english_string_is_told_apart_and_about_a_third_longer() -> None:
    english, pseudo = load_catalogue("en").strings, load_catalogue("en-XA").strings
    assert list(english) == list(pseudo)
    for key, text in english.items():
        told = pseudo[key]
        assert re.fullmatch(r"\[.*\]", told, re.DOTALL), key
        assert re.findall(r"\{\w+\}", text) == re.findall(r"\{\w+\}", told)
        assert len(told) >= 1.2 * len(text)
    assert sum(map(len, pseudo.values())) < 1.7 * sum(map(len, english.values()))


@given(st.text("abc {}xyz", min_size=1))
def test_what_is_filled_in_stays_as_it_is(text: str) -> None:
    assert re.findall(r"\{\w+\}", text) == re.findall(r"\{\w+\}", pseudo_text(text))
