"""The manifests that we write have the one form that every LMS we know of can read.

Some LMSs read a manifest as plain text with fixed prefixes, some launch the first resource they meet, some
take a schemaversion with a line feed for another edition: the learner then sees an error or loses the score.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.grammar import check_grammar, control_documents, schema_locations
from cpom_scorm.package.manifest.model import CompletionThreshold, Objective, Sequencing
from cpom_scorm.package.manifest.reader import read_manifest
from cpom_scorm.package.manifest.writer import manifest_bytes
from tests.builders import base_asset, base_item, base_manifest, base_sco

if TYPE_CHECKING:
    from cpom_scorm.editions import Edition
    from cpom_scorm.package.manifest.model import Item, Manifest

pytestmark = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
SCHEMAVERSIONS = {
    "scorm12": "1.2",
    "scorm2004-2nd": "CAM 1.3",
    "scorm2004-3rd": "2004 3rd Edition",
    "scorm2004-4th": "2004 4th Edition",
}


def written(edition: Edition, manifest: Manifest | None = None) -> str:
    return manifest_bytes(manifest or base_manifest(edition), edition).decode("utf-8")


def with_item(edition: Edition, item: Item) -> Manifest:
    manifest = base_manifest(edition)
    return replace(manifest, organizations=(replace(manifest.organizations[0], items=(item,)),))


def launch_page_by_prefixed_names(text: str) -> str:
    """Find the launch page as Moodle does: literal names, no idea of namespaces (LMS-001)."""
    tags = re.findall(r"<([A-Za-z:]+)((?:\s+[\w:]+=\"[^\"]*\")*)\s*/?>", text)
    named = [(name.upper(), dict(re.findall(r'([\w:]+)="([^"]*)"', rest))) for name, rest in tags]
    assert "MANIFEST" == named[0][0]
    item = next(attributes for name, attributes in named if name == "ITEM")
    resources = [attributes for name, attributes in named if name == "RESOURCE"]
    launched = next(one for one in resources if one["identifier"] == item["identifierref"])
    kinds = [value for key, value in launched.items() if key.upper() == "ADLCP:SCORMTYPE"]
    assert ["sco"] == kinds
    return launched["href"]


def launch_page_by_first_href(text: str) -> str:
    """Find the launch page as Open edX does: the first resource with an href (LMS-005)."""
    found = re.search(r'<resource [^>]*href="([^"]*)"', text)
    assert found
    return found[1]


def test_bld_01_one_organization_with_one_item_and_one_sco_passes_the_grammar(edition: Edition) -> None:
    text = written(edition)
    assert [1, 1, 1] == [text.count(part) for part in ("<organization ", "<item ", '="sco"')]
    result = read_manifest(text.encode(), "imsmanifest.xml")
    assert result.document is not None
    assert [] == [found.message for found in check_grammar(result.document, edition)]


def test_bld_02_readers_without_namespaces_or_items_find_the_same_launch_page(edition: Edition) -> None:
    shared_first = replace(
        base_manifest(edition), resources=(replace(base_asset(), href="a.html"), base_sco())
    )
    text = written(edition, shared_first)
    assert "index.html" == launch_page_by_first_href(text) == launch_page_by_prefixed_names(text)


def test_bld_02_every_item_says_that_it_is_visible(edition: Edition) -> None:
    nested = replace(base_item(edition), items=(replace(base_item(edition), identifier="inner"),))
    text = written(edition, with_item(edition, nested))
    assert 2 == text.count("<item ") == text.count('isvisible="true"')


def test_bld_02_the_scorm_type_is_spelt_as_the_edition_wants(edition: Edition) -> None:
    assert {edition.manifest.scorm_type_attribute} == set(re.findall(r"adlcp:(scorm\w+)", written(edition)))


def test_bld_03_only_known_prefixes_and_the_default_namespace_are_used(edition: Edition) -> None:
    text = written(edition)
    declared = dict(re.findall(r'xmlns(?::(\w+))?="([^"]*)"', text))
    assert edition.manifest.namespaces[0].uri == declared.pop("")
    assert {"adlcp", "adlnav", "adlseq", "imsss", "xsi"} >= set(declared)
    assert set(declared) >= set(re.findall(r"[< ](\w+):\w+", text)) - {"xmlns"}


def test_bld_03_the_bytes_are_plain(edition: Edition) -> None:
    data = manifest_bytes(base_manifest(edition), edition)
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<manifest\n')
    assert data.endswith(b"</manifest>\n")
    for banned in (b"\r", b"xml:base", b"<!DOCTYPE", b"<!ENTITY", b"<?xml-", b"\xef\xbb\xbf", b"\t"):
        assert banned not in data
    assert 1 == data.count(b"<manifest")


def test_bld_04_the_schemaversion_stands_on_one_line_without_white_space(edition: Edition) -> None:
    line = f"\n    <schemaversion>{SCHEMAVERSIONS[edition.id]}</schemaversion>\n"
    assert 1 == written(edition).count(line)


def test_bld_05_identifiers_are_written_exactly_as_they_were_given(edition: Edition) -> None:
    text = written(edition)
    assert ["base-course", "base-organization", "base-item", "base-sco", "base-shared"] == re.findall(
        r'\bidentifier="([^"]*)"', text
    )


def test_bld_11_schema_locations_name_only_files_of_the_package(edition: Edition) -> None:
    text = written(edition, replace(base_manifest(edition), schema_locations=schema_locations(edition)))
    found = re.search(r'xsi:schemaLocation="([^"]*)"', text)
    assert found
    tokens = found[1].split()
    assert dict(zip(tokens[::2], tokens[1::2], strict=True)) == dict(schema_locations(edition))
    assert set(tokens[1::2]) <= set(control_documents(edition))


def test_bld_11_without_control_documents_nothing_points_to_them(edition: Edition) -> None:
    text = written(edition, replace(base_manifest(edition), schema_locations=()))
    assert "xsi" not in text
    assert ".xsd" not in text


def test_bld_13_pass_marks_and_thresholds_stand_there_only_when_they_are_set(edition: Edition) -> None:
    names = re.compile("masteryscore|minNormalizedMeasure|completionThreshold|satisfiedByMeasure")
    assert [] == names.findall(written(edition))
    item = base_item(edition)
    if "mastery_score" in edition.manifest.parameter_elements:
        item = replace(item, mastery_score="80")
    if edition.manifest.has_sequencing:
        primary = Objective("primary", satisfied_by_measure=True, min_normalized_measure="0.8")
        threshold = CompletionThreshold(
            "1.0", by_measure=True if edition.manifest.has_threshold_attributes else None
        )
        item = replace(item, sequencing=Sequencing(primary_objective=primary), completion_threshold=threshold)
    text = written(edition, with_item(edition, item))
    expected = {"masteryscore"}
    if edition.manifest.has_sequencing:
        expected = {"minNormalizedMeasure", "completionThreshold", "satisfiedByMeasure"}
    assert expected == set(names.findall(text))


def test_bld_14_the_controls_of_the_lms_are_hidden_where_the_edition_can_say_so(edition: Edition) -> None:
    hidden = re.findall("<adlnav:hideLMSUI>(.*)</adlnav:hideLMSUI>", written(edition))
    assert list(edition.manifest.hideable_controls) == hidden
    assert edition.manifest.has_navigation == bool(hidden)


def test_sec_12_mark_up_in_titles_is_escaped(edition: Edition) -> None:
    title = '<img src=x onerror="alert(1)"> & more'
    text = written(edition, with_item(edition, replace(base_item(edition), title=title)))
    assert '<title>&lt;img src=x onerror="alert(1)"&gt; &amp; more</title>' in text
