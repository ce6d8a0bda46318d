"""Whether metadata that lies outside the manifest can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.metadata_files import metadata_files
from cpom_scorm.package.quoting import quoted
from cpom_scorm.package.xml_source import parse_xml
from cpom_scorm.rule import Severity, rule
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.model import Package


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
    A metadata file is not well-formed XML.

    ## Why it matters
    An LMS that reads it stops the import.

    ## Example
    A file that was cut short, or plain text.

    ## Fix
    Correct the place named.
    """
    names = {found.target.path for found in metadata_files(package.document)} if package.document else set()
    for name in sorted(name for name in names if name and name in package.files):
        data = package.read(name) or b""
        if len(data) != package.files[name].size:
            continue
        result = parse_xml(data, name)
        if result.document is None:
            first = next(iter(result.diagnostics), None)
            reason = f": {first.message}" if first else ""
            span = first.span if first else Span(name)
            message = f"the metadata file {quoted(name)} cannot be read{reason}"
            yield Diagnostic(metadata_file_broken, message, span)


RULES = (metadata_file_missing, metadata_file_broken)
