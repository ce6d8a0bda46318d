"""Whether metadata, in the manifest or in files of their own, can be read and are of their form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.metadata.check import STRUCTURE, VALUE, VOCABULARY, check_metadata
from cpom_scorm.package.metadata.files import metadata_files
from cpom_scorm.package.metadata.forms import IMS_METADATA, LOM, METADATA_FORMS
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.places import profile_weight
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.metadata.forms import MetadataForm
    from cpom_scorm.package.model import Package
    from cpom_scorm.package.xml.source import XmlDocument
    from cpom_scorm.rule import Rule


@rule("MD-001", "metadata-file-missing", Severity.ERROR, since="0.1", spec="REQ_30.5.4.1")
def metadata_file_missing(package: Package) -> Iterator[Diagnostic]:
    """## What
    `adlcp:location` names a file that is not in the package.

    ## Why it matters
    Strict LMSs refuse the package; others show it without description.

    ## Example
    `<adlcp:location>metadata/course.xml</adlcp:location>` without that file.

    ## Fix
    Add the file, or remove the element.
    """
    for found in metadata_files(package.document) if package.document else ():
        if found.target.scheme is not None or found.target.path not in package.files:
            where = "lies outside the package" if found.target.scheme else "is not in the package"
            message = f"the metadata file {quoted(found.written)} {where}"
            yield Diagnostic(metadata_file_missing, message, found.span, "add it, or remove the element")


@rule("MD-002", "metadata-file-broken", Severity.ERROR, since="0.1", spec="REQ_30.5.4.1; XML 1.0")
def metadata_file_broken(package: Package) -> Iterator[Diagnostic]:
    """## What
    A metadata file is not well-formed XML, or larger than 2 MiB; or all together are larger than 4 MiB.

    ## Why it matters
    An LMS that reads it stops the import.

    ## Example
    A file that was cut short, or plain text.

    ## Fix
    Correct the place named.
    """
    for name, result in package.metadata.items():
        if result.document is None:
            first = next(iter(result.diagnostics), None)
            reason = f": {first.message}" if first else ""
            span = first.span if first else Span(name)
            message = f"the metadata file {quoted(name)} cannot be read{reason}"
            yield Diagnostic(metadata_file_broken, message, span)


@rule("MD-003", "metadata-structure", Severity.ERROR, since="0.1", spec="IEEE 1484.12.3")
def metadata_structure(package: Package) -> Iterator[Diagnostic]:
    """## What
    Metadata of the IEEE form, in the manifest or in a file, hold an element that the standard does not have
    there, or one too often, or stand in another namespace. In SCORM 1.2, which does not ask for this form, it
    is a warning.

    ## Why it matters
    Catalogues drop the whole record, or show a course without a title.

    ## Example
    `<lifecycle>` instead of `<lifeCycle>`; two `title` elements in `general`.

    ## Fix
    Use the names of IEEE 1484.12.3, which differ in case from those of SCORM 1.2, in the namespace
    `http://ltsc.ieee.org/xsd/LOM`.
    """
    yield from _problems(package, metadata_structure, LOM, STRUCTURE)


@rule("MD-004", "metadata-vocabulary", Severity.ERROR, since="0.1", spec="IEEE 1484.12.1; 1484.12.3")
def metadata_vocabulary(package: Package) -> Iterator[Diagnostic]:
    """## What
    Metadata give `LOMv1.0` as the source of a value that this vocabulary does not have. In SCORM 1.2 it is a
    warning.

    ## Why it matters
    Catalogues that filter by it do not find the course.

    ## Example
    `<context><source>LOMv1.0</source><value>university</value></context>`

    ## Fix
    Take a value of the vocabulary, or name the vocabulary that has yours as the source.
    """
    yield from _problems(package, metadata_vocabulary, LOM, VOCABULARY)


@rule("MD-006", "ims-metadata-structure", Severity.WARNING, since="0.1", spec="IMS MD 1.2.1")
def ims_metadata_structure(package: Package) -> Iterator[Diagnostic]:
    """## What
    Metadata of SCORM 1.2 hold an element that IMS Metadata 1.2.1 does not have there, or one too often, or
    elements in another order, or a word that its vocabulary `LOMv1.0` does not have.

    ## Why it matters
    Catalogues drop the element or the whole record.

    ## Example
    `<lifeCycle>` instead of `<lifecycle>`.

    ## Fix
    Use the names of IMS Metadata 1.2.1, all in lower case, in the order of its schema.
    """
    yield from _problems(package, ims_metadata_structure, IMS_METADATA, STRUCTURE)
    yield from _problems(package, ims_metadata_structure, IMS_METADATA, VOCABULARY)


@rule("MD-007", "metadata-value", Severity.WARNING, since="0.1", spec="IEEE 1484.12.1; RFC 3066; ISO 8601")
def metadata_value(package: Package) -> Iterator[Diagnostic]:
    """## What
    A duration, date, language or vCard in metadata is not of its form, a text is empty, or an element lacks
    a part without which it says nothing, such as an identifier without its entry.

    ## Why it matters
    Catalogues show the raw text or nothing.

    ## Example
    `<duration>90 minutes</duration>`

    ## Fix
    Write durations as `PT1H30M`, dates as `2026-11-22`, languages as `en-US`. Add what lacks, or remove the
    element.
    """
    for form in METADATA_FORMS:
        yield from _problems(package, metadata_value, form, VALUE)


def _problems(package: Package, found: Rule, form: MetadataForm, kind: str) -> Iterator[Diagnostic]:
    for document in _documents(package):
        for problem in check_metadata(document):
            if (problem.form, problem.kind) == (form, kind):
                weight = profile_weight(package) if found.severity is Severity.ERROR else None
                yield Diagnostic(found, problem.message, problem.span, problem.help, weight=weight)


def _documents(package: Package) -> Iterator[XmlDocument]:
    """Give the manifest and the metadata files that can be read."""
    if package.document is None:
        return
    yield package.document
    for result in package.metadata.values():
        if result.document is not None:
            yield result.document


RULES = (
    metadata_file_missing,
    metadata_file_broken,
    metadata_structure,
    metadata_vocabulary,
    ims_metadata_structure,
    metadata_value,
)
