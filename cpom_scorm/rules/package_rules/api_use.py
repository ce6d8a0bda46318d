"""Whether content that is marked as SCO speaks to the LMS, and in the words of its edition.

Nothing is run: the scripts are searched for the longest name that only one generation has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.hrefs import all_resources, target_of
from cpom_scorm.package.page_references import MOST_BYTES, MOST_FILE_BYTES, PAGE_ENDINGS
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.places import attribute_place, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpom_scorm.editions import Edition
    from cpom_scorm.package.manifest.model import Resource
    from cpom_scorm.package.model import Package

_SCRIPT_ENDINGS = (".js", ".mjs", *PAGE_ENDINGS)


def _word_of(edition: Edition) -> str:
    """Give the word by which an edition's content is known: the longer of API object and first call."""
    return max(edition.runtime.api, edition.runtime.calls["initialize"], key=len)


def _words_in(package: Package, names: Iterable[str]) -> set[str]:
    """Give the generations' words that scripts and pages hold."""
    words = {_word_of(edition) for edition in EDITIONS}
    found: set[str] = set()
    left = MOST_BYTES
    for name in names:
        entry = package.files.get(name)
        if entry is None or not name.lower().endswith(_SCRIPT_ENDINGS):
            continue
        if entry.size > min(left, MOST_FILE_BYTES):
            continue
        left -= entry.size
        data = entry.read()
        found |= {word for word in words - found if word.encode() in data}
        if found == words:
            break
    return found


def _scos(package: Package) -> list[Resource]:
    resources = package.manifest.resources if package.manifest else ()
    return [resource for resource in resources if resource.is_sco and resource.href]


@rule("RES-028", "scorm-type-doubtful", Severity.WARNING, since="0.1", spec="CAM 3.4.1.9; RTE 2.1")
def scorm_type_doubtful(package: Package) -> Iterator[Diagnostic]:
    """## What
    A resource is marked as SCO though no script of the package calls an LMS, or as asset though its launch
    page does.

    ## Why it matters
    A SCO that never calls stays "not attempted" for ever. An asset that calls finds no API: its results are
    lost.

    ## Example
    `adlcp:scormType="asset"` on a page that calls `Initialize`.

    ## Fix
    Mark as `sco` exactly what talks to the LMS.
    """
    if package.manifest is None or package.edition is None:
        return
    scos = _scos(package)
    if scos and not _words_in(package, sorted(package.files)):
        for resource in scos:
            message = f"the resource {quoted(resource.identifier)} is a SCO but no script calls an LMS"
            yield Diagnostic(scorm_type_doubtful, message, place(package, resource), 'mark it as "asset"')
    for resource, base in all_resources(package.manifest):
        launch = target_of(resource.href or "", base).path
        if resource.scorm_type == "asset" and launch and _words_in(package, _with_scripts(package, launch)):
            message = (
                f"the resource {quoted(resource.identifier)} is an asset but its launch page calls an LMS"
            )
            yield Diagnostic(scorm_type_doubtful, message, place(package, resource), 'mark it as "sco"')


def _with_scripts(package: Package, page: str) -> list[str]:
    scripts = [
        reference.target.path
        for reference in package.references
        if reference.file == page and reference.element == "script" and reference.target.path
    ]
    return [page, *scripts]


@rule("RES-029", "other-generation-called", Severity.WARNING, since="0.1", spec="RTE 3.2; 1.2 RTE 3.3")
def other_generation_called(package: Package) -> Iterator[Diagnostic]:
    """## What
    The scripts call the LMS as another generation of SCORM does than the manifest announces.

    ## Why it matters
    The LMS offers only the API that the manifest announces: the content finds none, and nothing is recorded.

    ## Example
    `schemaversion` 1.2 and scripts that look for `API_1484_11`.

    ## Fix
    Export the course again with one edition.
    """
    if package.edition is None:
        return
    scos = _scos(package)
    words = _words_in(package, sorted(package.files)) if scos else set()
    own = _word_of(package.edition)
    for word in sorted(words) if own not in words else ():
        for resource in scos:
            message = f'the scripts use "{word}", expected "{own}" in {package.edition.title}'
            span = attribute_place(package, resource, "href")
            yield Diagnostic(
                other_generation_called, message, span, "export the course again with one edition"
            )


RULES = (scorm_type_doubtful, other_generation_called)
