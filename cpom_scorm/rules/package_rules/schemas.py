"""Whether the control documents that the manifest names are there and unharmed. None is ever compiled."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.hrefs import target_of
from cpom_scorm.package.quoting import quoted
from cpom_scorm.package.xml_source import namespace
from cpom_scorm.rule import Severity, rule
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpom_scorm.editions import Edition
    from cpom_scorm.package.model import Package

_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_XML = "http://www.w3.org/XML/1998/namespace"
_LOCATION = f"{{{_INSTANCE}}}schemaLocation"
_METADATA = ("http://ltsc.ieee.org/xsd/", "http://www.imsglobal.org/xsd/imsmd_", "http://www.imsproject.org/")


def _locations(package: Package) -> Iterator[tuple[list[str], Span]]:
    """Give the tokens of every `xsi:schemaLocation`, not only the root's."""
    document = package.document
    for element in document.elements if document else ():
        value = element.get(_LOCATION)
        if document is not None and value is not None:
            yield str(value).split(), document.attribute_span(element, _LOCATION)


def _namespaces(package: Package) -> set[str]:
    """Give the namespaces that elements and attributes use."""
    names: set[str] = set()
    for element in package.document.elements if package.document else ():
        names.add(namespace(element))
        names |= {str(name)[1:].partition("}")[0] for name in element.attrib if str(name).startswith("{")}
    return names - {"", _INSTANCE, _XML}


@rule(
    "SCH-001", "control-document-missing", Severity.WARNING, since="0.1",
    spec="CAM 3.4.1.7; CTS required files", strict=Severity.ERROR,
)  # fmt: skip
def control_document_missing(package: Package) -> Iterator[Diagnostic]:
    """## What
    `xsi:schemaLocation` names a file that is not in the package. With `--strict` it is an error.

    ## Why it matters
    The conformance suite stops there, and so does an LMS that validates. Most LMSs do not look.

    ## Example
    `http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd` without that file at the root.

    ## Fix
    Add the control documents of the edition at the root, or remove `xsi:schemaLocation`.
    """
    if package.edition is None or not package.edition.manifest.application_profile_is_strict:
        return
    for tokens, span in _locations(package):
        for name in tokens[1::2]:
            target = target_of(name)
            if target.scheme is not None or target.path not in package.files:
                where = "lies on the web" if target.scheme else "is not in the package"
                message = f"the control document {quoted(name)} {where}"
                yield Diagnostic(control_document_missing, message, span, "add it at the root of the package")


@rule("SCH-002", "schema-location-form", Severity.WARNING, since="0.1", spec="XSD 2.6.3")
def schema_location_form(package: Package) -> Iterator[Diagnostic]:
    """## What
    `xsi:schemaLocation` is not a list of pairs, or gives one namespace two files.

    ## Why it matters
    From the gap on, every namespace is paired with the wrong file.

    ## Example
    A namespace at the end without its file.

    ## Fix
    Write pairs of namespace and file, one for each namespace.
    """
    for tokens, span in _locations(package):
        if len(tokens) % 2:
            message = f'"xsi:schemaLocation" holds {len(tokens)} words, expected pairs'
            yield Diagnostic(schema_location_form, message, span, "write pairs of namespace and file")
            continue
        files: dict[str, str] = {}
        for uri, name in zip(tokens[::2], tokens[1::2], strict=True):
            if files.setdefault(uri, name) != name:
                message = (
                    f"the namespace {quoted(uri)} has two files, {quoted(files[uri])} and {quoted(name)}"
                )
                yield Diagnostic(schema_location_form, message, span, "keep one of them")


@rule("SCH-003", "namespace-without-schema", Severity.WARNING, since="0.1", spec="CTS required files")
def namespace_without_schema(package: Package) -> Iterator[Diagnostic]:
    """## What
    The manifest uses a namespace of SCORM to which `xsi:schemaLocation` gives no file, though it does for
    others.

    ## Why it matters
    The conformance suite fails the package.

    ## Example
    `xmlns:adlnav` in use, and no pair for it.

    ## Fix
    Add the pair and the file, or remove `xsi:schemaLocation` as a whole.
    """
    if package.edition is None or not package.edition.manifest.application_profile_is_strict:
        return
    found = list(_locations(package))
    paired = {uri for tokens, _ in found for uri in tokens[::2]}
    known = {space.uri for space in package.edition.manifest.namespaces}
    for uri in sorted((_namespaces(package) & known) - paired) if found else ():
        message = f'the namespace {quoted(uri)} has no file in "xsi:schemaLocation"'
        yield Diagnostic(namespace_without_schema, message, found[0][1], "add the pair and the file")


@rule("SCH-004", "control-document-altered", Severity.WARNING, since="0.1", spec="IMS and ADL publications")
def control_document_altered(package: Package) -> Iterator[Diagnostic]:
    """## What
    A file has the name of a published control document but another content. Line ends do not count.

    ## Why it matters
    An LMS that validates with it accepts other manifests than the standard does, or none.

    ## Example
    `imscp_v1p1.xsd` that was cut short by a transfer.

    ## Fix
    Replace it by the original of the edition.
    """
    edition = package.edition
    if edition is None:
        return
    known = edition.manifest.published_schemas.keys() & package.files.keys()
    own = _ours(edition) if known else {}
    for name in sorted(known):
        data = package.read(name) or b""
        if own.get(name) == data or _digest(data) in _published(name):
            continue
        message = f'"{name}" is not the control document of this name that was published'
        yield Diagnostic(control_document_altered, message, Span(name), "replace it by the original")


def _ours(edition: Edition) -> Mapping[str, bytes]:
    from cpom_scorm.package.grammar import control_documents

    return control_documents(edition)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")).hexdigest()[:12]


def _published(name: str) -> set[str]:
    """Give the digests of all editions: a package may carry its neighbour's files."""
    return {digest for edition in EDITIONS for digest in edition.manifest.published_schemas.get(name, ())}


@rule(
    "SCH-006", "namespace-foreign", Severity.NOTE, since="0.1", spec="CAM 3.4.1; XSD wildcards",
)  # fmt: skip
def namespace_foreign(package: Package) -> Iterator[Diagnostic]:
    """## What
    The manifest uses a namespace that is not of SCORM.

    ## Why it matters
    LMSs ignore such elements at best; a validating one refuses them when it has no schema for them.

    ## Example
    `<vendor:settings xmlns:vendor="http://vendor.example/">`

    ## Fix
    Keep settings of a tool in a file of their own.
    """
    document = package.document
    if document is None or package.edition is None:
        return
    known = {space.uri for edition in EDITIONS for space in edition.manifest.namespaces}
    reported: set[str] = set()
    for element in document.elements:
        uri = namespace(element)
        if uri and uri not in known and uri not in reported and not uri.startswith(_METADATA):
            reported.add(uri)
            message = f"the namespace {quoted(uri)} is not of SCORM"
            help_text = "keep settings of a tool in a file of their own"
            yield Diagnostic(namespace_foreign, message, document.span(element), help_text)


RULES = (
    control_document_missing,
    schema_location_form,
    namespace_without_schema,
    control_document_altered,
    namespace_foreign,
)
