"""Notices that files have changed, by looking: it needs no library and works on every file system."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Fingerprint: TypeAlias = tuple[tuple[str, int, int], ...]
_NOT_ENTERED = {"dist", "node_modules", "__pycache__"}


def fingerprint(folders: Iterable[Path]) -> Fingerprint:
    """Name the state of all files below the folders: it changes when one of them does."""
    return tuple(sorted(entry for folder in folders for entry in _files_below(str(folder))))


def _files_below(folder: str) -> Iterator[tuple[str, int, int]]:
    # A file may go away between the listing and the look at it: editors save by renaming.
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in _NOT_ENTERED:
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _files_below(entry.path)
            else:
                status = entry.stat()
                yield entry.path, status.st_mtime_ns, status.st_size
        except OSError:
            continue
