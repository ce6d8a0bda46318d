"""The pages about blocks say what the models say, or authors are told wrong keys.

Set CPOM_UPDATE_EXPECTED=1 to write them anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.block_pages import page_files

ROOT = Path(__file__).parents[2]
PAGES = page_files(ROOT)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_the_one_that_the_model_gives(path: Path) -> None:
    if os.environ.get("CPOM_UPDATE_EXPECTED"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(PAGES[path], "utf-8")
    assert PAGES[path] == path.read_text("utf-8")


def test_no_page_is_left_of_a_kind_that_is_gone() -> None:
    assert set() == set((ROOT / "docs" / "blocks").glob("*.md")) - set(PAGES)
