"""`--theme` rebrands a course, wherever a course is built, judged or played."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.editions import EDITIONS
from cpom_scorm.render.theme_folders import shipped_themes
from tests.command_line import cpom

if TYPE_CHECKING:
    from pathlib import Path

EDITION = EDITIONS[-1].id


@pytest.fixture
def here(starter: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the starter course lies."""
    monkeypatch.chdir(starter.parent)
    return starter.parent


def packed(here: Path, *options: str) -> dict[str, bytes]:
    """Build the course and give the files of its package."""
    done = cpom("build", "mine", "--edition", EDITION, "--quiet", *options)
    assert (0, "") == (done.code, done.err)
    with zipfile.ZipFile(here / "dist" / f"a-small-course-{EDITION}.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def theme(folder: Path, text: str) -> str:
    folder.mkdir()
    (folder / "theme.yaml").write_text(text, "utf-8")
    return folder.name


def test_a_shipped_theme_changes_the_styles_and_adds_no_file(here: Path) -> None:
    plain, branded = packed(here), packed(here, "--theme", "iris")
    assert list(plain) == list(branded)
    # The build's own mark is in the course data; the manifest names files and versions only.
    changed = {name for name in plain if plain[name] != branded[name]}
    assert {"styles.css"} <= changed <= {"styles.css", "course-data.js", "probe.txt", "imsmanifest.xml"}
    assert b"--brand:#463b8f" in branded["styles.css"]
    assert [] == [name for name in branded if "theme" in name or name.endswith((".yaml", "/page.html"))]


def test_the_first_of_several_themes_wins_and_the_course_itself_before_all(here: Path) -> None:
    one = theme(here / "one", 'colors: {light: {brand: "#5b2a6e"}}\n')
    two = theme(here / "two", 'colors: {light: {brand: "#7a1f3d", accent: "#7fd1b9"}}\n')
    styles = packed(here, "--theme", one, "--theme", two)["styles.css"]
    assert b"--brand:#5b2a6e" in styles
    assert b"--accent:#7fd1b9" in styles
    assert b"--brand:#7a1f3d" in packed(here, "--theme", two, "--theme", one)["styles.css"]
    theme(here / "mine" / "templates", 'colors: {light: {brand: "#1d4e2f"}}\n')
    assert b"--brand:#1d4e2f" in packed(here, "--theme", one)["styles.css"]


@pytest.mark.parametrize("command", ["build", "check", "preview"])
def test_a_theme_that_is_not_there_is_wrong_usage(here: Path, command: str) -> None:
    done = cpom(command, "mine", "--theme", "iris", "--theme", "isir")
    assert done.code == 2
    known = ", ".join(shipped_themes())
    message = f'there is no theme "isir": name its folder, or one that is shipped: {known}'
    assert message in " ".join(done.err.split())


def test_check_finds_what_is_wrong_with_a_theme(here: Path) -> None:
    """A11Y-09: a warning, and an error where people ask for strictness."""
    pale = theme(here / "pale", 'colors: {light: {brand: "#7fb3c8"}}\n')
    done = cpom("check", "mine", "--theme", pale)
    assert done.code == 0
    assert "warning[TPL-005]" in done.out
    assert "pale/theme.yaml:1:25" in done.out
    assert cpom("check", "mine", "--theme", pale, "--strict").code == 1
    assert cpom("check", "mine", "--strict").code == 0


def test_build_weighs_the_contrast_of_a_theme_as_check_does(here: Path) -> None:
    pale = theme(here / "pale", 'colors: {light: {brand: "#7fb3c8"}}\n')
    done = cpom("build", "mine", "--theme", pale, "--edition", EDITION)
    assert done.code == 0
    assert "warning[TPL-005]" in done.err
    done = cpom("build", "mine", "--theme", pale, "--edition", EDITION, "--strict")
    assert done.code == 1
    assert "error[TPL-005]" in done.err
    assert "nothing was written" in done.err


def test_a_folder_without_a_theme_is_a_finding(here: Path) -> None:
    (here / "empty").mkdir()
    for command in ("build", "check"):
        done = cpom(command, "mine", "--theme", "empty")
        assert done.code == 1
        assert 'error[TPL-006]: "empty" holds no theme' in done.out + done.err
