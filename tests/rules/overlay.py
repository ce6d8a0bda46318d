"""Folders that show only what differs from something right: the form of all rule fixtures (see README.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cpom_scorm.diagnostics import Diagnostic

_CONTROL = frozenset(
    {
        "edition.txt",
        "delete.txt",
        "replace.txt",
        "archive.txt",
        "expected.txt",
        "strict.txt",
        "grow.txt",
        "profile.txt",
    }
)


@dataclass(frozen=True)
class Overlay:
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
    def expected(self) -> str:
        return (self.path / "expected.txt").read_text("utf-8") if not self.is_valid else ""

    def changed(self, base: Mapping[str, bytes]) -> dict[str, bytes]:
        """Give the base minus deletions, with replacements, plus the folder's own files."""
        files = dict(base)
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
            name, *lines = hunk.strip().split("\n")
            assert all(line[:2] in ("- ", "+ ", "+") for line in lines), f"{self.name}: {hunk}"
            old = "\n".join(line[2:] for line in lines if line.startswith("-"))
            new = "\n".join(line[2:] for line in lines if line.startswith("+"))
            result.append((name, old, new))
        return result


def as_line(found: Diagnostic) -> str:
    """Write a finding as `expected.txt` has it."""
    span = found.span
    where = ""
    if span is not None:
        where = ":".join(str(part) for part in (span.file, span.line, span.column) if part is not None)
    return f"{found.rule.id} {found.severity} {where} {found.message}"
