"""What the manifest says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.quoting import quoted
from cpom_scorm.package.xml.source import local_name
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.places import (
    XML_BASE,
    attribute_place,
    child_place,
    place,
    profile_weight,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.model import Package
    from cpom_scorm.source import Span

_SCHEMA = "ADL SCORM"
_TOOL_DEFAULTS = frozenset(
    {"manifest", "manifest-1", "manifest_1", "manifest1", "singlecoursemanifest", "singlesharableresource",
     "man1", "id", "identifier", "course", "scorm", "default", "test", "my_manifest", "com.scorm.manifest"}
)  # fmt: skip
_LONGEST = {
    "version": 20,
    "structure": 200,
    "parameters": 1000,
    "type": 1000,
    "href": 2000,
    "identifierref": 2000,
    XML_BASE: 2000,
}
_LONGEST_TITLE = 200


@rule("MAN-008", "metadata-missing", Severity.ERROR, since="0.1", spec="REQ_30.5; 1.2 CAM 2.3")
def metadata_missing(package: Package) -> Iterator[Diagnostic]:
    """## What
    The manifest has no `metadata` element. In SCORM 1.2 it is a warning.

    ## Why it matters
    The edition stands there. Without it an LMS guesses: Moodle and Open edX guess differently.

    ## Example
    A `manifest` that begins with `organizations`.

    ## Fix
    Add `<metadata><schema>ADL SCORM</schema><schemaversion>…</schemaversion></metadata>` as its first child.
    """
    if package.manifest is not None and package.manifest.metadata is None:
        optional = package.edition is not None and not package.edition.manifest.requires_metadata
        yield Diagnostic(
            metadata_missing,
            'the manifest has no "metadata"',
            place(package, package.manifest),
            'add "metadata" with "schema" and "schemaversion" as the first child of "manifest"',
            weight=Severity.WARNING if optional else None,
        )


@rule("MAN-009", "schema-unknown", Severity.ERROR, since="0.1", spec="REQ_30.5.2")
def schema_unknown(package: Package) -> Iterator[Diagnostic]:
    """## What
    The text of `schema` is not `ADL SCORM`. In SCORM 1.2 it is a warning.

    ## Why it matters
    It is how a package says that it is SCORM and not plain content packaging, which no SCORM player launches.

    ## Example
    `<schema>IMS Content</schema>`

    ## Fix
    Write `<schema>ADL SCORM</schema>`.
    """
    metadata = package.manifest.metadata if package.manifest else None
    if metadata is None or metadata.schema is None or metadata.schema.strip() == _SCHEMA:
        return
    yield Diagnostic(
        schema_unknown,
        f'the schema is {quoted(metadata.schema.strip())}, expected "{_SCHEMA}"',
        child_place(package, metadata, "schema"),
        f'write "{_SCHEMA}"',
        weight=profile_weight(package),
    )


@rule("MAN-016", "manifest-in-manifest", Severity.WARNING, since="0.1", spec="CAM 3.4.1; CTS submanifest")
def manifest_in_manifest(package: Package) -> Iterator[Diagnostic]:
    """## What
    The manifest holds another manifest. In SCORM 1.2 and the 2nd edition, which describe it, it is a note.

    ## Why it matters
    It was never settled what that means; LMSs ignore the inner one, and what only it names is not launched.

    ## Example
    `<manifest …> … <manifest identifier="part2">…</manifest></manifest>`

    ## Fix
    Move the inner organizations and resources into the outer manifest, or make two packages.
    """
    for inner in package.manifest.manifests if package.manifest else ():
        message = f"the manifest {quoted(inner.identifier)} stands inside another"
        help_text = "move what it holds into the outer manifest"
        described = package.edition is not None and package.edition.manifest.describes_inner_manifests
        weight = Severity.NOTE if described else None
        yield Diagnostic(manifest_in_manifest, message, place(package, inner), help_text, weight=weight)


@rule("MAN-017", "value-too-long", Severity.WARNING, since="0.1", spec="CAM smallest permitted maximums; LMS")
def value_too_long(package: Package) -> Iterator[Diagnostic]:
    """## What
    A value is longer than LMSs have to keep: version 20, title and structure 200, parameters 1,000,
    addresses 2,000 characters. In SCORM 1.2 it is an error: its schema holds these lengths.

    ## Why it matters
    Some LMSs cut it, others fail: Moodle ends the import with a database error at 255 characters.

    ## Example
    A whole paragraph as the title of an item.

    ## Fix
    Shorten it; put long descriptions into the content.
    """
    document = package.document
    weight = None if profile_weight(package) is None else Severity.ERROR
    for element in document.elements if document else ():
        name = local_name(element)
        for attribute, most in _LONGEST.items():
            value = str(element.get(attribute) or "")
            if document and len(value) > most and (attribute != "version" or name == "manifest"):
                yield _too_long(attribute, value, most, document.attribute_span(element, attribute), weight)
        title = str(element.text or "").strip() if name == "title" else ""
        if document and len(title) > _LONGEST_TITLE:
            yield _too_long(name, title, _LONGEST_TITLE, document.span(element), weight)


def _too_long(name: str, value: str, most: int, span: Span, weight: Severity | None) -> Diagnostic:
    message = f'"{name.rpartition("}")[2]}" has {len(value):,} characters, expected {most:,} at most'
    return Diagnostic(value_too_long, message, span, "shorten it", weight=weight)


@rule("MAN-018", "identifier-not-unique", Severity.NOTE, since="0.1", spec="LMS")
def identifier_not_unique(package: Package) -> Iterator[Diagnostic]:
    """## What
    The identifier of the manifest is one that authoring tools give to every package.

    ## Why it matters
    Some LMSs, such as SAP SuccessFactors and Totara, recognise a course by it: the second course with that
    identifier replaces the first.

    ## Example
    `<manifest identifier="MANIFEST-1">`

    ## Fix
    Give every course an identifier of its own and keep it in later versions.
    """
    manifest = package.manifest
    if manifest is not None and manifest.identifier.lower() in _TOOL_DEFAULTS:
        message = f"the identifier {quoted(manifest.identifier)} is one that many packages have"
        span = attribute_place(package, manifest, "identifier")
        yield Diagnostic(identifier_not_unique, message, span, "use an identifier of this course alone")


RULES = (metadata_missing, schema_unknown, manifest_in_manifest, value_too_long, identifier_not_unique)
