"""Whatever an author calls a picture, it arrives: under a name that every LMS and file system takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpom_scorm.check import check_course
from cpom_scorm.render.media import archive_names
from tests.full_course import build_full_course, write_full_course

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = [
    "CON.png", "nul.svg", "com1.PNG", ".hidden.svg", "a b#c%20d&e.png", "fig?v=1.svg", "naïve.svg",
    "nai\u0308ve.svg", "😀.png", "😀😀.png", "ﬁgure.svg", "x" * 180 + ".svg", "dots...svg", "Flow.SVG",
    "flow.svg", "-.png", "a.b.c.png", "'\"<>.svg", "tab\there.png", "١٢٣.svg",
]  # fmt: skip
RESERVED = r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?"
SAFE = r"(?!\.)[a-z0-9._-]{1,64}"
NAMES = st.text(
    st.characters(exclude_characters="/\0\\", exclude_categories=("Cs",)), min_size=1, max_size=80
)


def check_names(paths: list[str]) -> None:
    """Fail unless the names in the package are safe and each stands for one path."""
    names = archive_names(paths)
    assert set(paths) == set(names)
    assert len(set(names.values())) == len(names)
    for name in names.values():
        folder, _, last = name.partition("/")
        assert folder == "media"
        assert re.fullmatch(SAFE, last), name
        assert not re.fullmatch(RESERVED, last), name
        assert len(name) <= 120


@given(st.lists(st.builds("media/{}.{}".format, NAMES, st.sampled_from(["svg", "PNG", "jpg"])), max_size=8))
def test_bld_06_any_names_become_safe_ones_that_do_not_merge(paths: list[str]) -> None:
    check_names(paths)


def test_bld_06_names_that_break_hosts_become_safe_ones() -> None:
    check_names([f"media/{name}" for name in HOSTILE])


def test_bld_06_names_do_not_depend_on_the_order_in_which_pictures_appear() -> None:
    paths = [f"media/{name}" for name in HOSTILE]
    assert archive_names(paths) == archive_names(reversed(paths))


@pytest.mark.parametrize(
    "photo", ["CON.png", "a b#c%20d&e.png", "😀.png", "x" * 180 + ".png", "Nai\u0308ve <b>.PNG"]
)
def test_bld_06_a_picture_with_a_hostile_name_is_in_the_package_and_the_page_shows_it(
    tmp_path: Path, photo: str
) -> None:
    result = build_full_course(tmp_path / "course", pictures=("drawing one.svg", photo))
    assert result.packages, [found.message for found in result.report]
    for package in result.packages:
        files = [name for name in package.files if name.startswith("media/")]
        named = re.findall(r'=\\"(media/[^"\\]*)\\"', package.files["section-1.js"].decode())
        assert set(files) == set(named)
        assert len([name for name in files if name.endswith(".png")]) == 1
        assert [] == [name for name in package.files if not re.fullmatch(rf"(?:{SAFE}/)*{SAFE}", name)]


REFUSED = [
    "php", "PHP", "php3", "php8", "phtml", "phar", "asp", "aspx", "jsp", "cgi", "pl", "py", "rb", "sh",
    "shtml", "htaccess", "exe", "dll",
]  # fmt: skip


@pytest.mark.parametrize("extension", REFUSED)
@pytest.mark.parametrize("name", ["picture.{}", "picture.{}.png"])
def test_bld_09_files_that_a_server_would_run_are_refused(tmp_path: Path, extension: str, name: str) -> None:
    """Docebo refuses such packages; Apache looks at every extension of a name."""
    folder = tmp_path / "course"
    write_full_course(folder, pictures=("drawing.svg", name.format(extension)))
    found = {(one.rule.id, str(one.severity)) for one in check_course(folder, strict=False)}
    assert ("CRS-042", "error") in found


def test_bld_09_a_file_that_is_only_called_like_a_program_is_taken(tmp_path: Path) -> None:
    told = []
    for folder, pictures in (("plain", ("one.svg", "two.png")), ("odd", ("php.svg", "cgi-bin.png"))):
        write_full_course(tmp_path / folder, pictures=pictures)
        told.append([(one.rule.id, one.message) for one in check_course(tmp_path / folder, strict=False)])
    assert told[0] == told[1]
