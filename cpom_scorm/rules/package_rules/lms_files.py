"""Which files LMSs refuse: names, kinds and sizes."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.archive.names import is_clutter
from cpom_scorm.package.hrefs import all_resources, target_of
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.places import attribute_place
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.lms import Behaviour
    from cpom_scorm.package.model import Package

_MEGABYTE = 1_000_000
_SAFE_NAME = re.compile(r"[A-Za-z0-9_./-]*")


@rule("LMS-008", "control-documents-absent", Severity.WARNING, since="0.1", spec="ADL Conformance Test Suite")
def control_documents_absent(package: Package, _: Behaviour) -> Iterator[Diagnostic]:
    """## What
    Control documents (schemas) of the edition are not at the root of the package.

    ## Why it matters
    The Conformance Test Suite judges a package with the schemas that the package brings. Hardly any LMS looks
    at them.

    ## Example
    A package with `imsmanifest.xml` and without `imscp_v1p1.xsd`.

    ## Fix
    Add the control documents of the edition at the root.
    """
    if package.edition is None or package.document is None:
        return
    wanted = [space.schema_file for space in package.edition.manifest.namespaces]
    absent = [name for name in wanted if name not in package.files]
    if absent:
        others = f" and {len(absent) - 1} more are" if len(absent) > 1 else " is"
        message = f"{quoted(absent[0])}{others} not in the package"
        span = package.document.span(package.document.root)
        yield Diagnostic(
            control_documents_absent, message, span, "add the schemas of the edition at the root"
        )


@rule(
    "LMS-009",
    "name-outside-safe-subset",
    Severity.NOTE,
    since="0.1",
    spec="LatitudeLearning; Ripple; Frappe LMS",
)
def name_outside_safe_subset(package: Package, behaviour: Behaviour) -> Iterator[Diagnostic]:
    """## What
    A file has a name that not every LMS takes, or the launch page is not an HTML page at the root.

    ## Why it matters
    Letters without accents, digits, hyphen, underscore and dot, in paths of less than 100 characters, arrive
    everywhere. Beyond that some LMSs refuse, rename or lose files; some add a query of their own to the
    launch address.

    ## Example
    `Módulo 1/page.html`, `index.html?id=3`

    ## Fix
    Rename files in your authoring tool before you export.
    """
    most = behaviour.limits["characters"]
    odd = sorted(
        name
        for name in package.files
        if not is_clutter(name) and (len(name) >= most or not _SAFE_NAME.fullmatch(name))
    )
    if odd:
        others = f" and {len(odd) - 1} more have names" if len(odd) > 1 else " has a name"
        message = f"{quoted(odd[0])}{others} outside the safe subset"
        yield Diagnostic(
            name_outside_safe_subset, message, Span(odd[0]), "use plain letters, digits, - and _"
        )
    for resource, base in all_resources(package.manifest) if package.manifest else ():
        target = target_of(resource.href or "", base)
        if resource.is_sco and target.path and not _is_plain(target.path, resource.href or ""):
            message = (
                f"the launch address {quoted(base + (resource.href or ''))} is no plain page at the root"
            )
            span = attribute_place(package, resource, "href")
            yield Diagnostic(name_outside_safe_subset, message, span, "launch index.html at the root")


def _is_plain(path: str, written: str) -> bool:
    return "/" not in path and "?" not in written and path.endswith((".html", ".htm"))


@rule("LMS-010", "package-large", Severity.WARNING, since="0.1", spec="Cornerstone, LatitudeLearning")
def package_large(package: Package, behaviour: Behaviour) -> Iterator[Diagnostic]:
    """## What
    The package holds more than 200 MB or more than 5,000 files, or a file of more than 50 MB.

    ## Why it matters
    Every LMS has a limit that its administrator sets; above these figures uploads are often refused, and
    learners on slow lines wait. Cornerstone takes 250 MB.

    ## Example
    A screen recording of 80 MB.

    ## Fix
    Compress films and pictures, or host long films elsewhere.
    """
    limits = behaviour.limits
    sizes = {name: entry.size for name, entry in package.files.items()}
    largest = limits.get("file")
    for name, size in sizes.items():
        if largest is not None and size > largest:
            message = f"{quoted(name)} has {_megabytes(size)}, more than {_megabytes(largest)}"
            yield Diagnostic(package_large, message, Span(name), "compress it, or host it elsewhere")
    total, most = sum(sizes.values()), limits["package"]
    if total > most:
        message = f"the package has {_megabytes(total)}, more than {_megabytes(most)}"
        yield Diagnostic(package_large, message, Span(package.origin), "compress films and pictures")
    count = limits.get("files")
    if count is not None and len(sizes) > count:
        message = f"the package has {len(sizes):,} files, more than {count:,}"
        yield Diagnostic(package_large, message, Span(package.origin), "leave out what no page needs")


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:,.1f} MB".replace(".0 MB", " MB")


@rule("LMS-021", "file-kind-refused", Severity.WARNING, since="0.1", spec="help.docebo.com")
def file_kind_refused(package: Package, behaviour: Behaviour) -> Iterator[Diagnostic]:
    """## What
    The package holds a file that a web server could run.

    ## Why it matters
    Docebo refuses packages with `.htaccess` or programs in PHP, Python, Perl, Ruby, ASP, JSP or shell. No
    course needs them: an LMS never runs them.

    ## Example
    `lib/upload.php`, left over from the site that the course was copied from.

    ## Fix
    Remove the file.
    """
    for name in sorted(package.files):
        last = name.rpartition("/")[2].lower()
        if any(fnmatchcase(last, pattern) for pattern in behaviour.words):
            message = f"{quoted(name)} is a file that a web server could run"
            yield Diagnostic(file_kind_refused, message, Span(name), "remove it")


RULES = (control_documents_absent, name_outside_safe_subset, package_large, file_kind_refused)
