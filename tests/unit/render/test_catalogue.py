"""Interface strings. If these fail, learners see keys instead of words, or nothing."""

from __future__ import annotations

import pytest

from cpom_scorm.render.catalogue import Catalogue, direction, load_catalogue
from cpom_scorm.render.views import duration_text

T = Catalogue(
    "en",
    {
        "plain": "Saved",
        "of": "{done} of {total}",
        "tries_one": "{count} try",
        "tries_other": "{count} tries",
        "notice.review.title": "Review",
        "notice.no-lms.title": "None",
        "never": "Never",
        "time.minutes": "{minutes} min",
        "time.hours": "{hours} h",
        "time.both": "{hours} h {minutes} min",
    },
)


def test_names_in_braces_are_filled_in_once() -> None:
    assert T.fill("of", done="{total}", total=7) == "{total} of 7"


def test_a_count_chooses_the_form_of_a_plural() -> None:
    assert [T.fill("tries", count=count) for count in (0, 1, 2)] == ["0 tries", "1 try", "2 tries"]


def test_a_key_that_does_not_exist_is_never_shown_as_text() -> None:
    with pytest.raises(KeyError):
        T.fill("misspelled")


def test_the_player_gets_the_strings_it_names_and_no_others() -> None:
    script = 't("plain");t("tries",{count:2});t(`notice.${id}.title`);"nothing"'
    found = {"plain", "tries_one", "tries_other", "notice.review.title", "notice.no-lms.title"}
    assert found == set(T.used_by(script))


def test_minutes_become_hours_where_that_reads_better() -> None:
    texts = [duration_text(T, minutes) for minutes in (5, 59, 60, 61, 185)]
    assert texts == ["5 min", "59 min", "1 h", "1 h 1 min", "3 h 5 min"]


@pytest.mark.parametrize("language", ["en", "en-US", "de-AT", "xx", "../en"])
def test_a_language_without_strings_of_its_own_falls_back_to_english(language: str) -> None:
    assert load_catalogue(language).language == "en"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-US", "ltr"),
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("ur-Latn", "ltr"),
        ("az-Arab", "rtl"),
        ("arn", "ltr"),
    ],
)
def test_the_direction_follows_the_language(language: str, expected: str) -> None:
    """A11Y-10."""
    assert expected == direction(language)
