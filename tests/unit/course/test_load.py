"""A course folder becomes a course, or a list of everything that is wrong with it, at the right places.

Were a place wrong, an author would search in the wrong file; were a path followed out of the folder, a course
from a stranger could pull private files into a package.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cpom_scorm.course.load import load_course
from tests.rules.course_fixtures import base_course
from tests.rules.overlay import as_line


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The right course of the rule fixtures, in a folder that is named relative to where we are."""
    for name, data in base_course().items():
        (tmp_path / "home" / "course" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "home" / "course" / name).write_bytes(data)
    monkeypatch.chdir(tmp_path / "home")
    return Path("course")


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert 1 == text.count(old)
    file.write_text(text.replace(old, new), "utf-8")


def found_in(folder: Path) -> list[str]:
    return [as_line(found) for found in load_course(folder).report]


def test_a_right_course_is_read_whole(folder: Path) -> None:
    loaded = load_course(folder)
    assert [] == list(loaded.report)
    assert ["one", "two"] == [section.id for section in loaded.complete.sections]
    assert {"media/dot.svg": "found"} == {name: file.state for name, file in loaded.media.items()}


def test_values_are_placed_in_the_file_that_holds_them(folder: Path) -> None:
    loaded = load_course(folder)
    places = {
        ("title",): ("course/course.yaml", 2, 8),
        ("sections", 0, "title"): ("course/sections/one.yaml", 3, 8),
        ("sections", 1, "pages", 0, "blocks", 1, "id"): ("course/sections/two.yaml", 12, 9),
        ("scoring", "pass_mark"): ("course/course.yaml", 1, 1),
    }
    for path, place in places.items():
        span = loaded.span(path)
        assert place == (span.file, span.line, span.column)
    assert 4 == loaded.key_span(("sections", 0, "objectives", 0, "id")).column


def test_a_line_of_a_text_is_placed_at_its_line_in_the_file(folder: Path) -> None:
    loaded = load_course(folder)
    text = ("sections", 0, "pages", 0, "blocks", 0, "text")
    first = loaded.sources.text_span(text, 1)
    assert ("course/sections/one.yaml", 14, 7) == (first.file, first.line, first.column)
    assert 18 == loaded.sources.text_span(text, 5).line


@pytest.mark.parametrize("named", ["course", "./course", "../home/course"])
def test_files_are_shown_below_the_path_that_the_user_named(named: str, folder: Path) -> None:
    change(folder / "sections" / "two.yaml", "title: Second section\n", "")
    (found,) = load_course(Path(named)).report
    assert found.span
    assert f"{Path(named).as_posix()}/sections/two.yaml" == found.span.file


def test_a_course_in_the_current_folder_is_shown_without_a_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    change(Path("course.yaml"), "title: Base course\n", "")
    assert ['CRS-011 error course.yaml:1:1 the key "title" is missing'] == found_in(Path())


def test_all_files_are_told_about_in_one_run(folder: Path) -> None:
    change(folder / "course.yaml", "language: en", "language: english!")
    change(folder / "course.yaml", "- sections/two.yaml", "- sections/two.yaml\n- sections/three.yaml")
    change(folder / "sections" / "one.yaml", "title: First section", "title: First: section")
    change(folder / "sections" / "two.yaml", "minutes: 1", "minutes: one")
    assert [
        "CRS-015 error course/course.yaml:3:11",
        "CRS-002 error course/course.yaml:7:3",
        "YML-001 error course/sections/one.yaml:3:13",
        "CRS-012 error course/sections/two.yaml:7:12",
    ] == [" ".join(line.split(" ")[:3]) for line in found_in(folder)]


def test_a_course_with_an_error_is_not_handed_on(folder: Path) -> None:
    change(folder / "sections" / "two.yaml", "feedback: Count first.", "feedback: no")
    loaded = load_course(folder)
    assert loaded.course is None
    with pytest.raises(ValueError, match="its report says why"):
        _ = loaded.complete


def test_what_yaml_would_change_is_not_told_a_second_time_as_a_wrong_type(folder: Path) -> None:
    change(folder / "sections" / "two.yaml", "minutes: 1", "minutes: 010\n  required: no")
    assert ["YML-003", "YML-003"] == [line.split(" ")[0] for line in found_in(folder)]


@pytest.mark.parametrize("missing", ["nowhere", "course/course.yaml"])
def test_a_folder_without_a_course_is_told(missing: str, folder: Path) -> None:
    assert [f"CRS-001 error {missing}/course.yaml there is no course.yaml in the course folder"] == found_in(
        Path(missing)
    )


def test_sec_09_a_link_that_leads_out_of_the_folder_is_refused(folder: Path) -> None:
    (folder.parent / "secret.yaml").write_text("id: secret\n", "utf-8")
    (folder / "sections" / "link.yaml").symlink_to("../../secret.yaml")
    (folder / "sections" / "up").symlink_to("../..")
    change(
        folder / "course.yaml",
        "- sections/two.yaml",
        "- sections/two.yaml\n- sections/link.yaml\n- sections/up/secret.yaml",
    )
    assert [
        'CRS-003 error course/course.yaml:7:3 "sections/link.yaml" leads out of the course folder',
        'CRS-003 error course/course.yaml:8:3 "sections/up/secret.yaml" leads out of the course folder',
    ] == found_in(folder)


def test_a_link_inside_the_folder_is_followed_and_recognised(folder: Path) -> None:
    (folder / "sections" / "link.yaml").symlink_to("two.yaml")
    change(folder / "course.yaml", "- sections/two.yaml", "- sections/link.yaml")
    assert [] == found_in(folder)
    change(folder / "course.yaml", "- sections/link.yaml", "- sections/link.yaml\n- sections/two.yaml")
    assert ["CRS-004"] == [line.split(" ")[0] for line in found_in(folder)]


def test_a_course_folder_may_itself_be_a_link(folder: Path) -> None:
    Path("linked").symlink_to(folder)
    assert [] == found_in(Path("linked"))


def test_a_loop_of_links_is_refused(folder: Path) -> None:
    (folder / "sections" / "loop.yaml").symlink_to("loop.yaml")
    change(folder / "course.yaml", "- sections/two.yaml", "- sections/loop.yaml")
    assert 1 == len(found_in(folder))


def test_a_file_that_may_not_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(self: Path, *args: object, **kwargs: object) -> object:
        if self.name == "two.yaml":
            raise PermissionError(13, os.strerror(13))
        return opened(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    assert [
        'CRS-005 error course/course.yaml:6:3 "course/sections/two.yaml" cannot be opened: permission denied'
    ] == found_in(folder)
