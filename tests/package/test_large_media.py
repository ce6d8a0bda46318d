"""Courses with long films. Were this broken, a build would take as much memory as the films are long."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from pathlib import Path

FILM_BYTES = 300_000_000
MOST_MEMORY_MB = 100
MOST_SECONDS = 120


WATCHED = """import atexit, sys
from pathlib import Path
from cpom_scorm.cli import run
atexit.register(lambda: print(Path("/proc/self/status").read_text()))
run()
"""
"""The command, which tells at its end how much memory it took."""


def write_course(folder: Path) -> None:
    """Write a course with a film that takes no room on disk."""
    (folder / "media").mkdir(parents=True)
    with (folder / "media" / "film.mp4").open("wb") as film:
        film.write(b"begin")
        film.truncate(FILM_BYTES)
    film_block = {"kind": "video", "title": "A film", "source": "media/film.mp4", "silent": True}
    block = {**film_block, "transcript": "Words."}
    page = {"id": "p1", "title": "Page", "minutes": 1, "blocks": [block]}
    section = {"id": "one", "number": "1", "title": "One", "pages": [page]}
    course = {"id": "film", "title": "Film", "language": "en", "sections": ["one.yaml"]}
    for name, data in (("course", course), ("one", section)):
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(data), "utf-8")


@pytest.mark.slow
def test_bld_12_a_course_with_a_film_of_300_mb_is_built_in_little_memory(tmp_path: Path) -> None:
    """The peak is what the system counted for the process; the film is stored, and its size warned of."""
    write_course(tmp_path / "course")
    command = [sys.executable, "-c", WATCHED, "build", "course", "--edition", "scorm12"]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, timeout=MOST_SECONDS, check=False
    )
    assert 0 == done.returncode, done.stderr
    (peak,) = re.findall(r"^VmHWM:\s*(\d+) kB$", done.stdout, re.MULTILINE)
    assert int(peak) / 1024 <= MOST_MEMORY_MB
    assert 2 == done.stderr.count("LMS-010")
    (path,) = (tmp_path / "dist").glob("*.zip")
    with zipfile.ZipFile(path) as archive:
        film = archive.getinfo("media/film.mp4")
    assert (zipfile.ZIP_STORED, FILM_BYTES) == (film.compress_type, film.compress_size)
    assert [path] == list((tmp_path / "dist").iterdir())
