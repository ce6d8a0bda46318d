"""Measures the validator: one package in a process of its own and within one, and a thousand in one call.

usage: python bench/many_packages.py [RUNS]
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from process import measure

from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.archive.zip_writer import zip_bytes
from cpom_scorm.package.manifest.model import (
    MANIFEST_NAME,
    File,
    Item,
    Manifest,
    Metadata,
    Organization,
    Resource,
)
from cpom_scorm.package.manifest.writer import manifest_bytes
from cpom_scorm.validate import validate_package

TOOL = str(Path(sys.executable).parent / "cpom-scorm")
FILES, PACKAGES = 40, 1000
COLD_AIM, WARM_AIM_MS = 0.35, 15
_WARM_RUNS = 50
_SCRIPT = (
    b"var api = window.API_1484_11;\n"
    + b"function page(n) { return document.getElementById('p' + n); }\n" * 60
)


def main(runs: int) -> None:
    """Measure and print everything."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = folder / "0000.zip"
        first.write_bytes(zip_bytes(package_files()))
        for number in range(1, PACKAGES):
            (folder / f"{number:04}.zip").hardlink_to(first)
        _print_one(folder, first, runs)
        _print_many(folder)


def package_files() -> dict[str, bytes]:
    """Give a package of forty files: pages that refer to each other, scripts, styles and pictures."""
    pages = {f"pages/{number:02}.html": _page(number) for number in range(FILES - 6)}
    files = {
        **pages,
        "scripts/api.js": _SCRIPT,
        "scripts/pages.js": _SCRIPT,
        "styles/course.css": b"body { margin: 2rem; background: url(../pictures/dot.svg) }\n" * 40,
        "pictures/dot.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>',
        "pictures/photo.jpg": bytes(range(256)) * 400,
    }
    item = Item("bench-item", "Forty files", "bench-sco")
    manifest = Manifest(
        identifier="bench",
        version="1.0",
        metadata=Metadata("ADL SCORM", EDITIONS[0].manifest.schemaversion),
        organizations=(Organization("bench-org", "Forty files", (item,)),),
        default_organization="bench-org",
        resources=(Resource("bench-sco", "pages/00.html", scorm_type="sco", files=tuple(map(File, files))),),
    )
    return {MANIFEST_NAME: manifest_bytes(manifest, EDITIONS[0]), **files}


def _page(number: int) -> bytes:
    text = "<p>Two people count, and a third compares what they have written down.</p>\n" * 20
    following = f"{(number + 1) % (FILES - 6):02}.html"
    links = f'<a href="{following}">Next</a><img src="../pictures/photo.jpg" alt="">'
    head = '<link rel="stylesheet" href="../styles/course.css"><script src="../scripts/api.js"></script>'
    page = f"<!doctype html><html lang=en><head><title>{number}</title>{head}</head>{text}{links}</html>"
    return page.encode()


def _print_one(folder: Path, path: Path, runs: int) -> None:
    cold = measure("", [TOOL, "validate", str(path)], runs=runs, folder=folder)
    validate_package(path)
    gc.collect()
    warm, spent = [], time.process_time()
    for _ in range(_WARM_RUNS):
        began = time.perf_counter()
        validate_package(path)
        warm.append((time.perf_counter() - began) * 1000)
    spent = (time.process_time() - spent) * 1000 / _WARM_RUNS
    print(f"{'validate, 40 files':36}{cold.wall:9.3f} s (aim {COLD_AIM}), CPU {cold.cpu:.3f} s")
    middle = (
        f"{statistics.median(warm):9.1f} ms (aim {WARM_AIM_MS}), least {min(warm):.1f} ms, CPU {spent:.1f} ms"
    )
    print(f"{'validate, 40 files, within a process':36}{middle}")


def _print_many(folder: Path) -> None:
    command = [TOOL, "validate", "--quiet", *(str(path) for path in sorted(folder.glob("*.zip")))]
    figures = measure("", command, runs=1, folder=folder)
    rate = f"{PACKAGES / figures.wall:.0f} packages a second on {os.cpu_count()} processors"
    print(f"{f'validate, {PACKAGES:,} packages':36}{figures.wall:9.1f} s, {rate}")
    print(f"{'':36}{figures.cpu:9.1f} s CPU, {figures.memory:.0f} MiB in the largest process")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
