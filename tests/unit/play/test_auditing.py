"""A file that is not axe is refused in one sentence, before anything is played."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cpom_scorm.cli import USAGE, main
from cpom_scorm.play.auditing import NotAxe, read_axe
from tests.browser.audit import AXE

if TYPE_CHECKING:
    from pathlib import Path

OTHERS = {
    "another script": b"console.log('axes v4')",
    "a picture": b"\x89PNG\r\n\x1a\n\x00",
    "nothing": b"",
    "more than axe ever was": b"/*! axe v4.10.2 */" + b" " * 5_000_000,
}


def test_a_copy_of_axe_is_taken_as_it_is(tmp_path: Path) -> None:
    copy = tmp_path / "axe.min.js"
    copy.write_text(AXE, "utf-8")
    assert read_axe(copy) == AXE


@pytest.mark.parametrize("data", OTHERS.values(), ids=OTHERS.keys())
def test_anything_else_is_refused(data: bytes, tmp_path: Path) -> None:
    other = tmp_path / "other.js"
    other.write_bytes(data)
    with pytest.raises(NotAxe, match=r'other\.js" is not axe-core: give its axe\.min\.js'):
        read_axe(other)


def test_the_command_says_so_and_ends_with_the_code_for_wrong_use(tmp_path: Path) -> None:
    other = tmp_path / "other.js"
    other.write_text("const a = 1;", "utf-8")
    done = CliRunner().invoke(main, ["play", str(tmp_path), "--axe", str(other)])
    assert done.exit_code == USAGE
    expected = f'Error: "{other}" is not axe-core: give its axe.min.js, which the npm package axe-core has\n'
    assert done.stderr == expected
