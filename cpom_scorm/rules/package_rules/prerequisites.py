"""Whether the prerequisites of SCORM 1.2 items can be read, and ever be met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.circles import circles
from cpom_scorm.package.manifest.prerequisites import read_script
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.places import child_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.manifest.model import Item, Organization
    from cpom_scorm.package.manifest.prerequisites import Script
    from cpom_scorm.package.model import Package
    from cpom_scorm.source import Span


def _scripts(package: Package) -> Iterator[tuple[Organization, Item, Script]]:
    for organization in package.manifest.organizations if package.manifest else ():
        for item in organization.walk():
            if item.prerequisites is not None and item.prerequisites.strip():
                yield organization, item, read_script(item.prerequisites)


def _span(package: Package, item: Item) -> Span:
    return child_place(package, item, "prerequisites")


@rule("ITM-015", "prerequisite-unknown", Severity.ERROR, since="0.1", spec="1.2 CAM 2.3.5; AICC CMI")
def prerequisite_unknown(package: Package) -> Iterator[Diagnostic]:
    """## What
    A prerequisite names something that is no item of the organization.

    ## Why it matters
    It can never be met, or always is: Moodle shows the item locked for good.

    ## Example
    `<adlcp:prerequisites type="aicc_script">lesson9</adlcp:prerequisites>` without an item `lesson9`.

    ## Fix
    Write the identifier of an item, not of its resource.
    """
    for organization, item, script in _scripts(package):
        known = {other.identifier for other in organization.walk()}
        for identifier in dict.fromkeys(script.identifiers):
            if script.problem is None and identifier not in known:
                message = f"the prerequisite {quoted(identifier)} is no item of the organization"
                help_text = "write the identifier of an item"
                yield Diagnostic(prerequisite_unknown, message, _span(package, item), help_text)


@rule("ITM-016", "prerequisites-form", Severity.ERROR, since="0.1", spec="1.2 CAM 2.3.5; AICC CMI")
def prerequisites_form(package: Package) -> Iterator[Diagnostic]:
    """## What
    The prerequisites of an item do not follow the script language.

    ## Why it matters
    LMSs show the item locked for good, or stop with an error.

    ## Example
    `intro and basics` instead of `intro&basics`.

    ## Fix
    Join identifiers with `&` or `|`, negate with `~`, compare with `=` or `<>`, count with `2*{a,b,c}`.
    """
    for _, item, script in _scripts(package):
        if script.problem is not None:
            message = f"the prerequisites {quoted(item.prerequisites or '')} cannot be read: {script.problem}"
            yield Diagnostic(prerequisites_form, message, _span(package, item))


@rule("ITM-017", "prerequisite-circle", Severity.WARNING, since="0.1", spec="1.2 CAM 2.3.5")
def prerequisite_circle(package: Package) -> Iterator[Diagnostic]:
    """## What
    An item is its own prerequisite, directly or through others, or needs more items of a set than there are.

    ## Why it matters
    Nobody can ever open it, unless the script says "not".

    ## Example
    `b` needs `a` and `a` needs `b`; `3*{a,b}`.

    ## Fix
    Remove one prerequisite of the circle; ask for no more items than the set names.
    """
    for _, item, script in _scripts(package):
        for problem in _too_many(script) if script.problem is None else ():
            help_text = "ask for 1 up to as many items as the set names"
            yield Diagnostic(prerequisite_circle, problem, _span(package, item), help_text)
    needs = {
        item.identifier: script.identifiers
        for _, item, script in _scripts(package)
        if script.problem is None and "~" not in (item.prerequisites or "")
    }
    group = circles(needs)
    for _, item, _ in _scripts(package):
        name = item.identifier
        if name in needs and any(group[name] == group[other] for other in needs[name]):
            message = f"the item {quoted(item.identifier)} is its own prerequisite"
            help_text = "remove one prerequisite of the circle"
            yield Diagnostic(prerequisite_circle, message, _span(package, item), help_text)


def _too_many(script: Script) -> Iterator[str]:
    for count, members in script.sets:
        if count > len(set(members)):
            yield f"a set asks for {count:,} of {len(set(members))} items, so it can never be met"
        elif count == 0:
            yield "a set asks for 0 items, so it is always met"


RULES = (prerequisite_unknown, prerequisites_form, prerequisite_circle)
