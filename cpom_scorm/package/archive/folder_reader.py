"""Opens an unpacked package: files only, links are never followed."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from cpom_scorm.file_content import pieces_of
from cpom_scorm.package.archive import rules
from cpom_scorm.package.archive.faults import Fault
from cpom_scorm.package.archive.limits import Limits, in_words
from cpom_scorm.package.archive.zip_entries import special_kind
from cpom_scorm.package.archive.zip_reader import Contents
from cpom_scorm.package.manifest.model import MANIFEST_NAME
from cpom_scorm.package.model import Entry
from cpom_scorm.package.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DEEPEST = 100
"""Folders below this are not looked into; names this long are a finding anyway."""


def read_folder(path: str | os.PathLike[str], limits: Limits) -> Contents:
    """List a folder's files. Raises OSError only, and only for the folder itself."""
    entries: dict[str, Entry] = {}
    faults: list[Fault] = []
    total = 0
    for found, name in _walk(os.fspath(path), ""):
        status = found.stat(follow_symlinks=False)
        kind = special_kind(status.st_mode)
        if kind:
            help_text = "put the file itself in its place"
            faults.append(Fault(rules.NOT_A_FILE, f"{quoted(name)} is {kind}", help_text, name))
        size = 0 if kind else status.st_size
        total += size
        entries[name] = Entry(name, size, size, _reader(None if kind else found.path))
        fault = _beyond_limits(len(entries), total, entries[name], limits)
        if fault:
            return Contents(faults=(fault,))
    return Contents(entries, tuple(faults))


def _walk(folder: str, prefix: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    with os.scandir(folder) as listed:
        found = sorted(listed, key=lambda entry: entry.name)
    for entry in found:
        name = prefix + os.fsencode(entry.name).decode("utf-8", "replace")
        if not entry.is_dir(follow_symlinks=False) or name.count("/") >= _DEEPEST:
            yield entry, name
            continue
        try:
            yield from _walk(entry.path, f"{name}/")
        except PermissionError:
            yield entry, name


def _beyond_limits(count: int, total: int, entry: Entry, limits: Limits) -> Fault | None:
    if count > limits.entries:
        message = f"the package holds more than {limits.entries:,} files"
    elif total > limits.total:
        message = f"the package is larger than {in_words(limits.total)}"
    elif entry.size > limits.single:
        message = f"{quoted(entry.name)} is larger than {in_words(limits.single)}"
    elif entry.name == MANIFEST_NAME and entry.size > limits.manifest:
        message = f"the manifest is larger than {in_words(limits.manifest)}"
    else:
        return None
    return Fault(rules.TOO_LARGE, message, is_end=True)


def _reader(path: str | None) -> Callable[[], Iterator[bytes]]:
    def read() -> Iterator[bytes]:
        if path is None:
            return
        with suppress(OSError):
            yield from pieces_of(Path(path))

    return read
