"""What is inside a package is told as it is. An administrator chooses the launch page and the LMS by it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from cpom_scorm.editions import EDITIONS
from cpom_scorm.inspect import inspect_package
from cpom_scorm.package.archive.zip_writer import content_digest, zip_bytes
from cpom_scorm.package.manifest.model import Item, Manifest, Resource
from tests.builders import base_files, base_item, base_manifest
from tests.hostile_zips import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path


def several() -> Manifest:
    """A heading with a SCO, an asset and a broken reference below it."""
    manifest = base_manifest()
    heading = Item(
        "part",
        "Part 1",
        items=(
            base_item(),
            Item("help", "Help", "base-help", is_visible=False, parameters="page=2"),
            Item("gone", "Gone", "base-gone"),
        ),
    )
    organization = replace(manifest.organizations[0], items=(heading,))
    helping = Resource("base-help", "media/help.html#top", scorm_type="asset")
    return replace(manifest, organizations=(organization,), resources=(*manifest.resources, helping))


def test_a_package_is_described_with_its_items_sizes_and_documents(tmp_path: Path) -> None:
    files = base_files()
    path = tmp_path / "course.zip"
    path.write_bytes(zip_bytes(files))
    facts, report = inspect_package(path)
    assert [] == list(report)
    assert (EDITIONS[-1].id, "base-course", "1.0", 1, len(files)) == (
        facts.edition,
        facts.identifier,
        facts.version,
        facts.sco_count,
        facts.file_count,
    )
    assert (path.stat().st_size, sum(map(len, files.values()))) == (facts.archive_size, facts.content_size)
    assert sorted(name for name in files if name.endswith(".xsd")) == list(facts.control_documents)
    assert [file.size for file in facts.largest_files] == sorted(map(len, files.values()), reverse=True)[:5]


def test_items_are_told_by_kind_with_what_they_launch(tmp_path: Path) -> None:
    path = tmp_path / "course.zip"
    path.write_bytes(zip_bytes(base_files(manifest=several())))
    organization = inspect_package(path)[0].organizations[0]
    heading = organization.items[0]
    assert (True, "heading", None) == (organization.is_default, heading.kind, heading.launch)
    assert [
        ("sco", "index.html", True),
        ("asset", "media/help.html#top?page=2", False),
        ("missing", None, True),
    ] == [(item.kind, item.launch, item.is_visible) for item in heading.items]


def test_the_content_digest_is_the_one_that_build_prints(tmp_path: Path) -> None:
    path = tmp_path / "course.zip"
    path.write_bytes(zip_bytes(base_files()))
    assert content_digest(base_files()) == inspect_package(path)[0].content_digest


def test_a_folder_is_described_as_its_zip_is(tmp_path: Path) -> None:
    for name, data in base_files().items():
        (tmp_path / "course" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "course" / name).write_bytes(data)
    (tmp_path / "course.zip").write_bytes(zip_bytes(base_files()))
    both = [inspect_package(tmp_path / name)[0] for name in ("course", "course.zip")]
    assert both[0].organizations == both[1].organizations
    assert (both[0].content_digest, both[0].content_size) == (both[1].content_digest, both[1].content_size)


def test_what_cannot_be_read_is_described_as_empty_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "course.zip"
    path.write_bytes(HOSTILE["cut-short"].make())
    facts, report = inspect_package(path)
    assert (None, 0, ()) == (facts.edition, facts.file_count, facts.organizations)
    assert ["PKG-001"] == [found.rule.id for found in report]


def test_the_facts_are_json(tmp_path: Path) -> None:
    path = tmp_path / "course.zip"
    path.write_bytes(zip_bytes(base_files(manifest=several())))
    data = json.loads(json.dumps(inspect_package(path)[0].to_json()))
    assert "base-item" == data["organizations"][0]["items"][0]["items"][0]["identifier"]
