"""The schema files that lie beside a manifest, and how the manifest points to them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cpom_scorm.editions import edition_named
from cpom_scorm.package.grammar.lookup import grammar_of
from cpom_scorm.package.grammar.xsd import XML_SCHEMA_FILE, namespace_schema, xml_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpom_scorm.editions import Edition


def control_documents(edition: Edition) -> Mapping[str, bytes]:
    """Give file name → bytes of our own schemas for an edition, for the root of a package.

    They refer to each other by file name only, so that no reader has to fetch anything (BLD-11).
    """
    return _documents(edition.id)


@cache
def _documents(edition_id: str) -> Mapping[str, bytes]:
    edition = edition_named(edition_id)
    grammar = grammar_of(edition)
    schemas = {
        space.schema_file: namespace_schema(grammar, space.prefix) for space in edition.manifest.namespaces
    }
    return {**schemas, XML_SCHEMA_FILE: xml_schema()}


def schema_locations(edition: Edition) -> tuple[tuple[str, str], ...]:
    """Give the pairs of `xsi:schemaLocation` that go with the control documents."""
    return tuple((space.uri, space.schema_file) for space in edition.manifest.namespaces)
