"""`theme.yaml`. If these fail, a slip in a brand breaks the style sheet, or is passed over in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.render.theme import load_theme
from cpom_scorm.render.theme_file import read_theme_file

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.render.theme_file import ThemeFile


def read(folder: Path, text: str) -> ThemeFile:
    (folder / "theme.yaml").write_text(text, "utf-8")
    return read_theme_file(folder)


@pytest.mark.parametrize(
    ("line", "words", "column"),
    [
        ("colors: {light: {brand: teal}}", '"teal" is not a color', 25),
        ('colors: {light: {brand: "#12"}}', '"#12" is not a color', 25),
        ("colors: {light: {brand: 123456}}", '"123456" is not a color', 25),
        ("colors: {light: {brand: [a]}}", "a list or mapping is not a color", 25),
        ("colors: {light: {brand: }}", '"brand" has no color', 25),
        ("colors: {light: {good: '#fff'}}", '"good" is not a color of a theme', 18),
        ("colors: {dim: {}}", '"dim" is not a mode with colors', 10),
        ("colors: {light: blue}", '"light" is not a mode with colors', 10),
        ("colors: blue", '"colors" has "blue", expected light and dark below it', 9),
        ("radius: big", '"big" is not a length', 9),
        ("radius: true", '"true" is not a length', 9),
        ("radius: 5", '"5" is not a length', 9),
        ('radius: "1rem; } body { display: none"', '"1rem; } body { display: none" is not a length', 9),
        (
            'font_text: "x url(https://a.org)"',
            '"x url(https://a.org)" is not a list of fonts',
            12,
        ),
        ("font_text: 'one, \"two'", '"one, "two" is not a list of fonts', 12),
        ("font_display: one,, two", '"one,, two" is not a list of fonts', 15),
        ("font_display: }", None, None),
        ("shadow: none", '"shadow" is not a value of a theme', 1),
        ("extends: ", '"extends" has nothing, expected a text', 9),
        ('extends: "a\\0b"', None, None),
        ("name: [a]", '"name" has a list or mapping, expected a text', 7),
    ],
)
def test_a_value_that_would_break_the_styles_is_told(
    tmp_path: Path, line: str, words: str | None, column: int | None
) -> None:
    found = read(tmp_path, f"# A theme\n{line}\n")
    assert found.diagnostics
    assert (found.texts, found.extends) == ({}, None)
    assert found.colors == {"light": {}, "dark": {}}
    if words:
        (one,) = found.diagnostics
        assert one.span
        assert ("TPL-004", words, 2, column) == (one.rule.id, one.message, one.span.line, one.span.column)
        assert load_theme(None, [tmp_path]).theme.colors == load_theme().theme.colors


def test_a_color_without_quotes_is_a_comment_and_the_help_says_so(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "colors:\n  light:\n    brand: #463b8f\n").diagnostics
    assert found.message == '"brand" has no color'
    assert found.help == 'write it as "#0f4c5c", in quotes: without them "#" begins a comment'


@pytest.mark.parametrize("text", ["- one\n", "words\n", "7\n", "false\n"])
def test_a_file_that_is_no_list_of_values_is_told(tmp_path: Path, text: str) -> None:
    assert [found.rule.id for found in read(tmp_path, text).diagnostics] == ["TPL-004"]


def test_what_is_well_formed_is_taken_over_beside_what_is_not(tmp_path: Path) -> None:
    text = (
        'extends: ../house\nname: Clinic\ncolors:\n  light: {brand: "#FFF", ink: black}\n'
        "font_text: '\"Noto Sans\",\n  Arial , sans-serif'\nradius: .25rem\n"
    )
    found = read(tmp_path, text)
    assert [one.message for one in found.diagnostics] == ['"black" is not a color']
    assert found.colors == {"light": {"brand": "#fff"}, "dark": {}}
    assert found.texts == {"font_text": '"Noto Sans", Arial , sans-serif', "radius": ".25rem"}
    assert found.extends == "../house"


@pytest.mark.parametrize("text", [None, "", "# name: none\n"])
def test_no_file_and_an_empty_file_say_nothing(tmp_path: Path, text: str | None) -> None:
    found = read_theme_file(tmp_path) if text is None else read(tmp_path, text)
    assert ({"light": {}, "dark": {}}, {}, None, ()) == (
        found.colors,
        found.texts,
        found.extends,
        found.diagnostics,
    )


def test_yaml_that_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "name: one\ncolors: {light: \n").diagnostics
    assert found.rule.id.startswith("YML-")
