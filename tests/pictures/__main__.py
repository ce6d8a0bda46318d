"""Builds the course and the galleries, looks at everything in Chromium and writes PNG files.

`build/pictures/` gets every screen, block and question in every window, and the same in Arabic;
`docs/pictures/` those that the docs show.

usage: python -m tests.pictures [PART OF A NAME]
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from cpom_scorm.build import BuildOptions, BuiltPackage, build_course
from cpom_scorm.course.load import load_course
from cpom_scorm.editions import EDITIONS
from tests.arabic_texts import arabic
from tests.browser.site import Site
from tests.conftest import BROWSER_ARGUMENTS
from tests.full_course import write_full_course
from tests.pictures.gallery import write_gallery
from tests.pictures.screens import (
    ARABIC_SCREENS,
    ARABIC_WINDOWS,
    DOCS_WINDOW,
    README_WINDOW,
    SCREENS,
    WINDOWS,
)
from tests.pictures.studio import Studio

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpom_scorm.course.model import Course
    from tests.pictures.screens import Screen, Window


ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "pictures"
README_COURSE = "cpom-m1"
OUT = ROOT / "build" / "pictures"


def newest(folder: Path) -> tuple[BuiltPackage, Course]:
    """Build a course in its newest edition."""
    result = build_course(folder, BuildOptions(editions=EDITIONS[-1:]))
    assert result.packages, [found.message for found in result.report]
    return result.packages[0], load_course(folder).complete


def take_screens(studio: Studio, screens: Iterable[Screen], windows: Iterable[Window], folder: Path) -> None:
    """Take the screens of a course."""
    learners = studio.learners()
    if studio.course.id == README_COURSE:
        studio.take_first_view(README_WINDOW, learners["halfway"], DOCS / "launch.png")
    for screen in screens:
        studio.take(screen, windows, learners[screen.learner], folder)


def take_gallery(studio: Studio, part: str, windows: Iterable[Window], folder: Path, *, docs: bool) -> None:
    """Take each block and question; with `docs` also the pictures that the docs show of blocks."""
    for page in studio.course.sections[0].pages:
        group, _, kind = page.id.partition("_")
        if part not in kind:
            continue
        pictures = [(window, folder / f"{group}s" / f"{kind}-{window.name}.png") for window in windows]
        if docs and group == "block":
            pictures.append((DOCS_WINDOW, DOCS / "blocks" / f"{kind}.png"))
        studio.take_part(page.id, pictures)


def main(part: str) -> None:
    """Take every picture whose name has that part."""
    site = Site(files={"favicon.ico": b""}).start()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        path = os.environ.get("CPOM_BROWSER") or "/usr/bin/chromium"
        browser = playwright.chromium.launch(executable_path=path, args=BROWSER_ARGUMENTS)

        def opened(folder: Path) -> Studio:
            return Studio(browser, site, *newest(folder))

        folder = Path(name)
        screens = [screen for screen in SCREENS if part in screen.name]
        if screens:
            take_screens(opened(ROOT / "course"), screens, WINDOWS, OUT)
        write_gallery(folder / "gallery")
        take_gallery(opened(folder / "gallery"), part, WINDOWS, OUT, docs=True)
        screens = [screen for screen in ARABIC_SCREENS if part in screen.name]
        if screens:
            write_full_course(folder / "arabic", arabic, language="ar")
            take_screens(opened(folder / "arabic"), screens, ARABIC_WINDOWS, OUT / "arabic")
        write_gallery(folder / "arabic-gallery", "ar")
        take_gallery(opened(folder / "arabic-gallery"), part, ARABIC_WINDOWS, OUT / "arabic", docs=False)
        browser.close()
    site.stop()
    sys.stdout.write(f"pictures are in {OUT.relative_to(ROOT)} and {DOCS.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
