"""The folders of embedded pages: all of their files, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.course.embeds import FolderFile, folder_files, folder_of

if TYPE_CHECKING:
    from pathlib import Path


def test_all_files_of_the_folder_belong_to_the_page(tmp_path: Path) -> None:
    """BLD-08: at any depth, in an order of their own."""
    for name in ("media/own/index.html", "media/own/b/deep.css", "media/own/a.js", "media/other.svg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    files = folder_files(tmp_path, "media/own/index.html")
    assert [file.name for file in files] == [
        "media/own/a.js", "media/own/b/deep.css", "media/own/index.html"
    ]  # fmt: skip
    assert {file.path for file in files} == {(tmp_path / file.name).resolve() for file in files}


def test_sec_09_links_are_followed_to_files_of_the_course_alone(tmp_path: Path) -> None:
    course = tmp_path / "course"
    (course / "own").mkdir(parents=True)
    (tmp_path / "secret.js").write_bytes(b"")
    (course / "shared.js").write_bytes(b"")
    (course / "own" / "shared.js").symlink_to("../shared.js")
    for name, target in (("secret.js", "../../secret.js"), ("gone.js", "none.js"), ("up", "..")):
        (course / "own" / name).symlink_to(target)
    shared = FolderFile("own/shared.js", (course / "shared.js").resolve())
    refused = [FolderFile(f"own/{name}", None) for name in ("gone.js", "secret.js", "up")]
    assert sorted([*refused, shared], key=lambda file: file.name) == list(
        folder_files(course, "own/index.html")
    )


def test_a_page_in_the_course_folder_has_no_folder_of_its_own() -> None:
    assert ["", "media", "media/own"] == [
        folder_of(page) for page in ("a.html", "media/a.html", "media/own/a.html")
    ]
