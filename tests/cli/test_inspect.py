"""Administrators look into packages from anywhere before they upload them: what it says must be true."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from cpom_scorm.inspect import FileFacts, ItemFacts, OrganizationFacts, PackageFacts
from cpom_scorm.package.archive.zip_writer import zip_bytes
from cpom_scorm.reporters.package_facts import as_data, as_text
from cpom_scorm.reporters.terminal import Paint
from tests.builders import base_files
from tests.command_line import cpom

if TYPE_CHECKING:
    from pathlib import Path

FACTS = PackageFacts(
    path="there.zip",
    edition="scorm12",
    edition_title="SCORM 1.2",
    identifier="course-1",
    version=None,
    schemaversion="1.2",
    organizations=(
        OrganizationFacts(
            "org",
            "Hygiene",
            True,
            (
                ItemFacts(
                    "part",
                    "Part 1",
                    "heading",
                    None,
                    True,
                    (
                        ItemFacts("i1", "Hands", "sco", "index.html?page=1", True, ()),
                        ItemFacts("i2", None, "asset", "help.html", False, ()),
                        ItemFacts("i3", "Gone", "missing", None, True, ()),
                    ),
                ),
            ),
        ),
    ),
    sco_count=1,
    file_count=1200,
    archive_size=78_400,
    content_size=2_500_000,
    largest_files=(FileFacts("film.mp4", 2_000_000, 2_000_000), FileFacts("a.js", 1_500, 600)),
    metadata_files=("meta.xml",),
    control_documents=(),
    content_digest="ab12",
)
PLAIN = Paint(colour=False)


def test_the_facts_read_from_top_to_bottom() -> None:
    assert as_text(FACTS, PLAIN).splitlines() == [
        "there.zip",
        '  edition       SCORM 1.2, schemaversion "1.2"',
        "  identifier    course-1",
        "  version       not said",
        "  size          78.4 kB, 2.5 MB unpacked",
        "  files         1,200",
        "  SCOs          1",
        "  metadata      1 file: meta.xml",
        "  schema files  none",
        "  content       ab12",
        "",
        'organization "Hygiene" (org, default)',
        '  - "Part 1" [heading]',
        '    - "Hands" [SCO: index.html?page=1]',
        "    - without a title [asset: help.html, not shown in the menu]",
        '    - "Gone" [launches a resource that the manifest does not have]',
        "",
        "largest files",
        "         2.0 MB  film.mp4",
        "         1.5 kB  a.js  (600 bytes packed)",
    ]


def test_titles_and_names_cannot_move_the_cursor() -> None:
    """SEC-13."""
    title = "T\x1b[2J"
    facts = PackageFacts(
        **{
            **{name: getattr(FACTS, name) for name in FACTS.__slots__},
            "identifier": "id\x07",
            "organizations": (OrganizationFacts("o\x1b", title, False, ()),),
            "largest_files": (FileFacts("f\x1b.js", 1, 1),),
        }
    )
    assert not {"\x1b", "\x07"} & set(as_text(facts, PLAIN))


def test_a_package_is_described_as_text_and_as_json(tmp_path: Path) -> None:
    path = tmp_path / "base.zip"
    path.write_bytes(zip_bytes(base_files()))
    done = cpom("inspect", path)
    assert (0, "") == (done.code, done.err)
    assert done.out.startswith(f"{path}\n  edition       SCORM 2004 4th Edition")
    data = json.loads(cpom("inspect", path, "--format", "json").out)
    assert (1, []) == (data["schema_version"], data["diagnostics"])
    assert set(as_data(FACTS)) == set(data) - {"schema_version", "diagnostics"}


def test_what_cannot_be_opened_has_findings_instead_of_facts(tmp_path: Path) -> None:
    (tmp_path / "notes.zip").write_text("no zip")
    done = cpom("inspect", tmp_path / "notes.zip")
    assert (1, "") == (done.code, done.out)
    assert "error[PKG-001]" in done.err
    data = json.loads(cpom("inspect", tmp_path / "notes.zip", "--format", "json").out)
    assert "PKG-001" == data["diagnostics"][0]["rule"]


def test_long_lists_of_files_fit_a_terminal_and_name_each_file_once() -> None:
    schemas = tuple(f"schema-{number}.xsd" for number in range(30))
    facts = replace(FACTS, metadata_files=("meta.xml", "meta.xml"), control_documents=schemas)
    lines = as_text(facts, PLAIN).splitlines()
    assert "  metadata      1 file: meta.xml" in lines
    assert max(map(len, lines)) <= 80
    assert all(sum(name in line.split(", ") or f" {name}" in line for line in lines) for name in schemas)
