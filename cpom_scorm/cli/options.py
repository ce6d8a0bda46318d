"""Arguments and options that several commands share, and what they mean."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cpom_scorm.editions import EDITIONS, edition_named
from cpom_scorm.lms import LMSS, lms_named

if TYPE_CHECKING:
    from collections.abc import Callable

    Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_DEFAULT_COURSE = "course"
FINDINGS_FORMATS = ("text", "plain", "json", "sarif", "junit", "github")


def course_folder(ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """Refuse what cannot be a course folder. Whether it holds a course is for `check` to say."""
    if _is_folder(value):
        return value
    if _is_folder(value) is False:
        raise click.UsageError(f'"{value}" is a file: name the folder of the course', ctx)
    if value == _DEFAULT_COURSE:
        remedy = f'name the folder of your course, or make one with "cpom-scorm new {value}"'
        raise click.UsageError(f'there is no folder "{value}" here: {remedy}', ctx)
    raise click.UsageError(f'there is no folder "{value}"', ctx)


def package_path(ctx: click.Context, _param: click.Parameter, value: str | tuple[str, ...]) -> Any:
    """Refuse what does not exist. Whether it is a package is for the use cases to say."""
    for path in (value,) if isinstance(value, str) else value:
        if _is_folder(path) is None:
            raise click.UsageError(f'there is no file or folder "{path}"', ctx)
    return value


def _is_folder(path: str) -> bool | None:
    """None where there is nothing, or nothing that we may look at."""
    try:
        return stat.S_ISDIR(Path(path).stat().st_mode) if path else None
    except (OSError, ValueError):
        return None


course_argument = click.argument("course", default=_DEFAULT_COURSE, required=False, callback=course_folder)
package_argument = click.argument("path", callback=package_path)
packages_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...", callback=package_path)


def _theme_folders(ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> tuple[Path, ...]:
    """Find the folder of each theme: a shipped one by its name, any other by its path."""
    if not value:
        return ()
    from cpom_scorm.render.theme_folders import shipped_themes, theme_folder

    folders = tuple(theme_folder(written) for written in value)
    for written, folder in zip(value, folders, strict=True):
        if not _is_folder(str(folder)):
            known = ", ".join(shipped_themes())
            raise click.UsageError(
                f'there is no theme "{written}": name its folder, or one that is shipped: {known}', ctx
            )
    return folders


theme_option = click.option(
    "--theme",
    "themes",
    multiple=True,
    metavar="THEME",
    callback=_theme_folders,
    help="Build with this theme: a folder, or the name of a shipped one. The first of several wins.",
)


def judgement_options(function: Decorated) -> Decorated:
    """Add --strict and --quiet."""
    for option in (
        click.option("-q", "--quiet", is_flag=True, help="Print findings only."),
        click.option("--strict", is_flag=True, help="Apply the stricter severities of the rules."),
    ):
        function = option(function)
    return function


def edition_option(verb: str) -> Callable[[Decorated], Decorated]:
    """Add --edition, which gives the editions in the order in which they were named, all by default."""
    return click.option(
        "--edition",
        "editions",
        multiple=True,
        type=click.Choice([edition.id for edition in EDITIONS]),
        callback=lambda _ctx, _param, names: tuple(map(edition_named, dict.fromkeys(names))) or EDITIONS,
        help=f"{verb} this edition only; may be given several times. All by default.",
    )


profile_option = click.option(
    "--profile",
    "profiles",
    multiple=True,
    type=click.Choice([lms.name for lms in LMSS if lms.behaviours]),
    callback=lambda _ctx, _param, names: tuple(map(lms_named, dict.fromkeys(names))),
    help="Judge packages for this LMS; may be given several times.",
)


def format_option(function: Decorated) -> Decorated:
    """Add --format to a command that tells facts."""
    return _format_option("text", "json")(function)


def findings_format_option(function: Decorated) -> Decorated:
    """Add --format to a command that judges."""
    return _format_option(*FINDINGS_FORMATS)(function)


def _format_option(*forms: str) -> Callable[[Decorated], Decorated]:
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="How to print the result.",
    )
