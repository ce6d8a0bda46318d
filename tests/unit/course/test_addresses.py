"""What a course may show from the web. If these fail, browsers ask hosts that nobody allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from cpom_scorm.build import BuildOptions, build_course
from cpom_scorm.course.addresses import content_policy, origin_of
from cpom_scorm.course.load import load_course
from cpom_scorm.package.model import Package
from cpom_scorm.reporters.build_summary import summary
from cpom_scorm.validate import verify

if TYPE_CHECKING:
    from pathlib import Path

PLAYER, FILMS = "https://player.example", "https://films.example:8443"
EMBED = {"kind": "embed", "title": "E", "source": f"{PLAYER}/1", "description": "Words."}
FILM = {"kind": "video", "title": "F", "source": f"{FILMS}/a.mp4", "silent": True, "transcript": "Words."}


def course_with(folder: Path, external: list[str], *blocks: dict[str, Any]) -> Path:
    page = {"id": "p1", "title": "Page", "minutes": 1, "blocks": [{"kind": "text", "text": "A."}, *blocks]}
    section = {"id": "one", "number": "1", "title": "One", "pages": [page]}
    course = {"id": "web", "title": "Web", "language": "en", "external": external, "sections": ["one.yaml"]}
    for name, data in (("course", course), ("one", section)):
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(data), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://player.example/1?a=b#c", PLAYER),
        ("https://PLAYER.example:443/1", PLAYER),
        (f"{FILMS}/a.mp4", FILMS),
        *((bad, "") for bad in ("http://player.example/", "https://kim@player.example/", "https://:80/")),
        *((bad, "") for bad in ("https://player.example:none/", "https://[::1/", "ftp://player.example/")),
    ],
)
def test_an_origin_is_scheme_host_and_port(address: str, origin: str) -> None:
    assert origin == origin_of(address)


def test_csp_04_a_course_without_an_allow_list_asks_nobody(tmp_path: Path) -> None:
    loaded = load_course(course_with(tmp_path, []))
    assert "default-src 'self'" == content_policy(loaded.complete)


def test_bld_15_each_origin_is_let_through_only_for_what_comes_from_it(tmp_path: Path) -> None:
    """And the launch page says so, the report names it, and the package is as valid as any."""
    result = build_course(course_with(tmp_path, [FILMS, PLAYER], EMBED, FILM), BuildOptions())
    assert not list(result.report)
    policy = f"default-src 'self'; frame-src 'self' {PLAYER}; media-src 'self' {FILMS}"
    told = summary(
        result.packages, [tmp_path / package.name for package in result.packages], lambda _, text: text
    )
    assert len(result.packages) == told.count(PLAYER) == told.count(FILMS)
    for package in result.packages:
        assert policy == package.policy
        assert f'content="{policy}"' in package.files["index.html"].decode()
        assert not list(verify(Package.from_files(package.files), strict=True))
        assert not any(name.startswith("media/") for name in package.files)


def test_bld_15_nothing_is_built_that_asks_another_host(tmp_path: Path) -> None:
    result = build_course(course_with(tmp_path, [PLAYER], EMBED, FILM), BuildOptions())
    assert ["CRS-142"] == [found.rule.id for found in result.report]
    assert f'add "- {FILMS}" to "external"' in next(iter(result.report)).help
    assert not result.packages
