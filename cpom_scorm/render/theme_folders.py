"""Where a course's templates, styles and theme values come from: folders, first hit wins.

The course's own `templates` first, then the themes that the builder names, then the themes that those extend,
and the default theme last.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from cpom_scorm.course.media import file_below
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.render import findings
from cpom_scorm.render.theme_file import THEME_FILE, ThemeFile, read_theme_file
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpom_scorm.rule import Rule

OWN_STYLES = "assets/theme.css"
"""A theme's own styles, added last, so that they win within their layer; the default theme has none."""
DEFAULT = "default"
_SHIPPED = "themes"


@dataclass(frozen=True, slots=True)
class ThemeFolders:
    """The folders of one course, and what is wrong with them."""

    files: tuple[ThemeFile, ...]
    """What each folder says, in the order in which they are asked; the default theme is last."""
    looked_for: tuple[Path, ...]
    """Every folder that was named, missing ones included: what changes there changes the course."""
    diagnostics: tuple[Diagnostic, ...]


def default_theme_dir() -> Path:
    """Give the folder of the default theme: inside the installed package, or beside it in a checkout."""
    packaged = resources.files("cpom_scorm") / "templates"
    if packaged.is_dir():
        return Path(str(packaged))
    return Path(__file__).parents[2] / "templates"


def shipped_themes() -> dict[str, Path]:
    """Give the folders of all themes that come with the program, by name."""
    folders = sorted((default_theme_dir() / _SHIPPED).iterdir())
    return {DEFAULT: default_theme_dir(), **{folder.name: folder for folder in folders if folder.is_dir()}}


def theme_folder(written: str, home: Path | None = None) -> Path:
    """Give the folder that a theme's name or path means; paths start at `home`. It need not exist.

    A folder beside `home` that has the name of a shipped theme is meant by `./name`.
    """
    return shipped_themes().get(written) or Path(os.path.normpath((home or Path()) / written))


def theme_folders(course_root: Path | None, named: Sequence[Path] = ()) -> ThemeFolders:
    """Put the folders in order: the course's `templates`, those named, what these extend, the default."""
    return _Finder(course_root).find(named)


class _Finder:
    def __init__(self, course_root: Path | None) -> None:
        self.course_root = course_root
        self.read: dict[Path, ThemeFile] = {}
        self.looked_for: list[Path] = []
        self.found: list[Diagnostic] = []

    def find(self, named: Sequence[Path]) -> ThemeFolders:
        default = default_theme_dir()
        first = [folder for folder in named if self._open(folder, Span(folder.as_posix()))]
        parents = [parent for folder in first for parent in self._parents(folder, None)]
        own = self._own()
        if own:
            first.insert(0, own)
            parents = [*self._parents(own, self.course_root), *parents]
        self._open(default, Span(default.as_posix()))
        # A theme that several extend stands behind all of them.
        behind = reversed(dict.fromkeys(reversed(parents)))
        order = (*first, *(each for each in behind if each not in first))
        files = [self.read[each] for each in dict.fromkeys(order) if each != default]
        found = [*self.found, *(one for file in self.read.values() for one in file.diagnostics)]
        return ThemeFolders((*files, self.read[default]), tuple(self.looked_for), tuple(found))

    def _own(self) -> Path | None:
        """Read the course's own folder, if it has one. Nothing in it may lead out of the course (SEC-09)."""
        root = self.course_root
        own = root / "templates" if root else None
        if root is None or own is None or not own.is_dir():
            return None
        for path in (own, *sorted(own.rglob("*"))):
            if path.is_symlink() and not _is_below(path, root):
                message = f'"{path.relative_to(root).as_posix()}" is a link out of the course folder'
                self._tell(
                    findings.THEME_OUTSIDE, message, Span(path.as_posix()), "copy the file here instead"
                )
        return own if self._open(own, Span(own.as_posix()), is_own=True) else None

    def _parents(self, folder: Path, home: Path | None) -> Iterator[Path]:
        """Follow `extends` from theme to theme. Given a `home`, it may not lead out of that (SEC-09)."""
        above = [folder]
        while extends := self.read[above[-1]].extends:
            span = self.read[above[-1]].tree.span(("extends",))
            parent = theme_folder(extends, above[-1])
            if os.path.realpath(parent) in [os.path.realpath(each) for each in above]:
                circle = " > ".join(each.as_posix() for each in (*above, parent))
                message = f'"{extends}" extends a theme that extends it: {circle}'
                self._tell(findings.THEME_CIRCLE, message, span, "take extends out of one of them")
                return
            if home and extends not in shipped_themes() and not _is_below(parent, home):
                message = f'"{extends}" leads out of the course folder'
                remedy = "copy the theme into the course folder, or name it with --theme"
                self._tell(findings.THEME_OUTSIDE, message, span, remedy)
                return
            if not self._open(parent, span, extends):
                return
            above.append(parent)
            yield parent

    def _open(self, folder: Path, span: Span, written: str = "", *, is_own: bool = False) -> bool:
        """Read what a folder says. False where it cannot be used, which is told."""
        if folder in self.read:
            return True
        self.looked_for.append(folder)
        name = written or folder.as_posix()
        try:
            os.scandir(folder).close()
            read = read_theme_file(folder)
        except FileNotFoundError:
            remedy = f"name a folder, or a theme that is shipped: {', '.join(shipped_themes())}"
            self._tell(findings.THEME_MISSING, f'there is no theme "{name}"', span, remedy)
            return False
        except OSError as refusal:
            message = f'the theme "{name}" cannot be read: {(refusal.strerror or "unknown reason").lower()}'
            self._tell(findings.THEME_MISSING, message, span, "name a folder, and check who may read it")
            return False
        if not is_own and not _holds_a_theme(folder):
            message = (
                f'"{name}" holds no theme: no {THEME_FILE}, and no template or style sheet by a name we know'
            )
            self._tell(findings.THEME_MISSING, message, span, "name the folder that holds them")
            return False
        self.read[folder] = read
        return True

    def _tell(self, rule: Rule, message: str, span: Span, remedy: str) -> None:
        self.found.append(Diagnostic(rule, message, span, remedy))


def _is_below(path: Path, home: Path) -> bool:
    return file_below(home, Path(os.path.relpath(path, home)).as_posix()) is not None


def _holds_a_theme(folder: Path) -> bool:
    default = default_theme_dir()
    known = (path.relative_to(default).as_posix() for path in default.rglob("*.*"))
    return any((folder / name).is_file() for name in (OWN_STYLES, *known))
