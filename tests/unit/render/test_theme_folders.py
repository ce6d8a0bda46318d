"""Which theme wins. If these fail, a course gets another brand, or files of somebody's computer."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cpom_scorm.render import theme_folders as module
from cpom_scorm.render.theme import load_theme
from cpom_scorm.render.theme_folders import default_theme_dir, shipped_themes, theme_folder, theme_folders


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a course in it."""
    (tmp_path / "course").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def theme(folder: str, extends: str | None = None) -> Path:
    """Write a theme: what it extends, and a file `who.html` that says its name."""
    path = Path(folder)
    path.mkdir(parents=True, exist_ok=True)
    (path / "theme.yaml").write_text(f"extends: {extends}\n" if extends else "name: any\n", "utf-8")
    (path / "who.html").write_text(path.name, "utf-8")
    return path


def order(*named: Path) -> list[str]:
    """Give the folders that the course gets, without the default one."""
    found = theme_folders(Path("course"), named)
    assert found.diagnostics == ()
    assert found.files[-1].folder == default_theme_dir()
    return [file.folder.as_posix() for file in found.files[:-1]]


def told(*named: Path) -> list[tuple[str, str, str]]:
    """Give rule, place and message of all findings."""
    found = theme_folders(Path("course"), named).diagnostics
    places = [":".join(str(part) for part in (f.span.file, f.span.line) if part) for f in found if f.span]
    return [(f.rule.id, place, f.message) for f, place in zip(found, places, strict=True)]


def test_the_default_theme_is_found_beside_the_package(root: Path) -> None:
    assert default_theme_dir() in (root / "templates", root / "cpom_scorm" / "templates")
    assert (default_theme_dir() / "page.html").is_file()


def test_the_default_theme_is_found_inside_an_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "templates").mkdir()
    monkeypatch.setattr(module.resources, "files", lambda package: tmp_path)
    assert default_theme_dir() == tmp_path / "templates"


def test_the_courses_own_templates_come_first_then_named_themes_then_what_they_extend(here: Path) -> None:
    theme("course/templates", "./below")
    theme("course/templates/below")
    first, second = theme("first", "../base"), theme("second", "iris")
    theme("base")
    own = ["course/templates", "first", "second", "course/templates/below", "base"]
    assert [*own, (default_theme_dir() / "themes" / "iris").as_posix()] == order(first, second)
    loaded = load_theme(Path("course"), [first, second]).theme
    assert loaded.render("who.html", {}) == "templates"
    (here / "course/templates/who.html").unlink()
    assert load_theme(Path("course"), [first, second]).theme.render("who.html", {}) == "first"
    assert load_theme(Path("course"), [second, first]).theme.render("who.html", {}) == "second"


def test_a_theme_that_several_extend_stands_behind_all_of_them(here: Path) -> None:
    first, second = theme("first", "../left"), theme("second", "../right")
    theme("left", "../base")
    theme("right", "../base")
    theme("base")
    assert ["first", "second", "left", "right", "base"] == order(first, second)


def test_a_theme_that_is_named_keeps_its_place_when_another_extends_it(here: Path) -> None:
    base, child = theme("base"), theme("child", "../base")
    assert ["base", "child"] == order(base, child)
    assert ["child", "base"] == order(child)
    assert ["child", "base"] == order(child, child)


def test_the_default_theme_can_be_named_and_changes_nothing(here: Path) -> None:
    assert ["one"] == order(theme("one", "default"))
    assert ["one"] == order(theme_folder("default"), theme("one"))


def test_a_name_means_the_shipped_theme_and_a_path_a_folder(here: Path) -> None:
    theme("iris")
    assert theme_folder("iris") == shipped_themes()["iris"]
    assert theme_folder("./iris") == Path("iris")
    assert theme_folder("../iris", Path("a/b")) == Path("a/iris")
    assert {"default", "iris"} <= set(shipped_themes())


def test_a_circle_is_told_where_it_closes(here: Path) -> None:
    first = theme("first", "../second")
    theme("second", "../first")
    circle = '"../first" extends a theme that extends it: first > second > first'
    assert [("TPL-007", "second/theme.yaml:1", circle)] == told(first)
    alone = '"." extends a theme that extends it: own > own'
    assert [("TPL-007", "own/theme.yaml:1", alone)] == told(theme("own", "."))


