"""Whether content that is marked as SCO speaks to the LMS, and in the words of its edition.

Nothing is run: the code that a launch page reaches is searched for names that only one generation has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.content.code import Word
from cpom_scorm.package.hrefs import all_resources, target_of
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.places import attribute_place, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.editions import Edition
    from cpom_scorm.package.content.code import Reach
    from cpom_scorm.package.manifest.model import Resource
    from cpom_scorm.package.model import Package

_TELLING_ELEMENTS = ("score.raw", "location", "exit", "session_time")


def word_of(edition: Edition) -> Word:
    """Give the word by which an edition's content is known: the longer of API object and first call."""
    return Word.anywhere(max(edition.runtime.api, edition.runtime.calls["initialize"], key=len))


def elements_of(edition: Edition) -> frozenset[str]:
    """Give names of data-model elements that only this generation has."""
    form = edition.runtime
    statuses = (one.element for one in form.statuses["passed/incomplete"])
    return frozenset((*statuses, *(form.elements[name] for name in _TELLING_ELEMENTS)))


def launched_scos(package: Package) -> Iterator[tuple[Resource, Reach]]:
    """Give the SCOs whose launch page is in the package, each with the code that it reaches."""
    for resource, base in all_resources(package.manifest) if package.manifest else ():
        launch = target_of(resource.href or "", base).path
        if resource.is_sco and launch in package.files:
            yield resource, package.code.reach(launch)


@rule("RES-028", "scorm-type-doubtful", Severity.WARNING, since="0.1", spec="CAM 3.4.1.9; RTE 2.1")
def scorm_type_doubtful(package: Package) -> Iterator[Diagnostic]:
    """## What
    A resource is marked as SCO though nothing that its launch page reaches calls an LMS, or as asset though
    its launch page does. Comments do not count; where scripts load others by names that they put together,
    all scripts of the package are looked at.

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
    words = {word_of(edition) for edition in EDITIONS}
    for resource, reach in launched_scos(package):
        if reach.is_known and not any(package.code.holds(reach.files, word) for word in words):
            message = f"the resource {quoted(resource.identifier)} is a SCO but no script calls an LMS"
            yield Diagnostic(scorm_type_doubtful, message, place(package, resource), 'mark it as "asset"')
    for resource, base in all_resources(package.manifest):
        launch = target_of(resource.href or "", base).path
        if resource.scorm_type != "asset" or launch is None or launch not in package.files:
            continue
        files = package.code.direct(launch)
        if any(package.code.holds(files, word) for word in words):
            message = (
                f"the resource {quoted(resource.identifier)} is an asset but its launch page calls an LMS"
            )
            yield Diagnostic(scorm_type_doubtful, message, place(package, resource), 'mark it as "sco"')


@rule("RES-029", "other-generation-called", Severity.WARNING, since="0.1", spec="RTE 3.2; 1.2 RTE 3.3")
def other_generation_called(package: Package) -> Iterator[Diagnostic]:
    """## What
    The scripts that a SCO reaches speak as another generation of SCORM does than the manifest announces: they
    look for its API, call its functions or write its data-model elements, and none of their own.

    ## Why it matters
    The LMS offers only the API that the manifest announces, and refuses elements that it does not know:
    nothing is recorded.

    ## Example
    `schemaversion` 1.2 and scripts that look for `API_1484_11`; or scripts that find `API_1484_11` and write
    `cmi.core.lesson_status`.

    ## Fix
    Export the course again with one edition.
    """
    if package.edition is None:
        return
    for resource, reach in launched_scos(package):
        wrong = _other_word(package, package.edition, reach)
        if wrong is not None:
            message = (
                f"the scripts use {quoted(wrong[0])}, expected {quoted(wrong[1])} in {package.edition.title}"
            )
            span = attribute_place(package, resource, "href")
            yield Diagnostic(
                other_generation_called, message, span, "export the course again with one edition"
            )


def _other_word(package: Package, own: Edition, reach: Reach) -> tuple[str, str] | None:
    """Give a name of another generation, and the one that is missing; None where all is right."""
    code, files = package.code, reach.files
    others = [edition for edition in EDITIONS if edition.runtime.api != own.runtime.api]
    if not code.holds(files, word_of(own)):
        strange = next((word_of(other) for other in others if code.holds(files, word_of(other))), None)
        return (strange.part, word_of(own).part) if strange else None
    names = {other.runtime.calls["initialize"]: own.runtime.calls["initialize"] for other in others}
    for strange_call, call in names.items():
        if code.holds(files, Word.alone(strange_call)) and not code.holds(files, Word.alone(call)):
            return strange_call, call
    if any(code.holds(files, Word.alone(name)) for name in elements_of(own)):
        return None
    strangers = sorted(frozenset[str]().union(*(elements_of(other) for other in others)) - elements_of(own))
    written = next((name for name in strangers if code.holds(files, Word.alone(name))), None)
    return (written, min(elements_of(own))) if written else None


RULES = (scorm_type_doubtful, other_generation_called)
