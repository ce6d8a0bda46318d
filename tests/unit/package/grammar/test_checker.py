"""The checker judges SCORM's own names and nothing else, points at the place, and never gives up.

A checker that raises hides every other finding; one that judges foreign metadata cries wolf.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpom_scorm.editions import EDITIONS, Edition
from cpom_scorm.package.grammar import check_grammar
from cpom_scorm.package.manifest.reader import read_manifest
from cpom_scorm.package.manifest.writer import manifest_bytes
from tests.builders import base_manifest
from tests.strategies_manifest import manifests

if TYPE_CHECKING:
    from cpom_scorm.package.manifest.model import Manifest

FILE = "imsmanifest.xml"
LEFT_OUT = {"ORG-005", "ORG-006", "ITM-005", "RES-002", "NAV-001", "OBJ-002"}
"""What generated manifests may lack: titles, items, types, a resource of an item, unique objectives."""
written = st.sampled_from(EDITIONS).flatmap(lambda one: st.tuples(st.just(one), manifests(one)))


def findings(edition: Edition, *changes: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Give rule, message and help of what the checker finds after some replacements."""
    text = manifest_bytes(base_manifest(edition), edition).decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    document = read_manifest(text.encode(), FILE).document
    assert document is not None
    return [(found.rule.id, found.message, found.help) for found in check_grammar(document, edition)]


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
@pytest.mark.parametrize(
    "metadata",
    [
        '<lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><title/><x y="z">text</x></general></lom>',
        '<m:lom xmlns:m="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><m:general/></m:lom>',
        '<x:anything xmlns:x="urn:x" identifier="1"><x:item/>text</x:anything>',
    ],
)
def test_foreign_metadata_is_left_alone(edition: Edition, metadata: str) -> None:
    assert [] == findings(edition, ("</schemaversion>", f"</schemaversion>{metadata}"))


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
def test_foreign_attributes_are_left_alone(edition: Edition) -> None:
    assert [] == findings(edition, ("<organizations ", '<organizations xmlns:x="urn:x" x:y="1" '))


def test_a_foreign_element_where_no_extension_may_stand_is_found() -> None:
    changed = ('flow="true"/>', 'flow="true"><x xmlns="urn:x"/></imsss:controlMode>')
    assert [("SCH-005", '"x" is not allowed in "imsss:controlMode"', "remove it")] == findings(
        EDITIONS[-1], changed
    )


def test_an_element_without_namespace_is_found() -> None:
    changed = ("</schemaversion>", '</schemaversion><note xmlns="">x</note>')
    assert [("SCH-005", '"note" is in no namespace', "remove it")] == findings(EDITIONS[-1], changed)


@pytest.mark.parametrize(
    ("edition", "element", "rule", "remedy"),
    [
        (EDITIONS[0], "adlcp:dataFromLMS", "MAN-013", 'write "adlcp:datafromlms"'),
        (EDITIONS[0], "adlcp:timeLimitAction", "MAN-013", 'write "adlcp:timelimitaction"'),
        (EDITIONS[0], "adlcp:MasteryScore", "MAN-013", 'write "adlcp:masteryscore"'),
        (EDITIONS[2], "adlcp:datafromlms", "ITM-023", 'write "adlcp:dataFromLMS"'),
        (EDITIONS[3], "adlcp:timelimitaction", "ITM-023", 'write "adlcp:timeLimitAction"'),
        (EDITIONS[3], "adlcp:maxtimeallowed", "ITM-023", "remove it"),
        (EDITIONS[1], "adlcp:completionTreshold", "MAN-013", 'write "adlcp:completionThreshold"'),
        (EDITIONS[1], "adlcp:something", "MAN-013", "remove it"),
        (EDITIONS[1], "adlcp:location", "MD-005", 'move it into "metadata"'),
        (EDITIONS[1], "imsss:objectives", "SEQ-020", 'move it into "imsss:sequencing"'),
        (EDITIONS[3], "adlseq:objectives", "SEQ-020", 'move it into "imsss:sequencing"'),
        (EDITIONS[1], "adlnav:hideLMSUI", "NAV-003", 'move it into "adlnav:navigationInterface"'),
        (EDITIONS[1], "resource", "MAN-013", 'move it into "resources"'),
        (EDITIONS[1], "Item", "MAN-013", 'write "item"'),
    ],
)
def test_a_name_that_does_not_belong_gets_the_remedy_that_fits(
    edition: Edition, element: str, rule: str, remedy: str
) -> None:
    found = findings(edition, ("All of it</title>", f"All of it</title><{element}>x</{element}>"))
    assert [(rule, remedy)] == [(one[0], one[2]) for one in found]


@pytest.mark.parametrize(
    ("edition", "attribute", "rule", "remedy"),
    [
        (EDITIONS[3], "adlcp:scormtype", "RES-020", 'write "adlcp:scormType"'),
        (EDITIONS[3], "adlcp:SCORMType", "RES-020", 'write "adlcp:scormType"'),
        (EDITIONS[3], "scormtype", "RES-020", 'write "adlcp:scormType"'),
        (EDITIONS[0], "adlcp:scormType", "RES-020", 'write "adlcp:scormtype"'),
        (EDITIONS[3], "Href", "MAN-014", 'write "href"'),
        (EDITIONS[3], "adlseq:objectivesGlobalToSystem", "ORG-010", 'move it to "organization"'),
        (EDITIONS[3], "adlseq:objectiveGlobalToSystem", "MAN-014", 'write "adlseq:objectivesGlobalToSystem"'),
        (EDITIONS[3], "other", "MAN-014", "remove it"),
    ],
)
def test_an_attribute_that_does_not_belong_gets_the_remedy_that_fits(
    edition: Edition, attribute: str, rule: str, remedy: str
) -> None:
    spelling = edition.manifest.scorm_type_attribute
    found = findings(edition, (f'adlcp:{spelling}="asset"', f'{attribute}="asset"'))
    assert [(rule, remedy)] == [(one[0], one[2]) for one in found]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(written)
def test_what_we_write_keeps_to_the_grammar(case: tuple[Edition, Manifest]) -> None:
    edition, manifest = case
    document = read_manifest(manifest_bytes(manifest, edition), FILE).document
    assert document is not None
    assert set() == {found.rule.id for found in check_grammar(document, edition)} - LEFT_OUT


@given(st.data())
def test_no_damage_to_a_manifest_makes_it_raise(data: st.DataObject) -> None:
    edition = data.draw(st.sampled_from(EDITIONS))
    words = manifest_bytes(base_manifest(edition), edition).split(b" ")
    for _ in range(data.draw(st.integers(1, 3))):
        position = data.draw(st.integers(0, len(words) - 1))
        words[position] = data.draw(st.sampled_from(words))
    result = read_manifest(b" ".join(words), FILE)
    if result.document is not None:
        for judged in EDITIONS:
            for found in check_grammar(result.document, judged):
                assert found.span is not None
                assert found.span.line
