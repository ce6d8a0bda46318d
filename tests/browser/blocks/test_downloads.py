"""Files to keep in a real browser. Were this broken, learners would lose the course for a document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

PLACE = "#/page/kinds"


def test_a_link_tells_title_type_and_size(opened: Opener) -> None:
    """A11Y-09: before it is followed, and to readers as well."""
    page = opened(PLACE)
    shown = [link.inner_text() for link in page.locator("#view a[download]").all()]
    names = [text.replace("\xa0", " ").split("\n") for text in shown]
    assert [["Text of download one", "MP3, 32 kB"], ["Text of download two", "PNG, 1 kB"]] == names[:2]
    page.get_by_role("link", name="Text of download two PNG, 1 kB").wait_for()
    page.get_by_role("list").filter(has=page.locator("a[download]")).first.wait_for()
    assert (
        2
        == page.get_by_role("region", name="Downloads")
        .or_(page.get_by_role("region", name="Text of downloads title"))
        .count()
    )


def test_a_file_is_saved_under_its_own_name_and_the_course_stays(opened: Opener, full_folder: Path) -> None:
    """BLD-06: whatever it is called inside the package."""
    page = opened(PLACE)
    with page.expect_download() as begun:
        page.locator("#view a[download]").first.click()
    assert "Sound 1.mp3" == begun.value.suggested_filename
    assert (full_folder / "media" / "Sound 1.mp3").read_bytes() == Path(begun.value.path()).read_bytes()
    assert page.url.endswith(PLACE)
    assert 1 == len(page.context.pages)
