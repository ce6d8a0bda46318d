"""Reads the folders of `tests/rules`: what each changes in a right package, and what must be found then."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cpom_scorm.editions import EDITIONS, edition_named
from tests.builders import base_files

if TYPE_CHECKING:
    from cpom_scorm.diagnostics import Diagnostic

FOLDER = Path(__file__).parent / "package"
_CONTROL = frozenset(
    {"edition.txt", "delete.txt", "replace.txt", "archive.txt", "expected.txt", "strict.txt"}
)


@dataclass(frozen=True)
class Fixture:
    """One folder: `<ID>` breaks a rule, `<ID>-valid` comes as near as possible without breaking any."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def rule_id(self) -> str:
        """`RES-004` of `RES-004`, `RES-004-valid` and `RES-004-second-case`."""
        found = re.match(r"[A-Z0-9]+-\d{3}", self.name)
        assert found, f"{self.name} does not begin with a rule id"
        return found[0]

    @property
    def is_valid(self) -> bool:
        return self.name.endswith("-valid")

    @property
    def is_strict(self) -> bool:
        return (self.path / "strict.txt").exists()

    @property
    def archive_builder(self) -> str | None:
        """Name of a builder in `tests/hostile_zips.py`, for faults that no folder can show."""
        return self._control("archive.txt")

    @property
    def expected(self) -> str:
        return (self.path / "expected.txt").read_text("utf-8") if not self.is_valid else ""

    def files(self) -> dict[str, bytes]:
        """Give the package: base, minus deletions, with replacements, plus the folder's own files."""
        edition = self._control("edition.txt")
        files = base_files(edition_named(edition) if edition else EDITIONS[-1])
        for name in (self._control("delete.txt") or "").splitlines():
            del files[name]
        for name, old, new in self._replacements():
            text = files[name].decode("utf-8")
            assert text.count(old) == 1, (
                f"{self.name}: {old!r} stands {text.count(old)} times in {name}:\n{text}"
            )
            files[name] = text.replace(old, new).encode("utf-8")
        for path in sorted(self.path.rglob("*")):
            name = path.relative_to(self.path).as_posix()
            if path.is_file() and name not in _CONTROL:
                files[name] = path.read_bytes()
        return files

    def _control(self, name: str) -> str | None:
        path = self.path / name
        return path.read_text("utf-8").strip() if path.exists() else None

    def _replacements(self) -> list[tuple[str, str, str]]:
        """Read `replace.txt`: a file's name, then lines with `-` and `+`; blank lines part the hunks."""
        hunks = (self._control("replace.txt") or "").split("\n\n")
        result = []
        for hunk in filter(None, hunks):
            name, *lines = hunk.strip().splitlines()
            assert all(line[:2] in ("- ", "+ ", "+") for line in lines), f"{self.name}: {hunk}"
            old = "\n".join(line[2:] for line in lines if line.startswith("-"))
            new = "\n".join(line[2:] for line in lines if line.startswith("+"))
            result.append((name, old, new))
        return result


def all_fixtures() -> list[Fixture]:
    """Give all fixtures by name."""
    return [Fixture(path) for path in sorted(FOLDER.iterdir()) if path.is_dir()]


def as_line(found: Diagnostic) -> str:
    """Write a finding as `expected.txt` has it."""
    span = found.span
    where = ""
    if span is not None:
        where = ":".join(str(part) for part in (span.file, span.line, span.column) if part is not None)
    return f"{found.rule.id} {found.severity} {where} {found.message}"
