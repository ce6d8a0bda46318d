"""The tables of metadata say what the published schema says, and everything that a form holds is accepted.

A table that is laxer lets a record pass that catalogues drop; a stricter one warns about good ones.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from cpom_scorm.package.metadata.check import STRUCTURE, VALUE, check_metadata
from cpom_scorm.package.metadata.forms import IMS_METADATA, METADATA_FORMS, Content, MetadataForm
from cpom_scorm.package.xml.source import parse_xml
from tests.package.rich_manifests import STRUCTURAL_CHANGES, changed_copies
from tests.package.test_control_documents import FOLDERS, MUTANTS, PUBLISHED, STAND_IN

if TYPE_CHECKING:
    from pathlib import Path

_TEXTS = {
    Content.DURATION: "PT1H30M",
    Content.DATE: "2026-11-22T10:00:00+01:00",
    Content.LANGUAGE: "en-US",
    Content.CARD: "BEGIN:VCARD\nFN:A\nEND:VCARD",
}

by_form = pytest.mark.parametrize("form", METADATA_FORMS, ids=lambda form: form.id)


def rich_record(form: MetadataForm) -> etree._Element:
    """Give a record with every element of a form in every place, twice where it may repeat."""
    root = etree.Element(f"{{{form.namespaces[0]}}}lom")
    _fill(form, root, "", "lom", 0)
    return root


def _fill(form: MetadataForm, element: etree._Element, parent: str, name: str, depth: int) -> None:
    parts = () if name == form.text_element else form.parts(parent, name)
    for part in parts:
        if parent == name == part.name:
            continue
        for _ in range(2 if part.may_repeat and depth < 2 else 1):
            child = etree.SubElement(element, f"{{{form.namespaces[0]}}}{part.name}")
            _fill(form, child, name, part.name, depth + 1)
    if not parts:
        element.text = _TEXTS.get(form.content(parent, name), "1")


def kinds(data: bytes) -> set[str]:
    document = parse_xml(data, "record.xml").document
    assert document is not None
    return {problem.kind for problem in check_metadata(document)}


def published_schema(root: Path, folder: Path) -> etree.XMLSchema:
    """Compile the published schema of IMS Metadata; its wildcards for anything are not deterministic."""
    source = root / PUBLISHED / FOLDERS["scorm12"] / "imsmd_rootv1p2p1.xsd"
    (folder / "ims_xml.xsd").write_bytes(STAND_IN)
    copy = folder / source.name
    copy.write_bytes(source.read_bytes().replace(b'namespace="##any"', b'namespace="##other"'))
    return etree.XMLSchema(etree.parse(copy, etree.XMLParser(no_network=True)))


@by_form
def test_a_record_with_everything_is_without_problems(form: MetadataForm) -> None:
    assert set() == kinds(etree.tostring(rich_record(form)))


@by_form
def test_every_row_of_a_form_can_be_reached(form: MetadataForm) -> None:
    names = {etree.QName(element).localname for element in rich_record(form).iter("{*}*")}
    paths = {
        f"{etree.QName(parent).localname}/{etree.QName(element).localname}"
        for element in rich_record(form).iter("{*}*")
        if (parent := element.getparent()) is not None
    }
    rows = {*form.groups, *form.languages, *form.vocabularies, *form.durations, *form.dates, *form.cards}
    assert set() == rows - names - paths


def test_the_table_of_ims_metadata_and_the_published_schema_give_the_same_verdicts(
    root: Path, tmp_path: Path
) -> None:
    theirs = published_schema(root, tmp_path)
    record = rich_record(IMS_METADATA)
    theirs.assertValid(record)
    verdicts, different = [], []
    for mutant in changed_copies(record, Random(5), MUTANTS // 4, STRUCTURAL_CHANGES):
        verdicts.append(theirs.validate(etree.fromstring(mutant.data)))
        if verdicts[-1] == bool(kinds(mutant.data) & {STRUCTURE, VALUE}):
            different.append(mutant.change)
    assert [] == different
    assert 0.1 < sum(verdicts) / len(verdicts) < 0.6, "the mutants must be neither all good nor all bad"
