"""Interface strings. If these fail, learners see keys instead of words, or nothing."""

from __future__ import annotations

import pytest

from cpom_scorm.render.catalogue import Catalogue, load_catalogue
from cpom_scorm.render.number_forms import number_forms
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
    number_forms("en"),
    number_forms("en"),
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
    ("language", "found"),
    [("es", "es"), ("es-MX", "es"), ("AR-eg", "ar"), ("en-XA", "en-XA"), ("en-xa", "en-XA")],
)
def test_a_region_gets_the_strings_of_its_language(language: str, found: str) -> None:
    assert load_catalogue(language).language == found


def test_strings_in_english_hold_numbers_in_english_and_learners_type_as_at_home() -> None:
    catalogue = load_catalogue("de")
    assert (catalogue.forms.tag, catalogue.typed.tag) == ("en-u-nu-latn", "de-u-nu-latn")


def test_numbers_are_written_in_the_language_and_text_is_left_as_it_is() -> None:
    spanish = load_catalogue("es")
    assert spanish.fill("question.points", count=0.5) == "0,5 puntos"
    assert spanish.fill("result.attempt", number="0.5") == "Intento 0.5"
    assert (spanish.number(12000), spanish.percent(0.8)) == ("12.000", "80\u00a0%")


def test_every_count_has_its_form() -> None:
    """A11Y-10."""
    arabic = load_catalogue("ar")
    assert [arabic.fill("check.tries", count=count) for count in (0, 1, 2, 3, 11, 100)] == [
        "لا محاولات",
        "محاولة واحدة",
        "محاولتان",
        "\u20683\u2069 محاولات",
        "\u206811\u2069 محاولة",
        "\u2068100\u2069 محاولة",
    ]
