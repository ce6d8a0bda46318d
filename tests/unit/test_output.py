"""Half-written packages and lock files cost people their work: files appear whole, all of them or none."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm import output
from cpom_scorm.output import write_all
from tests.command_line import everything_below

if TYPE_CHECKING:
    from collections.abc import Callable

FAULTS = [OSError(28, "No space left on device"), KeyboardInterrupt(), SystemExit(143)]
names = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)


def failing_at(count: int, fault: BaseException, real: Callable[..., Any]) -> Callable[..., Any]:
    """Do the real thing until the call with this number, which fails halfway."""
    calls = 0

    def call(*arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        done = real(*arguments)
        if calls == count:
            raise fault
        return done

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.zip").write_bytes(b"before")
    return tmp_path


def wanted(folder: Path) -> dict[Path, bytes]:
    return {folder / "old.zip": b"after", folder / "a/b/new.zip": b"new", folder / "lock.yaml": b"lock"}


def test_files_and_missing_folders_appear_and_nothing_else(folder: Path) -> None:
    write_all(wanted(folder))
    assert {"a/b/new.zip": b"new", "lock.yaml": b"lock", "old.zip": b"after"} == everything_below(folder)


@names
@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_failure_while_writing_leaves_everything_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException, count: int
) -> None:
    """BLD-10: a full disk, Ctrl+C and a polite kill, at each of the files."""
    monkeypatch.setattr(output, "_write", failing_at(count, fault, output._write))
    with pytest.raises(type(fault)):
        write_all(wanted(folder))
    assert {"old.zip": b"before"} == everything_below(folder)
    assert ["old.zip"] == [path.name for path in folder.iterdir()]


@names
@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_failure_between_files_that_are_in_place_takes_them_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException, count: int
) -> None:
    monkeypatch.setattr(Path, "replace", failing_at(count, fault, Path.replace))
    with pytest.raises(type(fault)):
        write_all(wanted(folder))
    assert {"old.zip": b"before"} == everything_below(folder)
    assert ["old.zip"] == [path.name for path in folder.iterdir()]


def test_file_systems_without_hard_links_keep_the_old_file_as_well(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    with monkeypatch.context() as failing:
        failing.setattr(Path, "replace", failing_at(2, FAULTS[0], Path.replace))
        with pytest.raises(OSError, match="No space"):
            write_all(wanted(folder))
    assert {"old.zip": b"before"} == everything_below(folder)
    write_all(wanted(folder))
    assert everything_below(folder)["old.zip"] == b"after"


def test_a_folder_in_the_place_of_a_file_is_refused_before_anything_is_replaced(folder: Path) -> None:
    (folder / "lock.yaml").mkdir()
    with pytest.raises(OSError, match="a folder has this name") as refusal:
        write_all(wanted(folder))
    assert str(folder / "lock.yaml") == refusal.value.filename
    assert {"old.zip": b"before"} == everything_below(folder)


def test_a_file_in_the_place_of_a_folder_is_named(folder: Path) -> None:
    (folder / "a").write_bytes(b"a file")
    with pytest.raises(OSError, match=r"new\.zip") as refusal:
        write_all(wanted(folder))
    assert str(folder / "a/b/new.zip") == refusal.value.filename
    assert {"a": b"a file", "old.zip": b"before"} == everything_below(folder)


def test_the_umask_decides_who_may_read(folder: Path) -> None:
    before = os.umask(0o077)
    try:
        write_all({folder / "private": b""})
    finally:
        os.umask(before)
    assert (folder / "private").stat().st_mode & 0o777 == 0o600
