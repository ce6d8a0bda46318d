"""What a brand leaves out. If these fail, a dozen lines do not make a brand that people can read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpom_scorm.render.brand import complete, text_on
from cpom_scorm.render.colors import MODES, NAMES, contrast, hex_color, palette, weak_pairs
from cpom_scorm.render.theme import load_theme
from cpom_scorm.render.theme_folders import shipped_themes

DEFAULT = load_theme().theme.colors


def colors(least: int, most: int) -> st.SearchStrategy[str]:
    """Give colors whose red, green and blue are within these."""
    return st.tuples(*(st.integers(least, most) for _ in range(3))).map(hex_color)


def brand(dark: dict[str, str] | None = None, **light: str) -> dict[str, dict[str, str]]:
    """Give all colors of a brand that names these."""
    return complete(DEFAULT, {"light": light, "dark": dark or {}})


@pytest.mark.parametrize("name", shipped_themes())
@pytest.mark.parametrize("mode", MODES)
def test_every_pair_of_a_shipped_theme_reaches_the_contrast_of_wcag(name: str, mode: str) -> None:
    """A11Y-09, WCAG 1.4.3 and 1.4.11."""
    result = load_theme(None, [shipped_themes()[name]])
    assert result.diagnostics == ()
    assert [] == list(weak_pairs(palette(result.theme.colors[mode], mode)))


def test_the_second_brand_is_a_dozen_lines_and_names_nothing_for_dark() -> None:
    text = (shipped_themes()["iris"] / "theme.yaml").read_text("utf-8")
    assert len(text.splitlines()) <= 12
    assert "dark:" not in text
    made = load_theme(None, [shipped_themes()["iris"]]).theme.colors["dark"]
    assert ["on_hero"] == [name for name in NAMES if made[name] == DEFAULT["dark"][name]]


@given(colors(0, 255))
def test_text_on_any_color_can_be_read(ground: str) -> None:
    assert contrast(text_on(ground), ground) >= 4.5


def test_text_is_white_where_white_can_be_read_and_nearly_black_else() -> None:
    assert text_on("#463b8f") == "#ffffff"
    assert text_on("#f0a58b") == "#221713"
    assert text_on("#757575") == "#ffffff"
    assert text_on("#777777") == "#050505"


@given(colors(0, 120), colors(0, 90), colors(200, 255), colors(0, 255))
def test_dark_that_is_derived_can_be_read_whenever_light_can(
    color: str, ink: str, paper: str, accent: str
) -> None:
    """Whoever sees no finding about light must get none about a dark that they did not write."""
    made = brand(brand=color, ink=ink, paper=paper, accent=accent)
    if not list(weak_pairs(palette(made["light"], "light"))):
        assert [] == list(weak_pairs(palette(made["dark"], "dark")))


def test_a_brand_keeps_its_hue_at_night_and_never_glares() -> None:
    assert brand(brand="#0f4c5c")["dark"]["brand"] == "#63c9e3"
    assert brand(brand="#0000ff")["dark"]["brand"] == "#b5b5f2"


def test_one_color_changes_what_follows_from_it_and_nothing_else() -> None:
    made = brand(brand="#463b8f")
    changed = {mode: {name for name in NAMES if made[mode][name] != DEFAULT[mode][name]} for mode in MODES}
    assert changed == {"light": {"brand", "hero"}, "dark": {"brand", "on_brand", "hero"}}


def test_what_is_named_is_never_changed() -> None:
    named = {name: f"#{place:02x}{place:02x}{place:02x}" for place, name in enumerate(NAMES)}
    assert {"light": named, "dark": named} == brand(named, **named)


def test_the_cover_follows_the_brand_until_it_is_named() -> None:
    assert brand(brand="#463b8f", on_brand="#fff0ff")["light"]["on_hero"] == "#fff0ff"
    made = brand(brand="#463b8f", hero="#201a44")
    assert (made["light"]["hero"], made["dark"]["hero"]) == ("#201a44", "#181832")
    assert brand({"hero": "#112233"}, brand="#463b8f")["dark"]["hero"] == "#112233"


def test_neutrals_at_night_come_from_those_of_the_day_together() -> None:
    made = brand(ink="#211d36")["dark"]
    assert made["paper"] == "#141120"
    assert made["surface"] != DEFAULT["dark"]["surface"]
    assert contrast(made["ink"], made["paper"]) > 13
    kept = brand({"paper": "#101010"}, ink="#211d36")["dark"]
    assert kept["paper"] == "#101010"


def test_dark_alone_can_be_named() -> None:
    made = brand({"brand": "#ffcc00"})
    assert made["light"] == DEFAULT["light"]
    assert (made["dark"]["brand"], made["dark"]["on_brand"]) == ("#ffcc00", "#241d00")
