"""One run of `check` tells of mistakes of every sort. If these fail, authors mend a course in two rounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpom_scorm.check import check_course
from tests.rules.course_fixtures import base_course

FIGURE = "- kind: figure\n    image: media/none.svg\n    alt: A dot."
PAGE = """\
- id: {id}
  title: {id}
  {minutes}: 1
  blocks:
  - kind: text
    text: Nothing more.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The right course of the rule fixtures, in a folder that is named relative to where we are."""
    for name, data in base_course().items():
        (tmp_path / "course" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "course" / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    return Path("course")


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def rules_in(folder: Path) -> list[str]:
    return [found.rule.id for found in check_course(folder, strict=False)]


def test_other_sections_are_judged_beside_one_that_cannot_be_read(folder: Path) -> None:
    change(folder / "sections" / "one.yaml", "title: First section\n", "")
    change(folder / "sections" / "two.yaml", "text: Order what is missing.", f"text: Order.\n  {FIGURE}")
    assert ["CRS-011", "CRS-040"] == rules_in(folder)


def test_other_pages_are_judged_at_their_own_places(folder: Path) -> None:
    broken = PAGE.format(id="broken", minutes="minuts")
    again = PAGE.format(id="counting", minutes="minutes")
    change(folder / "sections" / "two.yaml", "pages:\n", f"pages:\n{broken}{again}")
    unknown, twice = check_course(folder, strict=False)
    assert ("CRS-010", "CRS-020") == (unknown.rule.id, twice.rule.id)
    assert unknown.span
    assert twice.span
    assert (7, 11) == (unknown.span.line, twice.span.line)


def test_a_quiz_is_judged_beside_a_page_that_cannot_be_read(folder: Path) -> None:
    change(folder / "sections" / "one.yaml", "  minutes: 2", "  minuts: 2")
    change(folder / "sections" / "one.yaml", "{s1: t1, s2: t2}", "{s1: t1, s2: t9}")
    assert ["CRS-010", "QUE-010"] == rules_in(folder)


def test_nothing_is_told_that_only_follows_from_what_could_not_be_read(folder: Path) -> None:
    change(folder / "sections" / "one.yaml", "  minutes: 2", "  minuts: 2")
    change(
        folder / "sections" / "two.yaml",
        "text: Order what",
        'text: "See [counting](#/page/counting): order what"  #',
    )
    assert ["CRS-010"] == rules_in(folder)


def test_sections_are_judged_beside_one_whose_file_is_missing(folder: Path) -> None:
    (folder / "sections" / "one.yaml").unlink()
    change(folder / "sections" / "two.yaml", "text: Order what is missing.", f"text: Order.\n  {FIGURE}")
    assert ["CRS-002", "CRS-040"] == rules_in(folder)


def test_nothing_is_judged_where_the_course_itself_cannot_be_read(folder: Path) -> None:
    change(folder / "course.yaml", "title: Base course\n", "")
    change(folder / "sections" / "two.yaml", "text: Order what is missing.", f"text: Order.\n  {FIGURE}")
    assert ["CRS-011"] == rules_in(folder)


def test_nothing_is_told_of_addresses_while_the_allowed_ones_cannot_be_read(folder: Path) -> None:
    change(folder / "course.yaml", "title: Base course\n", "title: Base course\nexternal: [video.example]\n")
    film = '- kind: embed\n    title: Film\n    source: "https://video.example/a"\n    description: A film.'
    change(folder / "sections" / "two.yaml", "text: Order what is missing.", f"text: Order.\n  {film}")
    assert ["CRS-015"] == rules_in(folder)


def test_an_origin_is_not_called_unused_while_a_page_cannot_be_read(folder: Path) -> None:
    allowed = 'title: Base course\nexternal: ["https://video.example"]\n'
    change(folder / "course.yaml", "title: Base course\n", allowed)
    change(folder / "sections" / "two.yaml", "  minutes: 1", "  minuts: 1")
    assert ["CRS-010"] == rules_in(folder)


def test_a_theme_is_judged_beside_a_course_that_cannot_be_read(folder: Path) -> None:
    change(folder / "course.yaml", "title: Base course\n", "")
    (folder / "templates").mkdir()
    (folder / "templates" / "theme.yaml").write_text("colors: {light: {brand: teal}}\n", "utf-8")
    assert ["CRS-011", "TPL-004"] == rules_in(folder)
