"""Derived colors and contrast. If these fail, a brand color makes text that people cannot read."""

from __future__ import annotations

import pytest

from cpom_scorm.render.colors import CONTROL_PAIRS, MEANINGS, TEXT_PAIRS, contrast, is_color, mix, palette
from cpom_scorm.render.theme import load_theme

MODES = tuple(MEANINGS)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("color", "ground"), TEXT_PAIRS, ids=lambda name: name)
def test_text_of_the_default_theme_reaches_the_contrast_of_wcag(mode: str, color: str, ground: str) -> None:
    """A11Y-09, WCAG 1.4.3: 4.5 to 1."""
    colors = palette(load_theme().theme.colors[mode], mode)
    assert contrast(colors[color], colors[ground]) >= 4.5


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("color", "ground"), CONTROL_PAIRS, ids=lambda name: name)
def test_controls_of_the_default_theme_reach_the_contrast_of_wcag(mode: str, color: str, ground: str) -> None:
    """A11Y-09, WCAG 1.4.11: 3 to 1."""
    colors = palette(load_theme().theme.colors[mode], mode)
    assert contrast(colors[color], colors[ground]) >= 3


def test_contrast_is_computed_by_the_formula_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#fff", "#fff") == pytest.approx(1)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#14232b", "#f5f7f7") == pytest.approx(15.0, abs=0.05)


def test_a_mix_rounds_each_channel_by_itself() -> None:
    assert mix("#000000", 50, "#ffffff") == "#808080"
    assert mix("#fff", 0, "#0f4c5c") == "#0f4c5c"
    assert mix("#14232b", 72, "#f5f7f7") == "#535e64"


def test_no_theme_changes_what_a_color_means() -> None:
    named = dict.fromkeys(("brand", "on_brand", "accent", "on_accent", "paper", "surface"), "#123456")
    colors = palette(named | dict.fromkeys(("ink", "hero", "on_hero"), "#123456"), "light")
    assert {name: colors[name] for name in MEANINGS["light"]} == MEANINGS["light"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("#0f4c5c", True), ("#FFF", True), ("teal", False), ("#0f4c5", False), ("#0f4c5c;", False), ("", False)],
)
def test_a_color_is_three_or_six_hexadecimal_digits(text: str, expected: bool) -> None:
    assert expected == is_color(text)
