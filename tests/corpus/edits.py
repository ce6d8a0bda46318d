"""The ways in which a right package is spoilt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.corpus.model import ALL, MANIFEST, Defect, Files
from tests.raw_zip import RawEntry, RawZip, entries_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Edit = Callable[[Files], Files | bytes]


def swap(old: str, new: str, file: str = MANIFEST) -> Edit:
    """Replace one text, which must be there: an edit that changes nothing proves nothing."""

    def edit(files: Files) -> Files:
        text = files[file].decode()
        assert old in text, f"{old!r} is not in the right package"
        return {**files, file: text.replace(old, new, 1).encode()}

    return edit


def after(mark: str, more: str) -> Edit:
    """Put text behind another text of the manifest."""
    return swap(mark, mark + more)


def before(mark: str, more: str) -> Edit:
    """Put text in front of another text of the manifest."""
    return swap(mark, more + mark)


def drop(text: str) -> Edit:
    """Take text out of the manifest."""
    return swap(text, "")


def chain(*edits: Edit) -> Edit:
    """Do one after the other: together they are one defect."""

    def edit(files: Files) -> Files | bytes:
        for step in edits[:-1]:
            changed = step(files)
            assert isinstance(changed, dict)
            files = changed
        return edits[-1](files)

    return edit


def manifest(change: Callable[[bytes], bytes]) -> Edit:
    """Change the bytes of the manifest."""
    return lambda files: {**files, MANIFEST: change(files[MANIFEST])}


def add(more: Files) -> Edit:
    """Add files that the manifest does not list, or other bytes for those it does."""
    return lambda files: {**files, **more}


def remove(*names: str) -> Edit:
    """Take files out of the zip and leave the manifest alone."""

    def edit(files: Files) -> Files:
        assert set(names) <= set(files)
        return {name: data for name, data in files.items() if name not in names}

    return edit


def rename(change: Callable[[str], str]) -> Edit:
    """Give every file the name that `change` gives."""
    return lambda files: {change(name): data for name, data in files.items()}


def entry(name: str, **lies: object) -> Edit:
    """Let one entry of the zip lie in these fields of `RawEntry`."""

    def edit(files: Files) -> bytes:
        entries = (
            replace(raw, **lies) if raw.name == name.encode() else raw  # type: ignore[arg-type]
            for raw in entries_of(files)
        )
        return RawZip(tuple(entries)).to_bytes()

    return edit


def entries(*more: RawEntry) -> Edit:
    """Put raw entries behind the honest ones."""
    return lambda files: RawZip((*entries_of(files), *more)).to_bytes()


def around(**fields: object) -> Edit:
    """Let the archive around its entries lie in these fields of `RawZip`."""
    return lambda files: RawZip(entries_of(files), **fields).to_bytes()  # type: ignore[arg-type]


def refuse(rule: str, name: str, edit: Edit, on: tuple[str, ...] = ALL, base: str = "plain") -> Defect:
    """Write down what must give an error."""
    return Defect(rule, name, "refuse", edit, on, base)


def warn(rule: str, name: str, edit: Edit, on: tuple[str, ...] = ALL, base: str = "plain") -> Defect:
    """Write down what must give a warning."""
    return Defect(rule, name, "warn", edit, on, base)


def note(rule: str, name: str, edit: Edit, on: tuple[str, ...] = ALL, base: str = "plain") -> Defect:
    """Write down what must give a note of this rule."""
    return Defect(rule, name, "note", edit, on, base)
