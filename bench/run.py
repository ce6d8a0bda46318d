"""Measures this compiler on the neutral course, beside npm's simple-scorm-packager in the same minute.

Prints medians, CPU seconds, peak memory and ratios. Nothing here passes or fails: machines differ.

usage: python bench/run.py [RUNS]
"""

from __future__ import annotations

import gzip
import sys
import tempfile
import zipfile
from pathlib import Path

import first_view
import large_course
import large_package
import many_packages
from neutral_course import write_course
from peer_pages import write_pages
from process import Figures, measure

ROOT = Path(__file__).parents[1]
TOOL = str(Path(sys.executable).parent / "cpom-scorm")
ALL = "build, four editions"
TARGETS = {
    ALL: (1.0, 80.0),
    "build, one edition": (0.6, None),
    "check": (0.4, None),
    "validate, one package": (0.35, None),
    "help": (0.15, None),
}
"""Seconds and MiB that the design aims at; printed beside the figures."""
FIRST_VIEW = ("index.html", "styles.css", "course-data.js", "player.js")


def main(runs: int) -> None:
    """Measure and print everything."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_course(folder / "course")
        write_pages(folder / "pages")
        figures = _measure_all(folder, runs)
        _print_figures(figures)
        _print_sizes(folder / "out")
        print()
        first_view.main(sorted((folder / "out").glob("*.zip"))[-1], runs)
        print()
        large_course.main(runs)
        print()
        many_packages.main(runs)
        large_package.main()


def _measure_all(folder: Path, runs: int) -> list[Figures]:
    def timed(name: str, *command: str) -> Figures:
        return measure(name, list(command), runs=runs, folder=folder)

    # The first build writes the lock file; the timed ones find it as an author's would.
    timed("first build", TOOL, "build", "course", "--output", "out")
    last = sorted((folder / "out").glob("*.zip"))[-1]
    return [
        timed(ALL, TOOL, "build", "course", "--output", "out"),
        timed("build, one edition", TOOL, "build", "course", "--output", "one", "--edition", _an_edition()),
        timed("check", TOOL, "check", "course"),
        timed("validate, one package", TOOL, "validate", str(last)),
        timed("help", TOOL, "--help"),
        timed(
            "simple-scorm-packager, one edition",
            "node",
            str(ROOT / "bench" / "peer_packager.mjs"),
            "pages",
            "peer",
            "2004 4th Edition",
        ),
    ]


def _an_edition() -> str:
    from cpom_scorm.editions import EDITIONS

    return EDITIONS[-1].id


def _print_figures(figures: list[Figures]) -> None:
    peer = figures[-1]
    print(f"{'':36}{'wall s':>9}{'min':>8}{'max':>8}{'CPU s':>8}{'MiB':>7}{'aim':>7}{'wall/peer':>11}")
    for figure in figures:
        aim = TARGETS.get(figure.name, (None, None))[0]
        print(
            f"{figure.name:36}{figure.wall:9.3f}{figure.spread[0]:8.3f}{figure.spread[1]:8.3f}"
            f"{figure.cpu:8.3f}{figure.memory:7.0f}{aim or '':>7}{figure.wall / peer.wall:11.2f}"
        )


def _print_sizes(folder: Path) -> None:
    titles = f"{'zip B':>9}{'files':>7}{'first view B':>14}{'JS B':>8}{'CSS B':>8}{'JS+CSS gz':>11}"
    print(f"\n{'package':36}{titles}")
    for path in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(path) as package:
            sizes = {entry.filename: entry.file_size for entry in package.infolist()}
            scripts = package.read("player.js") + package.read("styles.css")
        view = sum(sizes[name] for name in FIRST_VIEW)
        print(
            f"{path.name:36}{path.stat().st_size:9}{len(sizes):7}{view:14}{sizes['player.js']:8}"
            f"{sizes['styles.css']:8}{len(gzip.compress(scripts)):11}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
