"""Where templates come from, the theme's own values, and the Jinja environment (SEC-07)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.render import findings
from cpom_scorm.render.colors import NAMES, is_color, mix, palette, weak_pairs
from cpom_scorm.source import SourceText, Span
from cpom_scorm.yaml_source import read_yaml_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpom_scorm.rule import Rule
    from cpom_scorm.source import DataPath, SourceTree

_TEXTS = ("name", "font_text", "font_display", "radius")
_MODES = ("light", "dark")
_HERO_AT_NIGHT = 60
"""Per cent of the day's cover color in the night's."""
_ENDS_RULE = re.compile(r"[;{}<>\\]|/\*|url\s*\(", re.IGNORECASE)


class TemplateFault(Exception):  # noqa: N818 - carries a finding, is no failure of ours
    """A template cannot be used; `diagnostic` says where and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(frozen=True)
class Theme:
    """The folders that a course's pages are made from, and the values that give them color and voice."""

    folders: tuple[Path, ...]
    """Where templates and styles are looked for, first hit wins; the default theme is last."""
    colors: Mapping[str, Mapping[str, str]]
    """`light` and `dark`: color name to `#rrggbb`."""
    font_text: str
    font_display: str
    radius: str

    @cached_property
    def environment(self) -> SandboxedEnvironment:
        """The build's one Jinja environment; the default theme is there again under `default/`."""
        default = FileSystemLoader(self.folders[-1])
        loaders = [FileSystemLoader(folder) for folder in self.folders[:-1]]
        return SandboxedEnvironment(
            loader=ChoiceLoader([*loaders, default, PrefixLoader({"default": default})]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )

    def render(self, template: str, names: Mapping[str, Any]) -> Markup:
        """Fill in a template with exactly these names. Raises `TemplateFault`."""
        try:
            return Markup(self.environment.get_template(template).render(names))  # noqa: S704 - autoescaped
        except TemplateSyntaxError as problem:
            message = f'the template "{problem.name}" cannot be read: {problem.message}'
            raise self._fault(findings.TEMPLATE_SYNTAX, problem.name, problem.lineno, message) from problem
        except TemplateNotFound as problem:
            message = f'no template is called "{problem.name}"'
            raise self._fault(findings.TEMPLATE_NAME, template, None, message) from problem
        except Exception as problem:
            is_name = isinstance(problem, UndefinedError)
            name, line = _place(problem, self.folders, template)
            message = f'the template "{name}" cannot be filled in: {problem}'
            found = findings.TEMPLATE_NAME if is_name else findings.TEMPLATE_FAILED
            raise self._fault(found, name, line, message) from problem

    def file(self, name: str) -> Path | None:
        """Give the first file of that name in the theme's folders."""
        return next((folder / name for folder in self.folders if (folder / name).is_file()), None)

    def _fault(self, rule: Rule, template: str | None, line: int | None, message: str) -> TemplateFault:
        file = self.file((template or "").removeprefix("default/"))
        source = SourceText(str(file), file.read_text("utf-8", "replace")) if file else None
        span = Span(str(file or template), line, source=source)
        return TemplateFault(Diagnostic(rule, message, span, "compare with the default template"))


@dataclass(frozen=True, slots=True)
class ThemeResult:
    """The theme of a course, and what is wrong with its own `theme.yaml`."""

    theme: Theme
    diagnostics: tuple[Diagnostic, ...] = ()


def default_theme_dir() -> Path:
    """Give the folder of the default theme: inside the installed package, or beside it in a checkout."""
    packaged = resources.files("cpom_scorm") / "templates"
    if packaged.is_dir():
        return Path(str(packaged))
    return Path(__file__).parents[2] / "templates"


def load_theme(course_root: Path | None = None) -> ThemeResult:
    """Give the default theme with what the course's `templates` folder puts in its place."""
    default = default_theme_dir()
    own = course_root / "templates" if course_root else None
    folders = (own, default) if own and own.is_dir() else (default,)
    values: dict[str, Any] = {}
    found: list[Diagnostic] = []
    for folder in reversed(folders):
        file = folder / "theme.yaml"
        if file.is_file():
            name = file.relative_to(course_root).as_posix() if own == folder and course_root else file.name
            result = read_yaml_file(file, name)
            found += result.diagnostics
            if result.tree:
                found += _merge(values, result.tree)
                _follow_brand(values, result.tree.data)
                found += _weak_contrast(values, result.tree)
    colors = {mode: values[mode] for mode in _MODES}
    theme = Theme(folders, colors, values["font_text"], values["font_display"], values["radius"])
    return ThemeResult(theme, tuple(found))


def _merge(values: dict[str, Any], tree: SourceTree) -> Iterator[Diagnostic]:
    """Take over what is well formed; yield findings about the rest."""
    data = tree.data if isinstance(tree.data, dict) else {}
    for name, value in data.items():
        if name == "colors" and isinstance(value, dict):
            yield from _merge_colors(values, tree, value)
        elif name in _TEXTS and isinstance(value, str) and not _ENDS_RULE.search(value):
            values[name] = value
        else:
            known = ", ".join((*_TEXTS, "colors"))
            yield _wrong(
                tree, (name,), f'"{name}" is not a value of a theme as written', f"use one of: {known}"
            )


def _merge_colors(values: dict[str, Any], tree: SourceTree, modes: Mapping[str, Any]) -> Iterator[Diagnostic]:
    for mode, colors in modes.items():
        if mode not in _MODES or not isinstance(colors, dict):
            yield _wrong(tree, ("colors", mode), f'"{mode}" is not a mode', "use light and dark")
            continue
        kept = values.setdefault(mode, {})
        for name, color in colors.items():
            path = ("colors", mode, name)
            if name not in NAMES:
                yield _wrong(
                    tree, path, f'"{name}" is not a color of a theme', f"use one of: {', '.join(NAMES)}"
                )
            elif not isinstance(color, str) or not is_color(color):
                yield _wrong(tree, path, f'"{color}" is not a color', 'write it as "#0f4c5c", in quotes')
            else:
                kept[name] = color.lower()


def _follow_brand(values: dict[str, Any], data: Any) -> None:
    """Let the cover take a new brand's color where the theme names none for it."""
    named = {mode: _colors_named(data, mode) for mode in _MODES}
    if "brand" not in named["light"] or "hero" in named["light"]:
        return
    light, dark = (values[mode] for mode in _MODES)
    light |= {"hero": light["brand"], "on_hero": light["on_brand"]}
    if "hero" not in named["dark"]:
        dark |= {"hero": mix(light["hero"], _HERO_AT_NIGHT, dark["paper"]), "on_hero": light["on_hero"]}


def _colors_named(data: Any, mode: str) -> set[str]:
    colors = data.get("colors") if isinstance(data, dict) else None
    named = colors.get(mode) if isinstance(colors, dict) else None
    if not isinstance(named, dict):
        return set()
    return {name for name, color in named.items() if isinstance(color, str) and is_color(color)}


def _weak_contrast(values: Mapping[str, Any], tree: SourceTree) -> Iterator[Diagnostic]:
    for mode in _MODES:
        for color, ground, contrast, needed in weak_pairs(palette(values[mode], mode)):
            message = (
                f'"{color}" on "{ground}" has a contrast of {contrast:.1f} to 1 in {mode}, not {needed:g}'
            )
            span = tree.span(("colors", mode, color if color in NAMES else ground))
            yield Diagnostic(
                findings.THEME_CONTRAST, message, span, "make the two colors differ more in brightness"
            )


def _wrong(tree: SourceTree, path: DataPath, message: str, remedy: str) -> Diagnostic:
    return Diagnostic(findings.THEME_VALUE, message, tree.span(path), remedy)


def _place(problem: Exception, folders: tuple[Path, ...], template: str) -> tuple[str, int | None]:
    """Find the innermost template line that the failure passed through."""
    name, line = template, None
    step = problem.__traceback__
    while step:
        file = Path(step.tb_frame.f_code.co_filename)
        for folder in folders:
            if file.is_relative_to(folder):
                name, line = file.relative_to(folder).as_posix(), step.tb_lineno
        step = step.tb_next
    return name, line
