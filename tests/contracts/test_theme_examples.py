"""What theme authors copy from docs/themes.md must work, and the page must name everything there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cpom_scorm.build import BuildOptions, build_course
from cpom_scorm.editions import EDITIONS
from cpom_scorm.render.colors import NAMES
from cpom_scorm.render.findings import TEMPLATE_RULES
from cpom_scorm.render.theme_file import THEME_KEYS
from cpom_scorm.render.theme_folders import shipped_themes
from tests.full_course import write_full_course
from tests.rules.overlay import as_line

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "themes.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```\w+\n\W+ example: (\S+)( \W+)?\n(.*?)^```$", MANUAL, re.MULTILINE | re.DOTALL)
FILES = [("theme.yaml" if name == "theme" else name, text) for name, _, text in EXAMPLES]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("themed") / "course"
    write_full_course(folder)
    return folder


@pytest.mark.parametrize(("name", "text"), FILES, ids=[name for name, _ in FILES])
def test_an_example_builds_without_a_finding(course: Path, tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / "brand" / name
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    plain, themed = (
        build_course(course, BuildOptions(EDITIONS[-1:], themes=themes))
        for themes in ((), (tmp_path / "brand",))
    )
    assert [] == [as_line(found) for found in themed.report if found.rule in TEMPLATE_RULES]
    assert plain.packages[0].digest != themed.packages[0].digest


def test_the_page_shows_every_kind_of_file() -> None:
    assert ["theme.yaml"] * 3 + ["assets/theme.css", "blocks/quote.html"] == [name for name, _ in FILES]


def test_the_page_names_every_value_rule_and_shipped_theme() -> None:
    table = "".join(line for line in MANUAL.splitlines() if line.startswith("| `"))
    assert [] == [name for name in (*THEME_KEYS, *NAMES) if name != "colors" and f"`{name}`" not in table]
    shown = [rule.id for rule in TEMPLATE_RULES if rule.id in MANUAL]
    assert shown == ["TPL-004", "TPL-005", "TPL-006", "TPL-007", "TPL-008"]
    assert [] == [name for name in shipped_themes() if name not in MANUAL]


@pytest.mark.parametrize("page", ["README.md", "docs/authoring.md", "docs/commands.md"])
def test_other_pages_lead_there(page: str) -> None:
    assert re.search(r"\]\((docs/)?themes\.md\)", (ROOT / page).read_text("utf-8"))
