"""Contents that stay on disk. Were this broken, films would fill the memory, or arrive as half of another."""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.file_content import (
    MOST_IN_MEMORY,
    FileOnDisk,
    Joined,
    beginning,
    look_at,
    part_of,
    sha256_of,
    whole,
)
from cpom_scorm.output import write_all
from cpom_scorm.package.archive.limits import Limits
from cpom_scorm.package.archive.zip_reader import read_zip
from cpom_scorm.package.archive.zip_writer import content_digest, zip_bytes, zip_content

if TYPE_CHECKING:
    from pathlib import Path

LARGE = bytes(range(256)) * (MOST_IN_MEMORY // 256 + 1)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "film.mp4"
    path.write_bytes(LARGE)
    return path


def test_small_files_are_read_and_large_ones_measured(film: Path, tmp_path: Path) -> None:
    (tmp_path / "small").write_bytes(LARGE[:MOST_IN_MEMORY])
    assert look_at(tmp_path / "small") == LARGE[:MOST_IN_MEMORY]
    digest = hashlib.sha256(LARGE).hexdigest()
    assert look_at(film) == FileOnDisk(film, len(LARGE), zlib.crc32(LARGE), digest)


def test_a_content_is_the_same_wherever_it_is(film: Path) -> None:
    on_disk = look_at(film)
    for content in (LARGE, on_disk, Joined((LARGE[:9], LARGE[9:])), Joined((b"", on_disk))):
        assert len(LARGE) == len(content)
        assert whole(content) == LARGE
        assert sha256_of(content) == hashlib.sha256(LARGE).hexdigest()
        assert LARGE.startswith(beginning(content))
    for part in (range(3), range(700_000, 1_048_700), range(len(LARGE) - 1, len(LARGE))):
        assert LARGE[part.start : part.stop] == b"".join(part_of(on_disk, part))


def test_bld_10_a_zip_is_the_same_each_time_and_large_files_are_stored(film: Path, tmp_path: Path) -> None:
    files = {"imsmanifest.xml": b"<manifest/>", "media/film.mp4": look_at(film), "a.txt": b"a" * 999}
    assert zip_bytes(files) == zip_bytes(dict(reversed(files.items())))
    assert content_digest(files) == content_digest({**files, "media/film.mp4": LARGE})
    write_all({tmp_path / "course.zip": zip_content(files)})
    assert (tmp_path / "course.zip").read_bytes() == zip_bytes(files)
    entries = read_zip(tmp_path / "course.zip", Limits()).entries
    film_entry = entries["media/film.mp4"]
    assert (film_entry.size, film_entry.compressed_size) == (len(LARGE), len(LARGE))
    assert film_entry.read() == LARGE
    assert entries["a.txt"].compressed_size < 999


@pytest.mark.parametrize("now", [LARGE[:-1], LARGE[:-1] + b"x", b""], ids=["shorter", "other", "empty"])
def test_bld_10_a_file_that_changes_while_it_is_packed_leaves_nothing_behind(
    film: Path, tmp_path: Path, now: bytes
) -> None:
    archive = zip_content({"imsmanifest.xml": b"", "media/film.mp4": look_at(film)})
    film.write_bytes(now)
    with pytest.raises(OSError, match="changed meanwhile"):
        write_all({tmp_path / "dist" / "course.zip": archive})
    assert not (tmp_path / "dist").exists()
    with pytest.raises(OSError, match=r"changed meanwhile"):
        whole(archive)
