"""Numbers with units. If these fail, learners read $-5, 5.000 for 5, or 1.00 for 1.005."""

from __future__ import annotations

import pytest

from cpom_scorm.blocks.rounding import rounded
from cpom_scorm.render.amounts import amount_text
from cpom_scorm.render.number_forms import number_forms


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ["$1,234,567.50", "−$1,234", "+\u00a025\u00a0days", "2.5%", "0"]),
        ("es", ["1.234.567,50\u00a0$", "−1.234\u00a0$", "+\u00a025\u00a0days", "2,5\u00a0%", "0"]),
        ("tr", ["$1.234.567,50", "−$1.234", "+\u00a025\u00a0days", "%2,5", "0"]),
        ("hi", ["$12,34,567.50", "−$1,234", "+\u00a025\u00a0days", "2.5%", "0"]),
        (
            "ar-EG",
            [
                "\u200f١٬٢٣٤٬٥٦٧٫٥٠\u00a0$",
                "\u061c−\u200f١٬٢٣٤\u00a0$",
                "\u061c+\u00a0٢٥\u00a0days",
                "٢٫٥٪\u061c",
                "٠",
            ],
        ),
    ],
)
def test_a11y_10_amounts_are_written_as_in_the_language(language: str, texts: list[str]) -> None:
    forms = number_forms(language)
    asked = [(1234567.5, "$", 2, False), (-1234, "$", 0, False), (25, "days", 0, True), (2.45, "%", 1, False)]
    written = [amount_text(forms, *one, is_change=change) for *one, change in asked]  # type: ignore[arg-type]
    assert texts == [*written, amount_text(forms, -0.2, "", 0, is_change=True)]


def test_a_unit_may_hold_the_sign_that_stands_for_the_digits_in_forms() -> None:
    assert amount_text(number_forms("en"), 5, "# 2 cans", 0, is_change=False) == "5\u00a0# 2 cans"


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (1.005, 2, "1.01"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (-0.4, 0, "0"),
        (1e-9, 2, "0.00"),
        (0.1 + 0.2, 3, "0.300"),
    ],
)
def test_halves_are_rounded_away_from_zero_as_people_do(value: float, decimals: int, shown: str) -> None:
    assert shown == str(rounded(value, decimals))
