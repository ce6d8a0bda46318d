"""What we write is read back as it was, in every edition, and never trips a reader.

A manifest that loses a setting on the way makes an LMS show, score or report a course in another way than
its author said.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.manifest.model import (
    CompletionThreshold,
    Item,
    Manifest,
    Objective,
    Resource,
    Sequencing,
)
from cpom_scorm.package.manifest.reader import read_manifest
from cpom_scorm.package.manifest.writer import manifest_bytes
from tests.builders import base_item, base_manifest
from tests.strategies_manifest import manifests

if TYPE_CHECKING:
    from cpom_scorm.editions import Edition

FILE = "imsmanifest.xml"
SCORM_12, *SCORM_2004 = EDITIONS
written = st.sampled_from(EDITIONS).flatmap(lambda one: st.tuples(st.just(one), manifests(one)))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(written)
def test_reading_gives_what_was_written(case: tuple[Edition, Manifest]) -> None:
    edition, manifest = case
    result = read_manifest(manifest_bytes(manifest, edition), FILE)
    assert () == result.diagnostics
    assert edition == result.edition
    assert manifest == result.manifest


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(written)
def test_the_same_manifest_gives_the_same_bytes(case: tuple[Edition, Manifest]) -> None:
    edition, manifest = case
    assert manifest_bytes(manifest, edition) == manifest_bytes(replace(manifest), edition)


@given(st.data())
def test_no_damage_to_a_manifest_makes_reading_raise(data: st.DataObject) -> None:
    edition = data.draw(st.sampled_from(EDITIONS))
    good = manifest_bytes(base_manifest(edition), edition)
    words = good.split(b" ")
    position = data.draw(st.integers(0, len(words) - 1))
    words[position] = data.draw(st.sampled_from(words) | st.binary(max_size=8))
    result = read_manifest(b" ".join(words), FILE)
    assert result.manifest is not None or result.diagnostics


def test_what_was_read_knows_its_place() -> None:
    result = read_manifest(manifest_bytes(base_manifest(), EDITIONS[-1]), FILE)
    assert result.manifest is not None
    assert result.document is not None
    resource = result.manifest.resources[0]
    for node, name in (
        (result.manifest.node, "manifest"),
        (result.manifest.organizations[0].items[0].node, "item"),
        (resource.node, "resource"),
        (resource.files[0].node, "file"),
        (resource.dependencies[0].node, "dependency"),
    ):
        span = result.document.span(node)
        assert span.line
        assert result.document.source.lines[span.line - 1].strip().startswith(f"<{name}")


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
@pytest.mark.parametrize(
    "changed",
    [
        lambda one: replace(one, base="content/"),
        lambda one: replace(one, resources_base="content/"),
        lambda one: replace(one, resources=(Resource("r", base="content/"),)),
        lambda one: replace(one, manifests=(one,)),
    ],
    ids=["manifest base", "resources base", "resource base", "sub-manifest"],
)
def test_bld_03_what_lms_ignore_is_refused_instead_of_written(edition: Edition, changed: object) -> None:
    assert callable(changed)
    with pytest.raises(ValueError, match="never written"):
        manifest_bytes(changed(base_manifest(edition)), edition)


def with_item(edition: Edition, item: Item) -> Manifest:
    manifest = base_manifest(edition)
    return replace(manifest, organizations=(replace(manifest.organizations[0], items=(item,)),))


@pytest.mark.parametrize("edition", SCORM_2004, ids=lambda edition: edition.id)
def test_a_setting_that_2004_lacks_is_refused_instead_of_lost(edition: Edition) -> None:
    manifest = with_item(edition, replace(base_item(edition), mastery_score="80"))
    with pytest.raises(ValueError, match="has no place for mastery_score"):
        manifest_bytes(manifest, edition)


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (Item("i", "One", sequencing=Sequencing()), "sequencing"),
        (Item("i", "One", hidden_controls=("exit",)), "hideLMSUI"),
        (Item("i", "One", completion_threshold=CompletionThreshold("0.5")), "completion_threshold"),
    ],
)
def test_a_setting_that_12_lacks_is_refused_instead_of_lost(item: Item, name: str) -> None:
    with pytest.raises(ValueError, match=f"has no place for {name}"):
        manifest_bytes(with_item(SCORM_12, item), SCORM_12)


@pytest.mark.parametrize("edition", SCORM_2004[:-1], ids=lambda edition: edition.id)
def test_threshold_attributes_need_the_4th_edition(edition: Edition) -> None:
    item = replace(base_item(edition), completion_threshold=CompletionThreshold("0.5", weight="0.5"))
    with pytest.raises(ValueError, match="progressWeight"):
        manifest_bytes(with_item(edition, item), edition)


def test_secondary_objectives_need_a_primary_one() -> None:
    item = replace(base_item(), sequencing=Sequencing(objectives=(Objective("o1"),)))
    with pytest.raises(ValueError, match="primary objective"):
        manifest_bytes(with_item(EDITIONS[-1], item), EDITIONS[-1])


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\ud800", "\uffff"])
def test_characters_that_xml_cannot_hold_are_refused(character: str) -> None:
    with pytest.raises(ValueError, match="cannot stand in XML"):
        manifest_bytes(with_item(EDITIONS[-1], replace(base_item(), title=f"a{character}")), EDITIONS[-1])
