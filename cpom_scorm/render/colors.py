"""Colors of a theme: the shades derived from the few it names, as plain hex, and their contrast.

Written out at build time, so older browsers need no `color-mix` and checks see the real colors.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MODES = ("light", "dark")

NAMES = ("brand", "on_brand", "accent", "on_accent", "paper", "surface", "ink", "hero", "on_hero")
"""The colors that a theme names, for light and again for dark."""

MEANINGS: Mapping[str, Mapping[str, str]] = {
    "light": {"good": "#176439", "bad": "#ae2a1f", "warn": "#7d5000", "info": "#1d5797"},
    "dark": {"good": "#7ed19b", "bad": "#ff9f95", "warn": "#f0bf6e", "info": "#97c4fb"},
}
"""Meaning is not brand: no theme changes these."""

_DERIVED = {
    "muted": ("ink", 72, "paper"),
    "line": ("ink", 13, "surface"),
    "edge": ("ink", 56, "surface"),
    "tint": ("brand", 6, "surface"),
    "tint_2": ("brand", 14, "surface"),
    "brand_2": ("brand", 86, "ink"),
    "hero_2": ("on_hero", 26, "hero"),
    "halo": ("accent", 26, "tint_2"),
}
_WASH, _RIM = 7, 45

_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)

TEXT_PAIRS = (
    ("ink", "paper"),
    ("ink", "tint_2"),
    ("muted", "paper"),
    ("muted", "tint_2"),
    ("brand", "paper"),
    ("brand", "tint_2"),
    ("on_brand", "brand"),
    ("on_brand", "brand_2"),
    ("on_hero", "hero"),
    ("on_accent", "accent"),
    *((name, ground) for name in MEANINGS["light"] for ground in (f"{name}_wash", "paper")),
)
"""Text and what it stands on: at least 4.5 to 1 (WCAG 1.4.3)."""

CONTROL_PAIRS = (("edge", "surface"), ("edge", "paper"), ("accent", "hero"), ("brand", "surface"))
"""Edges of controls and graphics that carry meaning: at least 3 to 1 (WCAG 1.4.11)."""


def is_color(text: str) -> bool:
    """Whether the text is a color as themes write them: `#rgb` or `#rrggbb`."""
    return _HEX.fullmatch(text) is not None


@cache
def channels(color: str) -> tuple[int, int, int]:
    """Give red, green and blue of a color, 0 to 255 each."""
    digits = color.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[place : place + 2], 16) for place in (0, 2, 4))
    return red, green, blue


def hex_color(parts: Iterable[int]) -> str:
    """Write red, green and blue, 0 to 255 each, as `#rrggbb`."""
    return "#" + "".join(f"{part:02x}" for part in parts)


@cache
def mix(color: str, percent: int, ground: str) -> str:
    """Mix so much of the color into the ground, each sRGB channel by itself, rounded."""
    pairs = zip(channels(color), channels(ground), strict=True)
    return hex_color((a * percent + b * (100 - percent) + 50) // 100 for a, b in pairs)


def shade(name: str, colors: Mapping[str, str]) -> str:
    """Give a derived color, such as `tint_2`, from the two that it is a mix of."""
    color, percent, ground = _DERIVED[name]
    return mix(colors[color], percent, colors[ground])


def palette(named: Mapping[str, str], mode: str) -> dict[str, str]:
    """Give all colors of a mode (`light` or `dark`): the named, the fixed and the derived ones."""
    colors = {name: named[name] for name in NAMES} | dict(MEANINGS[mode])
    for name in _DERIVED:
        colors[name] = shade(name, colors)
    for name in MEANINGS[mode]:
        colors[f"{name}_wash"] = mix(colors[name], _WASH, colors["surface"])
        colors[f"{name}_rim"] = mix(colors[name], _RIM, colors["surface"])
    return colors


def sources(name: str) -> tuple[str, ...]:
    """Give the named colors that a color of a palette comes from, the one that weighs most first."""
    if name in NAMES:
        return (name,)
    if name in _DERIVED:
        color, _, ground = _DERIVED[name]
        return (*sources(color), *sources(ground))
    return ("surface",) if name.endswith(("_wash", "_rim")) else ()


def weak_pairs(colors: Mapping[str, str]) -> Iterator[tuple[str, str, float, float]]:
    """Give the pairs of a palette that are too much alike: color, ground, their contrast, what is needed."""
    for pairs, needed in ((TEXT_PAIRS, 4.5), (CONTROL_PAIRS, 3.0)):
        for color, ground in pairs:
            found = contrast(colors[color], colors[ground])
            if found < needed:
                yield color, ground, found, needed


def distance(first: str, second: str) -> int:
    """Tell how far two colors are from each other: 0 is the same."""
    return sum((a - b) ** 2 for a, b in zip(channels(first), channels(second), strict=True))


@cache
def contrast(first: str, second: str) -> float:
    """Compute the contrast ratio of two colors by WCAG's formula: 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@cache
def _luminance(color: str) -> float:
    linear = []
    for channel in channels(color):
        share = channel / 255
        linear.append(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
