"""Findings about contrast. If these fail, people get colors they cannot read, or useless advice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpom_scorm.render.colors import MODES, hex_color, palette, weak_pairs
from cpom_scorm.render.theme import load_theme

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.diagnostics import Diagnostic

PROPOSAL = re.compile(r'write (\w+): "(#[0-9a-f]{6})", the nearest color that passes everywhere')


def findings(folder: Path, text: str, *behind: Path) -> tuple[Diagnostic, ...]:
    folder.mkdir(exist_ok=True)
    (folder / "theme.yaml").write_text(text, "utf-8")
    return load_theme(None, [folder, *behind]).diagnostics


def test_a_brand_that_people_cannot_read_is_told_with_number_need_and_place(tmp_path: Path) -> None:
    """A11Y-09: the contrast of every pair is computed, derived colors included."""
    (found,) = findings(tmp_path, 'colors:\n  light:\n    brand: "#7fb3c8"\n    hero: "#0f4c5c"\n')
    assert found.message == (
        '"brand" (#7fb3c8) on "tint_2" (#edf4f7) has a contrast of 2 to 1 in light, not 4.5, '
        "and 2 more pairs are too much alike"
    )
    assert found.help == 'write brand: "#4d6d7a", the nearest color that passes everywhere'
    assert found.span
    assert ("TPL-005", 3, 12) == (found.rule.id, found.span.line, found.span.column)


def test_a_pair_that_nearly_passes_is_not_rounded_up(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, 'colors:\n  light:\n    on_brand: "#a1b5bb"\n')
    assert "has a contrast of 4.4 to 1 in light, not 4.5" in found.message


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('colors:\n  light:\n    paper: "#cccccc"\n', 3),
        ('colors:\n  dark:\n    surface: "#777777"\n', 3),
        ('colors:\n  dark:\n    ink: "#666666"\n', 3),
        ('colors:\n  light:\n    brand: "#463b8f"\n    on_brand: "#888888"\n', 4),
        ('colors:\n  light:\n    brand: "#463b8f"\n    hero: "#cccccc"\n', 4),
        ('colors:\n  light:\n    accent: "#0f4c5c"\n', 3),
        ('colors:\n  light:\n    brand: "#ffcc00"\n', 3),
    ],
)
def test_the_color_that_is_proposed_passes(tmp_path: Path, text: str, line: int) -> None:
    (found,) = findings(tmp_path, text)
    assert found.span
    assert found.span.line == line
    proposed = PROPOSAL.fullmatch(found.help)
    assert proposed
    written = re.compile(rf'({proposed[1]}: )"#[0-9a-f]+"')
    assert written.search(text.splitlines()[line - 1])
    assert () == findings(tmp_path, written.sub(rf'\1"{proposed[2]}"', text))


def test_each_color_that_is_to_blame_is_told_once(tmp_path: Path) -> None:
    found = findings(tmp_path, 'colors:\n  light:\n    brand: "#7fb3c8"\n    paper: "#ccc"\n')
    assert [3, 4] == [one.span.line for one in found if one.span]


def test_the_theme_that_chose_is_told_not_one_behind_it(tmp_path: Path) -> None:
    findings(tmp_path / "house", 'colors: {light: {brand: "#463b8f"}}\n')
    (found,) = findings(tmp_path / "own", 'colors: {light: {paper: "#888"}}\n', tmp_path / "house")
    assert found.span
    assert found.span.file == (tmp_path / "own" / "theme.yaml").as_posix()
    assert '"edge" (#7b8488) on "paper" (#888)' in found.message


def test_a_weak_color_that_another_theme_replaces_is_not_told(tmp_path: Path) -> None:
    findings(tmp_path / "house", 'colors: {light: {brand: "#7fb3c8"}}\n')
    assert () == findings(tmp_path / "own", 'colors: {light: {brand: "#463b8f"}}\n', tmp_path / "house")


COLORS = st.tuples(*(st.integers(0, 255) for _ in range(3))).map(hex_color)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(("brand", "accent", "paper", "ink", "hero")), COLORS, max_size=3))
def test_whatever_is_named_there_are_findings_exactly_if_a_pair_is_weak(
    tmp_path: Path, named: dict[str, str]
) -> None:
    lines = "".join(f'    {name}: "{color}"\n' for name, color in named.items())
    found = findings(tmp_path, f"colors:\n  light:\n{lines}" if named else "")
    colors = load_theme(None, [tmp_path]).theme.colors
    assert bool(found) == any(list(weak_pairs(palette(colors[mode], mode))) for mode in MODES)


def test_the_default_theme_has_nothing_to_tell() -> None:
    assert load_theme().diagnostics == ()
