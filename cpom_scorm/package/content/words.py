"""Which of a few words files hold. Nothing is run or parsed: a word counts wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.package.content.files import MOST_BYTES, MOST_FILE_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cpom_scorm.package.model import Entry


def words_in(files: Mapping[str, Entry], endings: tuple[str, ...], words: Iterable[str]) -> set[str]:
    """Give the words that stand in files whose name ends so. Files that are very large are left out."""
    wanted = set(words)
    found: set[str] = set()
    left = MOST_BYTES
    for name in sorted(files):
        entry = files[name]
        if not name.lower().endswith(endings) or entry.size > min(left, MOST_FILE_BYTES):
            continue
        left -= entry.size
        data = entry.read()
        found |= {word for word in wanted - found if word.encode() in data}
        if found == wanted:
            break
    return found
