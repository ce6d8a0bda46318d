"""Numbers and plurals by language. If these fail, learners read "1 puntos", or 1.5 where they know 1,5."""

from __future__ import annotations

import pytest

from cpom_scorm.render.number_forms import lineage, number_forms


@pytest.mark.parametrize(
    ("language", "half", "large", "share"),
    [
        ("en", "0.5", "12,345", "80%"),
        ("es", "0,5", "12.345", "80\u00a0%"),
        ("es-MX", "0.5", "12,345", "80%"),
        ("ar", "0.5", "12,345", "80\u200e%\u200e"),
        ("ar-EG", "٠٫٥", "١٢٬٣٤٥", "٨٠٪\u061c"),
        ("fa", "۰٫۵", "۱۲٬۳۴۵", "۸۰٪"),
    ],
)
def test_a11y_10_numbers_are_written_as_in_the_language(
    language: str, half: str, large: str, share: str
) -> None:
    forms = number_forms(language)
    assert (forms.number(0.5), forms.number(12345), forms.percent(0.8)) == (half, large, share)


def test_four_digits_stand_together() -> None:
    assert number_forms("en").number(1200) == "1200"


def test_arabic_has_six_forms_and_english_two() -> None:
    forms = number_forms("ar")
    assert [forms.plural(count) for count in (0, 1, 2, 3, 11, 100)] == [
        "zero", "one", "two", "few", "many", "other"
    ]  # fmt: skip
    assert number_forms("en").plurals == {"one", "other"}
    assert number_forms("es").plural(1_000_000) == "many"


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("en-US", "en-US-u-nu-latn"),
        ("ES-mx", "es-MX-u-nu-latn"),
        ("ar-EG", "ar-EG-u-nu-arab"),
        ("ar-AE", "ar-AE-u-nu-latn"),
        ("de-nowhere9", "de-u-nu-latn"),
        ("bn", "bn-u-nu-latn"),
        ("qq-NOPE", "en-u-nu-latn"),
        ("en-XA", "en-u-nu-latn"),
    ],
)
def test_browsers_are_asked_for_a_language_that_there_is_and_for_its_digits(language: str, tag: str) -> None:
    """A tag that means nothing would stop the player; digits left to browsers could differ from the pages."""
    assert tag == number_forms(language).tag


def test_a_tag_has_parents() -> None:
    assert lineage("zh-Hant-TW") == ("zh-Hant-TW", "zh-Hant", "zh")


@pytest.mark.parametrize(
    ("language", "small", "middle", "large"),
    [
        ("en", "1\u00a0kB", "84\u00a0kB", "1.2\u00a0MB"),
        ("es", "1\u00a0kB", "84\u00a0kB", "1,2\u00a0MB"),
        ("ar-EG", "١\u00a0كيلوبايت", "٨٤\u00a0كيلوبايت", "١٫٢\u00a0م.ب"),
    ],
)
def test_sizes_of_files_are_written_as_in_the_language(
    language: str, small: str, middle: str, large: str
) -> None:
    """A11Y-10: no file has nothing, and none has 1,000 kB."""
    forms = number_forms(language)
    assert [small, middle, large] == [forms.size(count) for count in (7, 84_000, 1_240_000)]
    assert number_forms("en").size(999_600) == "1\u00a0MB"
