"""Whether a package is small enough for the limits that LMSs are usually set to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.model import Package

MEGABYTE = 1_000_000
LARGEST_PACKAGE = 200 * MEGABYTE
"""Bytes, inflated. Cornerstone takes 250 MB, LatitudeLearning 360 MB."""
LARGEST_FILE = 50 * MEGABYTE
MOST_FILES = 5_000


@rule("LMS-010", "package-large", Severity.WARNING, since="0.1", spec="BLD-12; Cornerstone, LatitudeLearning")
def package_large(package: Package) -> Iterator[Diagnostic]:
    """## What
    The package holds more than 200 MB or more than 5,000 files, or a file of more than 50 MB.

    ## Why it matters
    Every LMS has a limit that its administrator sets; above these figures uploads are often refused, and
    learners on slow lines wait.

    ## Example
    A screen recording of 80 MB.

    ## Fix
    Compress films and pictures, or host long films elsewhere.
    """
    sizes = {name: entry.size for name, entry in package.files.items()}
    for name, size in sizes.items():
        if size > LARGEST_FILE:
            message = f"{quoted(name)} has {_megabytes(size)}, but many LMSs refuse files above 50 MB"
            yield Diagnostic(package_large, message, Span(name), "compress it, or host it elsewhere")
    total = sum(sizes.values())
    if total > LARGEST_PACKAGE:
        message = f"the package has {_megabytes(total)}, but many LMSs refuse packages above 200 MB"
        yield Diagnostic(package_large, message, Span(package.origin), "compress films and pictures")
    if len(sizes) > MOST_FILES:
        message = f"the package has {len(sizes):,} files, but many LMSs refuse packages with more than 5,000"
        yield Diagnostic(package_large, message, Span(package.origin), "leave out what no page needs")


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:,.1f} MB"


RULES = (package_large,)
