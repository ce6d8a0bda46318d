"""Builds the course and the gallery, looks at everything in Chromium and writes PNG files.

`build/pictures/` gets every screen and block in every window; `docs/pictures/` those that the docs show.

usage: python -m tests.pictures [PART OF A NAME]
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from cpom_scorm.build import BuildOptions, BuiltPackage, build_course
from cpom_scorm.course.load import load_course
from cpom_scorm.editions import EDITIONS
from tests.browser.own_window import open_package, own_api, values_after
from tests.browser.site import Site
from tests.conftest import BROWSER_ARGUMENTS
from tests.pictures.gallery import write_gallery
from tests.pictures.screens import SCREENS, WINDOWS, Screen, Window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from cpom_scorm.course.model import Course

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "pictures"
OUT = ROOT / "build" / "pictures"
ARTICLE = "#view article"
MARGIN = 16
"""Pixels around a block."""


@dataclass
class Studio:
    """What pictures are taken of."""

    browser: Browser
    site: Site
    package: BuiltPackage
    course: Course

    def learners(self) -> dict[str, dict[str, Any]]:
        """Give what an LMS holds of each learner."""
        context = self.browser.new_context()
        made = {
            "new": {},
            "halfway": values_after(context, self.site, self.package, self.course, quizzes=False, pages=12),
            "passed": values_after(context, self.site, self.package, self.course),
            "failed": values_after(context, self.site, self.package, self.course, right=False),
        }
        context.close()
        return made

    def take(self, screen: Screen, window: Window, values: dict[str, Any]) -> None:
        """Take one picture, as long as the page is."""
        page = self._page(window, values)
        section = self.course.sections[0]
        place = screen.place.format(first_page=section.pages[0].id, section=section.id)
        open_package(page, self.site, self.package, place)
        for selector in screen.press:
            page.locator(selector).first.click()
            page.wait_for_timeout(300)
        page.emulate_media(reduced_motion="reduce", **window.media)
        folder = OUT / window.name
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{screen.name}.png", full_page=True)
        page.context.close()

    def take_block(self, kind: str, window: Window, path: Path) -> None:
        """Take a picture of the block alone: what stands between the page's title and its pager."""
        page = self._page(window, {})
        open_package(page, self.site, self.package, f"#/page/kind_{kind}")
        page.evaluate(
            "document.querySelectorAll('.bar, .pager, #view header').forEach((one) => one.remove())"
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        page.locator(ARTICLE).evaluate("(node, px) => { node.style.padding = `${px}px`; }", MARGIN)
        page.locator(ARTICLE).screenshot(path=path)
        page.context.close()

    def _page(self, window: Window, values: dict[str, Any]) -> Page:
        width, height = window.size
        page = self.browser.new_context(viewport={"width": width, "height": height}).new_page()
        page.add_init_script(own_api(self.package, values))
        page.emulate_media(reduced_motion="reduce", **window.media)
        return page


def newest(folder: Path) -> tuple[BuiltPackage, Course]:
    """Build a course in its newest edition."""
    result = build_course(folder, BuildOptions(editions=EDITIONS[-1:]))
    assert result.packages, [found.message for found in result.report]
    return result.packages[0], load_course(folder).complete


def main(part: str) -> None:
    """Take every picture whose name has that part."""
    site = Site(files={"favicon.ico": b""}).start()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        path = os.environ.get("CPOM_BROWSER") or "/usr/bin/chromium"
        browser = playwright.chromium.launch(executable_path=path, args=BROWSER_ARGUMENTS)
        studio = Studio(browser, site, *newest(ROOT / "course"))
        screens = [screen for screen in SCREENS if part in screen.name]
        learners = studio.learners() if screens else {}
        for screen in screens:
            for window in WINDOWS:
                studio.take(screen, window, learners[screen.learner])
        write_gallery(Path(folder) / "gallery")
        blocks = Studio(browser, site, *newest(Path(folder) / "gallery"))
        for block in blocks.course.sections[0].pages:
            kind = block.id.removeprefix("kind_")
            if part in kind:
                blocks.take_block(kind, Window("docs", (760, 600)), DOCS / "blocks" / f"{kind}.png")
                for window in WINDOWS:
                    blocks.take_block(kind, window, OUT / "blocks" / f"{kind}-{window.name}.png")
        browser.close()
    site.stop()
    sys.stdout.write(f"pictures are in {OUT.relative_to(ROOT)} and {DOCS.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
