"""Paths of a course stay inside its folder, whatever they look like (SEC-09)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.course.media import MediaFile, file_below, look_up, outside_wording

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = [
    *("../x.svg", "media/../../x.svg", "/etc/passwd", "//server/share/x.svg"),
    *("..\\x.svg", "C:\\x.svg", "C:/x.svg", "c:x.svg", "\\\\server\\share\\x.svg", "x.svg\0.png"),
]


@pytest.mark.parametrize("written", HOSTILE)
def test_sec_09_a_path_that_leads_out_is_refused(written: str, tmp_path: Path) -> None:
    (tmp_path / "x.svg").write_bytes(b"")
    (tmp_path / "course").mkdir()
    assert file_below(tmp_path / "course", written) is None
    assert MediaFile("outside") == look_up(tmp_path / "course", written)


def test_sec_09_links_are_followed_before_a_path_is_judged(tmp_path: Path) -> None:
    (tmp_path / "course").mkdir()
    (tmp_path / "secret.svg").write_bytes(b"")
    (tmp_path / "course" / "in.svg").write_bytes(b"12345")
    (tmp_path / "course" / "out.svg").symlink_to(tmp_path / "secret.svg")
    (tmp_path / "course" / "same.svg").symlink_to("in.svg")
    assert MediaFile("outside") == look_up(tmp_path / "course", "out.svg")
    assert MediaFile("found", 5) == look_up(tmp_path / "course", "same.svg")


@pytest.mark.parametrize(
    ("written", "state"),
    [("a.svg", "found"), ("b.svg", "missing"), (".", "not a file"), ("a.svg/b", "missing")],
)
def test_a_path_inside_the_folder_is_looked_up(written: str, state: str, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(b"")
    assert state == look_up(tmp_path, written).state


def test_a_name_longer_than_the_system_takes_is_no_fault_of_ours(tmp_path: Path) -> None:
    assert look_up(tmp_path, "x" * 5000).state in ("missing", "outside")


def test_a_path_as_windows_writes_it_is_corrected_not_called_an_escape() -> None:
    expected = ('"sections\\a.yaml" has back-slashes, expected "/"', 'write "sections/a.yaml"')
    assert expected == outside_wording("sections\\a.yaml")


@pytest.mark.parametrize("written", [written for written in HOSTILE if "\0" not in written])
def test_a_path_that_leads_out_is_not_advised_in_another_spelling(written: str) -> None:
    message, help_text = outside_wording(written)
    assert f'"{written}" leads out of the course folder' == message
    assert help_text.startswith("copy the file into the course folder")
