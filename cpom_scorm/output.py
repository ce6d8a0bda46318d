"""Files that appear whole under their names, all of them or none (BLD-10)."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from cpom_scorm.file_content import pieces

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cpom_scorm.file_content import FileContent


def write_all(files: Mapping[Path, FileContent]) -> None:
    """Write every file, or leave everything as it was: also when the disk is full or someone presses Ctrl+C.

    Missing folders are made. What stood under a name stays there until all the rest is on disk.
    Raises OSError, with the path that it is about, when a file cannot be written.
    """
    attempt = _Attempt()
    try:
        for path, data in files.items():
            attempt.prepare(path, data)
        for path in files:
            attempt.publish(path)
    except BaseException:
        attempt.undo()
        raise
    attempt.clear()


class _Attempt:
    """What has been done so far. Each step is noted before it is taken, so an interrupt loses none."""

    def __init__(self) -> None:
        self.folders: list[Path] = []
        self.scratch: list[Path] = []
        self.ready: dict[Path, Path] = {}
        self.replaced: list[tuple[Path, Path | None]] = []

    def prepare(self, path: Path, data: FileContent) -> None:
        """Write the data beside the place where it will stand."""
        try:
            self._make_folder(path.parent)
            if path.is_dir():
                raise IsADirectoryError(None, "a folder has this name")
            self.ready[path] = self._name_beside(path)
            _write(self.ready[path], data)
        except OSError as refusal:
            raise OSError(refusal.errno, refusal.strerror, str(path)) from refusal

    def publish(self, path: Path) -> None:
        """Put the data in its place; what was there before keeps a second name until `clear`."""
        before = None
        if path.exists():
            before = self._name_beside(path)
            try:
                before.hardlink_to(path)
            except OSError:
                shutil.copy2(path, before)
        self.replaced.append((path, before))
        self.ready[path].replace(path)

    def undo(self) -> None:
        """Leave everything as it was."""
        for path, before in reversed(self.replaced):
            with suppress(OSError):
                if before is None:
                    path.unlink(missing_ok=True)
                else:
                    before.replace(path)
        self.clear()
        for folder in reversed(self.folders):
            with suppress(OSError):
                folder.rmdir()

    def clear(self) -> None:
        """Remove what nobody is meant to find."""
        for path in self.scratch:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _make_folder(self, folder: Path) -> None:
        for each in reversed((folder, *folder.parents)):
            if not each.is_dir():
                self.folders.append(each)
                each.mkdir()

    def _name_beside(self, path: Path) -> Path:
        name = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
        self.scratch.append(name)
        return name


def _write(path: Path, data: FileContent) -> None:
    # Opened by hand so that the person's umask decides who may read the file.
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as stream:
        for piece in pieces(data):
            stream.write(piece)
