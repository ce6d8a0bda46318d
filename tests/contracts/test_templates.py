"""What every template promises. If these fail, a theme author is told wrong names, or learners see a gap."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import meta

from cpom_scorm.blocks import BLOCKS
from cpom_scorm.interactions import INTERACTIONS
from cpom_scorm.render.catalogue import load_catalogue
from cpom_scorm.render.course_data import PAGE_FEATURES
from cpom_scorm.render.player_script import player_scripts
from cpom_scorm.render.quiz_data import FEATURES
from cpom_scorm.render.theme import load_theme
from cpom_scorm.render.theme_folders import default_theme_dir

THEME = load_theme().theme
FOLDER = default_theme_dir()
TEMPLATES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html"))
CATALOGUE = load_catalogue("en")
KINDS = {kind.name() for kind in INTERACTIONS}
BLOCK_KINDS = {kind.name() for kind in BLOCKS}
SCRIPTS = "".join(player_scripts(frozenset((*KINDS, *FEATURES, *PAGE_FEATURES, *BLOCK_KINDS))))

EVERY_TEMPLATE = pytest.mark.parametrize("name", TEMPLATES)


def source(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def receives(name: str) -> str:
    """Give what the template's first comment says that it receives."""
    comment = re.match(r"\{#(.*?)#\}", source(name), re.DOTALL)
    assert comment, "a template begins with a comment"
    listed = re.search(r"\bReceives:?\s(.*)", comment[1], re.DOTALL)
    assert listed, 'the comment says "Receives"'
    return listed[1]


def strings_named() -> set[str]:
    """Give the keys of strings that templates and player name, and of families that they put together."""
    named = set(CATALOGUE.used_by(SCRIPTS))
    for name in TEMPLATES:
        named |= set(re.findall(r'"([a-z]+\.[a-z0-9_.-]+)"', source(name)))
        for beginning in re.findall(r'"([a-z]+\.[a-z0-9_.]*)" ~', source(name)):
            named |= {key for key in CATALOGUE if key.startswith(beginning)}
    python = "".join(
        path.read_text("utf-8")
        for layer in ("render", "blocks")
        for path in (Path(FOLDER.parent) / "cpom_scorm" / layer).rglob("*.py")
    )
    return named | set(re.findall(r'"([a-z]+\.[a-z0-9_.-]+)"', python))


@EVERY_TEMPLATE
def test_a_template_lists_exactly_the_names_it_uses(name: str) -> None:
    """Theme authors copy a template and rely on its first comment."""
    used = meta.find_undeclared_variables(THEME.environment.parse(source(name)))
    listed = receives(name)
    assert {word for word in used if not re.search(rf"\b{word}\b", listed)} == set()
    if listed.strip().startswith("nothing"):
        assert used == set()


@EVERY_TEMPLATE
def test_a_template_has_nothing_inline(name: str) -> None:
    """CSP-01: no style, handler or script text, no data: or blob: address, no host."""
    text = re.sub(r"\{#.*?#\}", "", source(name), flags=re.DOTALL)
    assert not re.search(
        r"<style|\sstyle=|\son[a-z]+=|<script(?! src=)|javascript:|data:|blob:|https?://", text
    )


@EVERY_TEMPLATE
def test_a_template_holds_no_words_of_its_own(name: str) -> None:
    """A11Y-10: every word that learners read comes from the author or the catalogue."""
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", source(name), flags=re.DOTALL)
    assert re.findall(r"[A-Za-z]{2,}", text) == []


@pytest.mark.parametrize("kind", sorted(BLOCK_KINDS))
def test_every_kind_of_block_has_a_template(kind: str) -> None:
    assert f"blocks/{kind}.html" in TEMPLATES


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_interaction_has_a_template(kind: str) -> None:
    assert f"interactions/{kind}.html" in TEMPLATES


def test_no_template_belongs_to_a_kind_that_does_not_exist() -> None:
    blocks = {f"blocks/{kind}.html" for kind in BLOCK_KINDS}
    assert {name for name in TEMPLATES if name.startswith("blocks/")} == blocks
    interactions = {f"interactions/{kind}.html" for kind in KINDS}
    assert {name for name in TEMPLATES if name.startswith("interactions/")} == interactions


def test_every_icon_that_is_named_is_drawn() -> None:
    drawn = set(re.findall(r'id="i-([a-z]+)"', source("partials/icons.html")))
    text = SCRIPTS + "".join(source(name) for name in TEMPLATES)
    named = set(re.findall(r'icon\("([a-z]+)"', text)) | set(re.findall(r"#i-([a-z]+)", text))
    assert named <= drawn
    assert drawn - named <= set(re.findall(r'"([a-z]+)"', text))


def test_every_string_that_is_named_exists() -> None:
    plural = re.compile(r"_(one|other)$")
    stems = {plural.sub("", key) for key in CATALOGUE}
    families = {key.rpartition(".")[0] for key in CATALOGUE} | {key.rpartition("_")[0] for key in CATALOGUE}
    areas = {key.partition(".")[0] for key in CATALOGUE}
    named = {
        key
        for key in strings_named()
        if key.partition(".")[0] in areas and not key.endswith((".js", ".html"))
    }
    assert {key for key in named if key.rstrip("._") not in {*CATALOGUE, *stems, *families}} == set()


def test_no_string_is_left_that_nothing_names() -> None:
    named = strings_named()
    plural = re.compile(r"_(one|other)$")
    assert {key for key in CATALOGUE if key not in named and plural.sub("", key) not in named} == set()