def test_a_parent_that_is_missing_is_told_at_its_name_with_what_there_is(here: Path) -> None:
    first = theme("first", "../hous")
    assert [("TPL-006", "first/theme.yaml:1", 'there is no theme "../hous"')] == told(first)
    (found,) = theme_folders(None, [first]).diagnostics
    assert found.help == "name a folder, or a theme that is shipped: default, iris"
    assert [("TPL-006", "none", 'there is no theme "none"')] == told(Path("none"))


def test_a_folder_that_is_none_or_holds_something_else_is_told(here: Path) -> None:
    Path("file").write_text("words")
    Path("other").mkdir()
    Path("other/notes.html").write_text("words")
    holds_none = '"other" holds no theme: no theme.yaml, and no template or style sheet by a name we know'
    assert [("TPL-006", "file", 'the theme "file" cannot be read: not a directory')] == told(Path("file"))
    assert [("TPL-006", "other", holds_none)] == told(Path("other"))
    Path("other/page.html").write_text("words")
    assert ["other"] == order(Path("other"))


def test_a_theme_may_be_nothing_but_styles(here: Path) -> None:
    Path("own/assets").mkdir(parents=True)
    Path("own/assets/theme.css").write_text("b { color: red; }")
    assert ["own"] == order(Path("own"))


def test_a_folder_that_may_not_be_read_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = theme("closed")
    scan = os.scandir

    def refuse(folder: Path) -> object:
        if folder == closed:
            raise PermissionError(13, "Permission denied", str(folder))
        return scan(folder)

    monkeypatch.setattr(module.os, "scandir", refuse)
    assert [("TPL-006", "closed", 'the theme "closed" cannot be read: permission denied')] == told(closed)


def test_a_theme_yaml_that_is_a_folder_is_told(here: Path) -> None:
    Path("odd/theme.yaml").mkdir(parents=True)
    assert [("TPL-006", "odd", 'the theme "odd" cannot be read: is a directory')] == told(Path("odd"))


def test_sec_09_a_courses_own_theme_leads_nowhere_out_of_the_course(here: Path) -> None:
    """A course that somebody sent would else put files of this computer into the package."""
    theme("house")
    theme("course/templates", "../../house")
    place, message = "course/templates/theme.yaml:1", '"../../house" leads out of the course folder'
    assert [("TPL-008", place, message)] == told()
    theme("course/brand", "../../house")
    theme("course/templates", "../brand")
    assert [("TPL-008", "course/brand/theme.yaml:1", message)] == told()
    theme("course/brand")
    assert ["course/templates", "course/brand"] == order()
    # Who names a theme has chosen what that extends.
    assert ["course/templates", "other", "course/brand", "house"] == order(theme("other", "../house"))


@pytest.mark.parametrize("name", ["secret.html", "parts", "loop"])
def test_sec_09_a_link_in_the_courses_templates_leads_nowhere_out_of_the_course(
    here: Path, name: str
) -> None:
    theme("course/templates")
    Path("secret").mkdir()
    Path("secret/key.html").write_text("a secret")
    link = Path("course/templates") / name
    link.symlink_to({"secret.html": "../../secret/key.html", "parts": "../../secret", "loop": "loop"}[name])
    message = f'"templates/{name}" is a link out of the course folder'
    assert [("TPL-008", f"course/templates/{name}", message)] == told()


def test_sec_09_the_templates_themselves_are_no_link_out_of_the_course(here: Path) -> None:
    theme("house")
    Path("course/templates").symlink_to("../house")
    message = '"templates" is a link out of the course folder'
    assert [("TPL-008", "course/templates", message)] == told()


def test_links_within_the_course_are_followed(here: Path) -> None:
    theme("course/templates")
    Path("course/shared.html").write_text("shared")
    Path("course/templates/own.html").symlink_to("../shared.html")
    assert ["course/templates"] == order()
    assert load_theme(Path("course")).theme.render("own.html", {}) == "shared"


def test_every_folder_that_was_looked_for_is_named_missing_ones_too(here: Path) -> None:
    """A preview follows edits there."""
    theme("course/templates")
    first = theme("first", "../later")
    looked_for = theme_folders(Path("course"), [first, Path("none")]).looked_for
    assert {"course/templates", "first", "later", "none"} <= {folder.as_posix() for folder in looked_for}
    assert default_theme_dir() in looked_for
