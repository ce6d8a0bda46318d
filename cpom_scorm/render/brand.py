"""From the few colors that a brand names to all that a theme needs, in light and in dark."""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from typing import TypeAlias

from cpom_scorm.render.colors import channels, contrast, hex_color, mix, shade

Colors: TypeAlias = Mapping[str, str]
"""Color name to `#rrggbb`."""

_BLACK, _WHITE = "#000000", "#ffffff"
_GROUNDS = ("brand", "accent", "hero")
"""Colors that text stands on; that text is called `on_` and their name."""

_TEXT, _TEXT_AT_NIGHT, _GRAPHIC = 4.5, 6.5, 3.0
"""Least contrast of text on a color, of a derived brand at night, and of graphics."""
_WHITE_AT_NIGHT = 17.0
"""Least contrast of white on derived paper at night."""
_INK_AT_NIGHT = 16.0
"""Least contrast of derived ink at night on black."""
_MOST_VIVID = 0.7
"""Most saturation of a color that was lightened: fuller ones glare on dark."""


def complete(parent: Mapping[str, Colors], named: Mapping[str, Colors]) -> dict[str, dict[str, str]]:
    """Give all colors of a theme: those it names, those that follow from them, and else its parent's.

    What a theme names in light and leaves out in dark is derived, and so is text on a color that it names.
    """
    light = _by_day(parent["light"], named["light"])
    return {"light": light, "dark": _at_night(parent["dark"], named["dark"], light, named["light"].keys())}


def follows(mode: str, name: str) -> tuple[tuple[str, str], ...]:
    """Give what a color follows from where a theme leaves it out, nearest first: mode and name of each."""
    if (mode, name) == ("light", "on_hero"):
        return (("light", "hero"), ("light", "on_brand"), ("light", "brand"))
    if name.startswith("on_"):
        ground = name.removeprefix("on_")
        return ((mode, ground), *follows(mode, ground))
    if mode == "light":
        return (("light", "brand"),) if name == "hero" else ()
    return tuple(("light", source) for source in _NIGHT[name][0])


def text_on(ground: str) -> str:
    """Give white, or a near black with a hint of the ground, so that text stands out 4.5 to 1 at least."""
    if contrast(_WHITE, ground) >= _TEXT:
        return _WHITE
    hints = (mix(ground, percent, _BLACK) for percent in range(14, 0, -2))
    return next((text for text in hints if contrast(text, ground) >= _TEXT), _BLACK)


def _by_day(parent: Colors, named: Colors) -> dict[str, str]:
    follow = dict(named)
    if "brand" in named and "hero" not in named:
        # The cover takes a new brand's color.
        follow["hero"] = named["brand"]
        if "on_brand" in named:
            follow.setdefault("on_hero", named["on_brand"])
    return _with_texts({**parent, **follow}, follow.keys())


def _at_night(parent: Colors, named: Colors, day: Colors, by_day: AbstractSet[str]) -> dict[str, str]:
    night, changed = {**parent, **named}, set(named)
    for name, (named_by, derived) in _NIGHT.items():
        if name not in named and not by_day.isdisjoint(named_by):
            night[name] = derived(day, night)
            changed.add(name)
    return _with_texts(night, changed)


def _with_texts(colors: dict[str, str], changed: AbstractSet[str]) -> dict[str, str]:
    for ground in _GROUNDS:
        if ground in changed and f"on_{ground}" not in changed:
            colors[f"on_{ground}"] = text_on(colors[ground])
    return colors


def _deep(color: str) -> str:
    """Darken a color until it can be paper at night."""
    darker = (mix(color, percent, _BLACK) for percent in range(60, 0, -5))
    return next((paper for paper in darker if contrast(_WHITE, paper) >= _WHITE_AT_NIGHT), _BLACK)


@cache
def _bright(color: str) -> str:
    """Lighten a color until it can be ink at night."""
    return _lightened(color, lambda ink: contrast(ink, _BLACK) >= _INK_AT_NIGHT)


def _lightened(color: str, is_enough: Callable[[str], bool]) -> str:
    """Lighten a color, its hue kept, until it is enough; white where nothing is."""
    if is_enough(color):
        return color
    hue, light, vivid = colorsys.rgb_to_hls(*(channel / 255 for channel in channels(color)))
    for percent in range(round(light * 100) + 1, 100):
        parts = colorsys.hls_to_rgb(hue, percent / 100, min(vivid, _MOST_VIVID))
        lighter = hex_color(round(part * 255) for part in parts)
        if is_enough(lighter):
            return lighter
    return _WHITE


@cache
def _brand_at_night(by_day: str, paper: str, surface: str) -> str:
    def is_enough(brand: str) -> bool:
        grounds = paper, shade("tint_2", {"brand": brand, "surface": surface})
        return min(contrast(brand, ground) for ground in grounds) >= _TEXT_AT_NIGHT

    return _lightened(by_day, is_enough)


@cache
def _accent_at_night(by_day: str, hero: str) -> str:
    return _lightened(by_day, lambda accent: contrast(accent, hero) >= _GRAPHIC)


_NEUTRALS = ("ink", "paper", "surface")
_NIGHT: Mapping[str, tuple[tuple[str, ...], Callable[[Colors, Colors], str]]] = {
    "ink": (_NEUTRALS, lambda day, _: _bright(mix(day["paper"], 92, day["ink"]))),
    "paper": (_NEUTRALS, lambda day, _: _deep(day["ink"])),
    "surface": (_NEUTRALS, lambda _, night: mix(night["ink"], 4, night["paper"])),
    "hero": (("hero", "brand"), lambda day, night: mix(day["hero"], 60, night["paper"])),
    "brand": (
        ("brand",),
        lambda day, night: _brand_at_night(day["brand"], night["paper"], night["surface"]),
    ),
    "accent": (("accent",), lambda day, night: _accent_at_night(day["accent"], night["hero"])),
}
"""A color at night: the colors by day that it derives from, and how, in this order."""
