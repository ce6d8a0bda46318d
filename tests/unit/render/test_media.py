"""Names and files of media. If these fail, pictures are missing in some LMS, or files leak."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpom_scorm.render.media import archive_names, load_media, media_paths
from tests.unit.render.sample import DRAWING, sample_course

if TYPE_CHECKING:
    from pathlib import Path

PORTABLE = re.compile(r"media/[a-z0-9_][a-z0-9_-]*(\.[a-z0-9]+)?")
RESERVED = re.compile(r"media/(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("media/flow.svg", "media/flow.svg"),
        ("media/My Chart (final) #2.PNG", "media/my-chart-final-2.png"),
        ("media/Ämter & Ärzte.jpg", "media/amter-arzte.jpg"),
        ("media/100%.webp", "media/100.webp"),
        ("media/CON.png", "media/con-.png"),
        ("media/.hidden", "media/media.hidden"),
        ("media/表.png", "media/media.png"),
        ("media/a.b.c.svg", "media/a-b-c.svg"),
        ("media/" + "x" * 200 + ".svg", "media/" + "x" * 52 + ".svg"),
    ],
)
def test_names_become_such_as_every_system_takes(path: str, expected: str) -> None:
    """BLD-06."""
    assert archive_names([path]) == {path: expected}


def test_names_that_would_become_equal_stay_apart() -> None:
    """BLD-06: equal ignoring case, or once their accents are gone."""
    names = archive_names(["media/B.svg", "media/b.svg", "media/sub/b.svg", "media/ḃ.svg"])
    assert sorted(names.values()) == ["media/b-2.svg", "media/b-3.svg", "media/b-4.svg", "media/b.svg"]


def test_names_depend_on_the_set_of_paths_not_on_their_order() -> None:
    paths = ["media/b.svg", "media/B.svg", "media/ b.svg"]
    assert archive_names(paths) == archive_names(reversed(paths))


@settings(deadline=None)
@given(st.lists(st.text(max_size=80), max_size=12))
def test_any_path_gets_a_portable_name_of_its_own(paths: list[str]) -> None:
    """BLD-06: lower case, no reserved name, no leading dot, 64 characters at most."""
    names = archive_names(paths)
    assert len(set(names.values())) == len(set(paths))
    for name in names.values():
        assert PORTABLE.fullmatch(name), name
        assert not RESERVED.match(name), name
        assert len(name.removeprefix("media/")) <= 64


def test_a_course_names_each_picture_once_in_its_own_order() -> None:
    assert media_paths(sample_course()) == ("media/flow.svg", "media/photo.jpg")


def test_pictures_are_read_with_their_size(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "Flow 1.svg").write_bytes(DRAWING)
    picture = load_media(tmp_path, ["media/Flow 1.svg"])["media/Flow 1.svg"]
    assert (picture.name, picture.content, picture.size) == ("media/flow-1.svg", DRAWING, (8, 4))
    assert 'aria-label="A line"' in str(picture.inline("A line"))


@pytest.mark.parametrize("path", ["../secret.svg", "media/link.svg", "/etc/passwd"])
def test_a_file_outside_the_course_is_never_read(tmp_path: Path, path: str) -> None:
    """SEC-09: not by dots, not by a link, not by an absolute path."""
    course = tmp_path / "course"
    (course / "media").mkdir(parents=True)
    (tmp_path / "secret.svg").write_bytes(DRAWING)
    (course / "media" / "link.svg").symlink_to(tmp_path / "secret.svg")
    with pytest.raises(ValueError, match="outside the course folder"):
        load_media(course, [path])
