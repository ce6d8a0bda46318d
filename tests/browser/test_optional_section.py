"""A section of pages that nobody has to see counts nothing, so nothing is counted for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.build import BuildOptions, build_course
from cpom_scorm.editions import EDITIONS
from tests.browser.own_window import open_package, own_api

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext

    from tests.browser.site import Site

pytestmark = pytest.mark.browser

_COURSE = "id: with-notes\ntitle: A course\nlanguage: en\nsections:\n- work.yaml\n- notes.yaml\n"
_SECTION = """
id: {name}
number: "{number}"
title: About {name}
pages:
- id: {name}_page
  title: Page of {name}
  minutes: 1
  required: {required}
  blocks: [{{kind: text, text: Text.}}]
"""


def test_no_section_is_told_to_be_done_in_none_of_none(
    tmp_path: Path, context: BrowserContext, site: Site
) -> None:
    (tmp_path / "course.yaml").write_text(_COURSE, "utf-8")
    for number, (name, required) in enumerate((("work", "true"), ("notes", "false")), start=1):
        text = _SECTION.format(name=name, number=number, required=required)
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    (package,) = build_course(tmp_path, BuildOptions(editions=EDITIONS[:1])).packages
    page = context.new_page()
    page.add_init_script(own_api(package))
    open_package(page, site, package)
    assert "Not started" in page.locator("[data-section=notes] .end").inner_text()
    page.goto(f"{page.url}#/page/notes_page")
    page.locator("#view h1").wait_for()
    assert page.locator("#outline-work summary").inner_text().strip().endswith("0 of 1 done")
    assert "0 of 0" not in page.locator("#outline").inner_text()
    page.goto(f"{page.url.partition('#')[0]}#/")
    page.locator("[data-section=notes] .state", has_text="Complete").wait_for()
    assert "0 of 0" not in page.locator("#launch").inner_text()
