"""Where templates come from, the theme's own values, and the Jinja environment (SEC-07)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
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
from cpom_scorm.render.theme_contrast import all_colors, weak_contrast
from cpom_scorm.render.theme_folders import theme_folders
from cpom_scorm.source import SourceText, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpom_scorm.rule import Rule


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
    """The theme of a course, and what is wrong with the folders and values that it is made of."""

    theme: Theme
    diagnostics: tuple[Diagnostic, ...] = ()


def load_theme(course_root: Path | None = None, named: Sequence[Path] = ()) -> ThemeResult:
    """Give the theme that a course is built with: its own templates, the themes named, the default one."""
    found = theme_folders(course_root, named)
    layers = tuple(reversed(found.files))
    texts = {name: text for file in layers for name, text in file.texts.items()}
    colors = all_colors([file.colors for file in layers])
    theme = Theme(tuple(file.folder for file in found.files), colors, **texts)
    return ThemeResult(theme, (*found.diagnostics, *weak_contrast(layers)))


def _place(problem: Exception, folders: tuple[Path, ...], template: str) -> tuple[str, int | None]:
    """Find the innermost template line that the failure passed through."""
    name, line = template, None
    step = problem.__traceback__
    while step:
        file = Path(step.tb_frame.f_code.co_filename)
        folder = next((folder for folder in folders if file.is_relative_to(folder)), None)
        if folder:
            name, line = file.relative_to(folder).as_posix(), step.tb_lineno
        step = step.tb_next
    return name, line
