"""The edition of a manifest is found, or what keeps LMSs from finding it is named.

An LMS that takes a SCORM 2004 course for SCORM 1.2 offers it an API it does not look for: nothing is saved.
"""

from __future__ import annotations

import pytest

from cpom_scorm.editions import EDITIONS, Edition, edition_named
from cpom_scorm.package.manifest.reader import read_manifest
from cpom_scorm.package.manifest.writer import manifest_bytes
from tests.builders import base_manifest

FILE = "imsmanifest.xml"


def changed(edition: Edition, *changes: tuple[str, str]) -> tuple[str | None, list[tuple[str, str, str]]]:
    """Read a right manifest after some replacements: edition found, and (rule, message, help)."""
    text = manifest_bytes(base_manifest(edition), edition).decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    result = read_manifest(text.encode(), FILE)
    found = [(one.rule.id, one.message, one.help) for one in result.diagnostics]
    return result.edition.id if result.edition else None, found


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
def test_each_edition_is_told_by_its_schemaversion(edition: Edition) -> None:
    assert (edition.id, []) == changed(edition)


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
def test_white_space_around_the_schemaversion_does_not_change_the_edition(edition: Edition) -> None:
    version = edition.manifest.schemaversion
    assert edition.id == changed(edition, (f">{version}<", f">\n  {version}\n<"))[0]


@pytest.mark.parametrize(
    ("edition_id", "written"),
    [(edition.id, text) for edition in EDITIONS for text in edition.manifest.mistaken_schemaversions]
    + [("scorm2004-3rd", "2004 3rd edition"), ("scorm2004-2nd", "cam 1.3")],
)
def test_known_slips_name_the_edition_that_was_meant(edition_id: str, written: str) -> None:
    edition = edition_named(edition_id)
    version = edition.manifest.schemaversion
    found_edition, found = changed(edition, (f">{version}<", f">{written}<"))
    assert edition_id == found_edition
    (rule, message, remedy), *others = found
    assert [] == others
    assert "MAN-010" == rule
    assert message.startswith(f'the schemaversion is "{written}", expected "')
    assert f'write "{version}", which stands for {edition.title}' == remedy


def test_an_unknown_schemaversion_is_judged_as_the_newest_edition_of_its_namespace() -> None:
    expected = 'the schemaversion is "5.0", expected "CAM 1.3", "2004 3rd Edition" or "2004 4th Edition"'
    assert ("scorm2004-4th", [("MAN-010", expected, "")]) == changed(EDITIONS[1], (">CAM 1.3<", ">5.0<"))


def test_a_manifest_of_12_without_schemaversion_is_still_12() -> None:
    assert ("scorm12", []) == changed(EDITIONS[0], ("<schemaversion>1.2</schemaversion>", ""))


def test_a_schemaversion_of_the_other_generation_is_named() -> None:
    edition, found = changed(EDITIONS[0], (">1.2<", ">2004 4th Edition<"))
    message = (
        'the schemaversion "2004 4th Edition" is that of SCORM 2004 4th Edition, '
        "but the namespace of the manifest is that of SCORM 1.2"
    )
    assert ("scorm12", ["MAN-011"], message) == (edition, [one[0] for one in found], found[0][1])


def test_adl_names_of_the_other_generation_are_named_once() -> None:
    old, new = (one.manifest.namespaces[1].uri for one in (EDITIONS[0], EDITIONS[-1]))
    edition, found = changed(EDITIONS[-1], (f'"{new}"', f'"{old}"'))
    message = f'the namespace "{old}" belongs to SCORM 1.2, but the manifest is SCORM 2004 4th Edition'
    assert ("scorm2004-4th", [("MAN-011", message, f'use the namespace "{new}"')]) == (edition, found)


def test_ims_content_packaging_alone_is_said_to_be_no_scorm() -> None:
    text = """<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1">
 <metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>
 <organizations/><resources/>
</manifest>"""
    result = read_manifest(text.encode(), FILE)
    assert result.edition is None
    assert ["this is an IMS content package without any SCORM element, not SCORM"] == [
        found.message for found in result.diagnostics
    ]


@pytest.mark.parametrize(
    ("root", "rule", "message"),
    [
        (
            '<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"/>',
            "MAN-001",
            "this is an IMS Common Cartridge, not SCORM",
        ),
        (
            '<manifest xmlns="urn:x"/>',
            "MAN-001",
            'the root element is in the namespace "urn:x", expected '
            '"http://www.imsproject.org/xsd/imscp_rootv1p1p2" or "http://www.imsglobal.org/xsd/imscp_v1p1"',
        ),
        (
            "<manifest/>",
            "MAN-001",
            "the root element is in no namespace, expected "
            '"http://www.imsproject.org/xsd/imscp_rootv1p1p2" or "http://www.imsglobal.org/xsd/imscp_v1p1"',
        ),
        ("<lom/>", "MAN-002", 'the root element is "lom", expected "manifest"'),
    ],
)
def test_roots_of_other_kinds_of_files_are_named(root: str, rule: str, message: str) -> None:
    result = read_manifest(root.encode(), FILE)
    assert result.edition is None
    assert [(rule, message)] == [(found.rule.id, found.message) for found in result.diagnostics]
