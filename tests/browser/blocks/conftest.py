"""Pages with blocks of a test's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from cpom_scorm.build import BuildOptions, build_course
from cpom_scorm.editions import EDITIONS
from tests.browser.own_window import open_package, own_api

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.site import Site

Shower = Callable[..., "Page"]
"""Opens a course with pages of these blocks at the first of them: `show([...], [...], language="en")`."""


@pytest.fixture
def show(browser: Browser, site: Site, tmp_path: Path) -> Iterator[Shower]:
    context = browser.new_context(viewport={"width": 1000, "height": 640}, reduced_motion="reduce")
    failures: list[str] = []

    def shower(*pages: list[dict[str, Any]], language: str = "en") -> Page:
        entries = [
            {"id": f"p{number}", "title": f"Page {number}", "minutes": 1, "blocks": blocks}
            for number, blocks in enumerate(pages, 1)
        ]
        section = {"id": "one", "number": "1", "title": "One", "pages": entries}
        course = {"id": "blocks", "title": "Blocks", "language": language, "sections": ["one.yaml"]}
        for name, data in (("course", course), ("one", section)):
            (tmp_path / f"{name}.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
        result = build_course(tmp_path, BuildOptions(editions=EDITIONS[-1:]))
        assert result.packages, [found.message for found in result.report]
        page = context.new_page()
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.on("console", lambda entry: failures.append(entry.text) if entry.type == "error" else None)
        page.add_init_script(own_api(result.packages[0]))
        open_package(page, site, result.packages[0], "#/page/p1")
        return page

    yield shower
    context.close()
    assert [] == failures
