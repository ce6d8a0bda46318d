"""`theme.yaml`: the values that give a theme its color and voice, taken over where they are well formed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.render import findings
from cpom_scorm.render.colors import MODES, NAMES, is_color
from cpom_scorm.source import SourceText, SourceTree, Span
from cpom_scorm.yaml_source import read_yaml_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cpom_scorm.source import DataPath

THEME_FILE = "theme.yaml"
THEME_KEYS = ("name", "extends", "colors", "font_text", "font_display", "radius")
_FAMILY = r"""(?:"[^"'\\;{}<>]+"|'[^"'\\;{}<>]+'|-?[A-Za-z][A-Za-z0-9 -]*)"""
_FONTS = re.compile(rf"\s*{_FAMILY}(?:\s*,\s*{_FAMILY})*\s*")
_LENGTH = re.compile(r"(?:\d+|\d*\.\d+)(?:rem|em|px)")
_AS_COLOR = 'write it as "#0f4c5c", in quotes'
_FORMS = {
    "font_text": (
        _FONTS,
        "a list of fonts",
        """write names with commas between, such as '"Segoe UI", sans-serif'""",
    ),
    "font_display": (
        _FONTS,
        "a list of fonts",
        """write names with commas between, such as 'Georgia, serif'""",
    ),
    "radius": (
        _LENGTH,
        "a length",
        "write a number and rem, em or px, such as .5rem; 0rem for square corners",
    ),
}


@dataclass(frozen=True)
class ThemeFile:
    """What one folder says about colors and voice; nothing where it has no `theme.yaml`."""

    folder: Path
    tree: SourceTree
    colors: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: {mode: {} for mode in MODES})
    """`light` and `dark`: color name to `#rrggbb`, those that are named here."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """`font_text`, `font_display` and `radius`, those that are named here."""
    extends: str | None = None
    """The theme that stands behind this one, as written."""
    diagnostics: tuple[Diagnostic, ...] = ()


def read_theme_file(folder: Path) -> ThemeFile:
    """Read the values of a folder. Raises OSError when there is a file that cannot be read."""
    file = folder / THEME_FILE
    nothing = SourceTree(None, {}, {}, {}, SourceText(file.as_posix(), ""))
    try:
        result = read_yaml_file(file, file.as_posix())
    except FileNotFoundError:
        return ThemeFile(folder, nothing)
    if result.tree is None:
        return ThemeFile(folder, nothing, diagnostics=result.diagnostics)
    reader = _Reader(result.tree)
    reader.read()
    found = (*result.diagnostics, *reader.found)
    return ThemeFile(folder, result.tree, reader.colors, reader.texts, reader.extends, found)


class _Reader:
    def __init__(self, tree: SourceTree) -> None:
        self.tree = tree
        self.colors: dict[str, dict[str, str]] = {mode: {} for mode in MODES}
        self.texts: dict[str, str] = {}
        self.extends: str | None = None
        self.found: list[Diagnostic] = []

    def read(self) -> None:
        data = {} if self.tree.data is None else self.tree.data
        if not isinstance(data, dict):
            self._wrong((), f"{THEME_FILE} is not a list of names and values", f"use {', '.join(THEME_KEYS)}")
            return
        for name, value in data.items():
            match name:
                case "colors" if isinstance(value, dict):
                    self._modes(value)
                case "extends" if isinstance(value, str) and value.strip() and value.isprintable():
                    self.extends = value
                case "name" if isinstance(value, str):
                    pass  # For people.
                case "font_text" | "font_display" | "radius":
                    self._text(name, value)
                case "colors" | "extends" | "name":
                    form = "light and dark below it" if name == "colors" else "a text"
                    self._wrong((name,), f'"{name}" has {_shown(value)}, expected {form}', f"give {form}")
                case _:
                    self._unknown((name,), "a value of a theme", THEME_KEYS)

    def _text(self, name: str, value: Any) -> None:
        form, what, remedy = _FORMS[name]
        if isinstance(value, str) and form.fullmatch(value):
            self.texts[name] = " ".join(value.split())
        else:
            self._wrong((name,), f"{_shown(value)} is not {what}", remedy)

    def _modes(self, modes: Mapping[str, Any]) -> None:
        for mode, colors in modes.items():
            if mode not in MODES or not isinstance(colors, dict):
                self._unknown(("colors", mode), "a mode with colors", MODES)
                continue
            for name, color in colors.items():
                path = ("colors", mode, name)
                if name not in NAMES:
                    self._unknown(path, "a color of a theme", NAMES)
                elif color is None:
                    self._wrong(
                        path, f'"{name}" has no color', f'{_AS_COLOR}: without them "#" begins a comment'
                    )
                elif not isinstance(color, str) or not is_color(color):
                    self._wrong(path, f"{_shown(color)} is not a color", _AS_COLOR)
                else:
                    self.colors[mode][name] = color.lower()

    def _unknown(self, path: DataPath, what: str, known: tuple[str, ...]) -> None:
        span = self.tree.key_span(path)
        self._tell(span, f'"{path[-1]}" is not {what}', f"use one of: {', '.join(known)}")

    def _wrong(self, path: DataPath, message: str, remedy: str) -> None:
        self._tell(self.tree.span(path), message, remedy)

    def _tell(self, span: Span, message: str, remedy: str) -> None:
        self.found.append(Diagnostic(findings.THEME_VALUE, message, span, remedy))


def _shown(value: Any) -> str:
    """Quote a value as it stands in the file, near enough."""
    if value is None:
        return "nothing"
    value = str(value).lower() if isinstance(value, bool) else value
    return f'"{value}"' if isinstance(value, str | int | float) else "a list or mapping"
