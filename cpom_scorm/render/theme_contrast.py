"""Which colors of a theme are too much alike (A11Y-09), where that was decided, and what would do instead."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.render import findings
from cpom_scorm.render.brand import complete, follows
from cpom_scorm.render.colors import MODES, distance, mix, palette, sources, weak_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cpom_scorm.render.theme_file import ThemeFile

Named: TypeAlias = "Mapping[str, Mapping[str, str]]"
"""What one theme names: `light` and `dark`, color name to `#rrggbb`."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """A color as a theme names it: the one to change."""

    layer: int
    """Which theme: 0 is the default one."""
    mode: str
    name: str


class _Pair(NamedTuple):
    """Two colors that are too much alike."""

    mode: str
    color: str
    ground: str
    contrast: float
    needed: float


def all_colors(layers: Sequence[Named]) -> dict[str, dict[str, str]]:
    """Give the colors, light and dark, of a theme on top of its parents; the default theme comes first."""
    colors: dict[str, dict[str, str]] = {mode: {} for mode in MODES}
    for named in layers:
        colors = complete(colors, named)
    return colors


def weak_contrast(files: Sequence[ThemeFile]) -> Iterator[Diagnostic]:
    """Give a finding for each color that makes pairs too much alike. The default theme's file comes first."""
    layers = [file.colors for file in files]
    for choice, pairs in _weak(layers).items():
        span = files[choice.layer].tree.span(("colors", choice.mode, choice.name))
        yield Diagnostic(findings.THEME_CONTRAST, _message(layers, pairs), span, _remedy(layers, choice))


def _weak(layers: Sequence[Named]) -> dict[_Choice, list[_Pair]]:
    """Give the pairs that are too much alike by the color to change for them."""
    weak: dict[_Choice, list[_Pair]] = {}
    for mode, colors in all_colors(layers).items():
        for color, ground, contrast, needed in weak_pairs(palette(colors, mode)):
            pair = _Pair(mode, color, ground, contrast, needed)
            weak.setdefault(_choice(layers, pair), []).append(pair)
    return weak


def _message(layers: Sequence[Named], pairs: Sequence[_Pair]) -> str:
    mode, color, ground, contrast, needed = min(pairs, key=lambda pair: pair.contrast / pair.needed)
    shades = palette(all_colors(layers)[mode], mode)
    told = (
        f'"{color}" ({shades[color]}) on "{ground}" ({shades[ground]}) has a contrast of '
        f"{floor(contrast * 10) / 10:g} to 1 in {mode}, not {needed:g}"
    )
    others = {1: "", 2: ", and one more pair is too much alike"}
    return told + others.get(len(pairs), f", and {len(pairs) - 1} more pairs are too much alike")


def _choice(layers: Sequence[Named], pair: _Pair) -> _Choice:
    """Find what to change for a pair: what the foremost theme names, rather than what follows from that."""
    found = [_decided(layers, pair.mode, name) for name in (*sources(pair.color), *sources(pair.ground))]
    _, choice = max(found, key=lambda each: (each[1].layer, each[0]))
    return choice


def _decided(layers: Sequence[Named], mode: str, name: str) -> tuple[bool, _Choice]:
    """Find where a color is decided, and whether it is named there itself."""
    return next(
        ((other_mode, other) == (mode, name), _Choice(layer, other_mode, other))
        for layer in range(len(layers) - 1, -1, -1)
        for other_mode, other in ((mode, name), *follows(mode, name))
        if other in layers[layer][other_mode]
    )


def _remedy(layers: Sequence[Named], choice: _Choice) -> str:
    color = layers[choice.layer][choice.mode][choice.name]
    passing = [found for end in ("#000000", "#ffffff") if (found := _passing(layers, choice, color, end))]
    if not passing:
        return "make the darker one darker, or the lighter one lighter"
    nearest = min(passing, key=lambda other: distance(color, other))
    return f'write {choice.name}: "{nearest}", the nearest color that passes everywhere'


def _passing(layers: Sequence[Named], choice: _Choice, color: str, end: str) -> str | None:
    """Give the first color on the way to black or white that leaves no pair weak for which it is to blame."""
    named = layers[choice.layer]
    for percent in range(99, -1, -1):
        other = mix(color, percent, end)
        changed = {**named, choice.mode: {**named[choice.mode], choice.name: other}}
        tried = [*layers[: choice.layer], changed, *layers[choice.layer + 1 :]]
        if choice not in _weak(tried):
            return other
    return None
