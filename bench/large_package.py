"""Measures the validator on a package of a gigabyte, most of it films, which zips store as they are.

usage: python bench/large_package.py
"""

from __future__ import annotations

import random
import sys
import tempfile
import zipfile
from pathlib import Path

from many_packages import package_files
from process import measure

from cpom_scorm.package.manifest.model import MANIFEST_NAME

TOOL = str(Path(sys.executable).parent / "cpom-scorm")
FILMS, FILM_MB = 25, 40
MEMORY_AIM = 100
_FILE = b'<file href="scripts/api.js"'


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_package(folder / "films.zip")
        figures = measure("", [TOOL, "validate", "films.zip"], runs=1, folder=folder)
    size = FILMS * FILM_MB
    print(
        f"{'validate, 1 GB of films':36}{figures.wall:9.2f} s, {size / figures.wall:,.0f} MB/s, "
        f"CPU {figures.cpu:.2f} s, {figures.memory:.0f} MiB (aim {MEMORY_AIM})"
    )


def write_package(path: Path) -> None:
    """Write forty small files and the films, all of them listed."""
    names = [f"films/{number:02}.mp4" for number in range(FILMS)]
    files = package_files()
    listed = "".join(f'<file href="{name}"/>' for name in names).encode()
    files[MANIFEST_NAME] = files[MANIFEST_NAME].replace(_FILE, listed + _FILE, 1)
    piece = random.Random(1).randbytes(1_000_000)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        for name in names:
            with archive.open(zipfile.ZipInfo(name), "w") as film:
                for _ in range(FILM_MB):
                    film.write(piece)


if __name__ == "__main__":
    main()
