"""The style sheet. If these fail, a rule is lost on the way, or a brand cannot change a color."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.render.colors import MODES, palette
from cpom_scorm.render.styles import FILES, KINDS_OF_FILE, stylesheet, theme_layer
from cpom_scorm.render.theme import load_theme
from tests.questions import example_questions, form_of

if TYPE_CHECKING:
    from pathlib import Path

THEME = load_theme().theme


def test_the_style_sheet_keeps_its_budgets() -> None:
    """PERF-01: 32 kB with the kinds of the neutral course, 10 kB packed with all that there are."""
    assert len(stylesheet(THEME, frozenset(("text", "choice")))) <= 32_000
    assert len(gzip.compress(stylesheet(THEME), 9)) <= 10_000


@pytest.mark.parametrize("kind", example_questions())
def test_a_course_gets_every_rule_that_its_questions_need(kind: str) -> None:
    """PERF-01: and no file for the kinds that it does not have."""
    every, own = (
        set(re.findall(r"\.([a-z-]+)", stylesheet(THEME, kinds).decode()))
        for kinds in (None, frozenset((kind,)))
    )
    named = re.findall(r'class="([^"]+)"', form_of(example_questions()[kind]))
    assert set() == (every - own) & set(" ".join(named).split())
    assert (kind in KINDS_OF_FILE["arranging"]) == ("sorts" in own)


def test_the_style_sheet_is_ascii_whatever_a_theme_holds() -> None:
    """A server may send it with any charset."""
    assert stylesheet(THEME).isascii()


def test_layers_are_ordered_before_any_rule() -> None:
    """Forced colors and print always win over a brand."""
    assert stylesheet(THEME).startswith(b"@layer tokens,theme,base,shell,parts,blocks,modes;")


def test_derived_colors_are_plain_hex() -> None:
    """Browsers without color-mix show them as well, and checks see the real colors."""
    sheet = stylesheet(THEME).decode()
    assert "color-mix" not in sheet
    values = dict(re.findall(r"--([a-z0-9-]+):\s*([^;]+);", theme_layer(THEME)))
    assert {"muted", "line", "edge", "tint", "tint-2", "good-wash", "bad-rim", "halo"} <= set(values)


def dark_values(layer: str, selector: str) -> dict[str, str]:
    """Give the values that a part of the theme's layer sets for dark."""
    part = layer.partition(f"{selector} {{")[2].partition("}")[0]
    return dict(re.findall(r"--([a-z0-9-]+):\s*([^;]+);", part))


def test_dark_is_the_same_whether_the_system_or_the_learner_wants_it() -> None:
    layer = theme_layer(THEME)
    by_system = dark_values(layer, ":root:not([data-scheme=light])")
    assert by_system == dark_values(layer, ":root[data-scheme=dark]")
    day, night = (palette(THEME.colors[mode], mode) for mode in MODES)
    wanted = {name.replace("_", "-"): color for name, color in night.items() if day[name] != color}
    assert wanted == by_system
    assert len(wanted) > 20


def test_dark_is_for_screens_alone() -> None:
    """A11Y-07: paper is always light."""
    layer = theme_layer(THEME)
    outside = re.sub(
        r"@media screen( and \(prefers-color-scheme: dark\))? \{.*?\}\s*\}", "", layer, flags=re.DOTALL
    )
    assert layer.count("@media") == 2
    assert layer.count("@media screen") == 2
    assert "data-scheme" not in outside
    assert THEME.colors["dark"]["ink"] not in outside


def test_every_custom_property_that_is_used_is_given() -> None:
    sheet = stylesheet(THEME).decode()
    used = set(re.findall(r"var\(--([a-z0-9-]+)\)", sheet))
    given = set(re.findall(r"--([a-z0-9-]+):", sheet))
    assert used <= given


def test_no_rule_loads_anything() -> None:
    """CSP-04: no font, no picture, no other style sheet."""
    assert not re.search(rb"url\(|@import|@font-face|expression\(", stylesheet(THEME))


def test_the_minifier_keeps_the_space_before_a_pseudo_class() -> None:
    """`.gap :is(select)` without its space would be another selector."""
    sheet = stylesheet(THEME).decode()
    assert ".gap *:is(.words,select)" in sheet
    for name in FILES:
        source = (THEME.folders[-1] / "assets" / f"{name}.css").read_text("utf-8")
        for before, pseudo in re.findall(r"([.\w\])-]+) (::?[a-z-]+)[^;{]*\{", source):
            assert f"{before}{pseudo}" not in sheet, f"{name}.css: {before} {pseudo}"


def test_debug_keeps_the_text_readable() -> None:
    sheet = stylesheet(THEME, debug=True).decode()
    assert "\n  .btn.primary {\n" in sheet


def test_braces_are_balanced_after_minifying() -> None:
    sheet = stylesheet(THEME).decode()
    assert sheet.count("{") == sheet.count("}") > 100


@pytest.fixture
def branded(tmp_path: Path) -> Path:
    (tmp_path / "templates" / "assets").mkdir(parents=True)
    theme = 'colors:\n  light: {brand: "#5B2A6E"}\nradius: 1rem\n'
    (tmp_path / "templates" / "theme.yaml").write_text(theme, "utf-8")
    (tmp_path / "templates" / "assets" / "theme.css").write_text('.own::before { content: "→"; }', "utf-8")
    return tmp_path


def test_a_brand_changes_what_it_names_and_what_derives_from_it(branded: Path) -> None:
    result = load_theme(branded)
    sheet = stylesheet(result.theme).decode()
    assert result.diagnostics == ()
    assert "--brand:#5b2a6e" in sheet
    assert "--tint-2:#e8e1eb" in sheet
    assert sheet.count("--hero:#5b2a6e") == 1
    assert "--hero:#3c224c" in sheet
    assert "--accent:#e8a13c" in sheet
    assert "--radius:1rem" in sheet


def test_a_style_file_of_the_courses_own_comes_last(branded: Path) -> None:
    assert stylesheet(load_theme(branded).theme).endswith(b'.own::before{content:"\\002192"}\n')


def test_a_layer_goes_on_in_the_next_file_without_being_opened_again() -> None:
    """PERF-01; the rules and their order are those of the files."""
    small, whole = stylesheet(THEME).decode(), stylesheet(THEME, debug=True).decode()
    opened = re.findall(r"@layer (\w+) ?\{", small)
    assert len(opened) == len(set(opened))
    assert opened == list(dict.fromkeys(re.findall(r"@layer (\w+) ?\{", whole)))
    assert small.count("{") == small.count("}")


def test_numbers_below_one_are_written_without_their_zero() -> None:
    assert re.findall(r"[: (,]0\.\d", stylesheet(THEME).decode()) == []
