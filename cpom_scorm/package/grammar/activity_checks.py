"""Rules between the parts of one activity's sequencing, and between it and the collection it refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.package.grammar.findings.objectives import (
    EXTENDED_OBJECTIVE,
    OBJECTIVE_TWICE,
    READ_TWICE,
    WRITTEN_TWICE,
)
from cpom_scorm.package.grammar.findings.sequencing import (
    COLLECTION_REFERENCE,
    CONDITION_OBJECTIVE,
    ROOT_ACTION,
)
from cpom_scorm.package.quoting import quoted
from cpom_scorm.package.xml.source import local_name, namespace
from cpom_scorm.package.xml.values import boolean_of
from cpom_scorm.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from cpom_scorm.package.xml.source import XmlDocument

_READ = {"readSatisfiedStatus": "satisfied status", "readNormalizedMeasure": "measure"}
_WRITTEN = {
    "writeSatisfiedStatus": "satisfied status",
    "writeNormalizedMeasure": "measure",
    "writeRawScore": "raw score",
    "writeMinScore": "minimum score",
    "writeMaxScore": "maximum score",
    "writeCompletionStatus": "completion status",
    "writeProgressMeasure": "progress measure",
}
_NOT_ON_ORGANIZATION = ("exitParent", "previous")


def check_activity(document: XmlDocument, sequencing: etree._Element) -> Iterator[Diagnostic]:
    """Check a `sequencing` element as a whole."""
    entry = _referenced(document, sequencing)
    yield from _check_reference(document, sequencing, entry)
    yield from _check_actions(document, sequencing)
    own = _objectives(sequencing)
    known = own or ([] if entry is None else _objectives(entry))
    yield from _check_ids(document, own)
    yield from _check_conditions(document, sequencing, known)
    yield from _check_extended(document, sequencing, known)
    for objective in own:
        yield from _check_reading(document, objective)
    yield from _check_writing(document, [*own, *_extended(sequencing)])


def _children(element: etree._Element, *names: str) -> list[etree._Element]:
    space = namespace(element)
    return list(element.iterchildren(*(f"{{{space}}}{name}" for name in names)))


def _inside(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return element.iter(f"{{{namespace(element)}}}{name}")


def _objectives(sequencing: etree._Element) -> list[etree._Element]:
    """Give the objectives of a sequencing, the primary one first."""
    return [
        objective
        for objectives in _children(sequencing, "objectives")
        for objective in _children(objectives, "primaryObjective", "objective")
    ]


def _extended(sequencing: etree._Element) -> list[etree._Element]:
    """Give ADL's additions to the objectives."""
    return [
        objective
        for child in sequencing.iterchildren("{*}objectives")
        if namespace(child) != namespace(sequencing)
        for objective in child.iterchildren("{*}objective")
    ]


def _referenced(document: XmlDocument, sequencing: etree._Element) -> etree._Element | None:
    """Give the entry of the collection that a sequencing refers to."""
    return document.collected(sequencing.get("IDRef", "").strip())


def _check_reference(
    document: XmlDocument, sequencing: etree._Element, entry: etree._Element | None
) -> Iterator[Diagnostic]:
    wanted = sequencing.get("IDRef")
    if wanted is None:
        return
    place = document.attribute_span(sequencing, "IDRef")
    if entry is None:
        message = f"the sequencing refers to {quoted(wanted)}, which the collection does not have"
        yield Diagnostic(
            COLLECTION_REFERENCE, message, place, "write the ID of a sequencing in the collection"
        )
        return
    given = {str(child.tag): child for child in entry.iterchildren("{*}*")}
    for child in sequencing.iterchildren("{*}*"):
        if str(child.tag) in given:
            label = Label(document.span(given[str(child.tag)]), "this one does not count here")
            message = f"{quoted(local_name(child))} stands both here and in the sequencing {quoted(wanted)}"
            remedy = "keep one of them: they are not merged"
            span = document.span(child)
            yield Diagnostic(COLLECTION_REFERENCE, message, span, remedy, (label,), Severity.WARNING)


def _check_actions(document: XmlDocument, sequencing: etree._Element) -> Iterator[Diagnostic]:
    parent = sequencing.getparent()
    if parent is None or local_name(parent) != "organization":
        return
    for rule in _inside(sequencing, "postConditionRule"):
        for action in _children(rule, "ruleAction"):
            name = action.get("action", "").strip()
            if name in _NOT_ON_ORGANIZATION:
                message = f'the action "{name}" has no meaning on an organization'
                place = document.attribute_span(action, "action")
                yield Diagnostic(ROOT_ACTION, message, place, 'use "exitAll", or move the rule to an item')


def _check_ids(document: XmlDocument, objectives: list[etree._Element]) -> Iterator[Diagnostic]:
    first: dict[str, etree._Element] = {}
    for objective in objectives:
        name = objective.get("objectiveID", "").strip()
        earlier = first.setdefault(name, objective)
        if name and earlier is not objective:
            message = f"the activity has a second objective {quoted(name)}"
            label = Label(document.attribute_span(earlier, "objectiveID"), "the first is here")
            place = document.attribute_span(objective, "objectiveID")
            yield Diagnostic(
                OBJECTIVE_TWICE, message, place, "give each objective an id of its own", (label,)
            )


def _check_conditions(
    document: XmlDocument, sequencing: etree._Element, known: list[etree._Element]
) -> Iterator[Diagnostic]:
    parent = sequencing.getparent()
    if not known and parent is not None and local_name(parent) == "sequencingCollection":
        return  # the objectives may be those of the activity that refers to it
    names = {objective.get("objectiveID", "").strip() for objective in known}
    for condition in _inside(sequencing, "ruleCondition"):
        name = condition.get("referencedObjective", "").strip()
        if name and name not in names:
            message = (
                f"the condition refers to the objective {quoted(name)}, which the activity does not have"
            )
            place = document.attribute_span(condition, "referencedObjective")
            yield Diagnostic(CONDITION_OBJECTIVE, message, place, "name an objective of this activity")


def _check_extended(
    document: XmlDocument, sequencing: etree._Element, known: list[etree._Element]
) -> Iterator[Diagnostic]:
    names = {objective.get("objectiveID", "").strip() for objective in known}
    seen: set[str] = set()
    for objective in _extended(sequencing):
        name = objective.get("objectiveID", "").strip()
        place = document.attribute_span(objective, "objectiveID")
        if name and name not in names:
            message = f"{quoted(name)} is no objective of this sequencing"
            yield Diagnostic(EXTENDED_OBJECTIVE, message, place, "name an objective of imsss:objectives")
        elif name and name in seen:
            message = f"the sequencing has a second adlseq:objective {quoted(name)}"
            yield Diagnostic(EXTENDED_OBJECTIVE, message, place, "put all maps into one")
        seen.add(name)


def _check_reading(document: XmlDocument, objective: etree._Element) -> Iterator[Diagnostic]:
    maps = _children(objective, "mapInfo")
    for attribute, words in _READ.items():
        reading = [one for one in maps if boolean_of(one.get(attribute, "true"))]
        for second in reading[1:]:
            message = f"a second map of the objective reads the {words}"
            label = Label(document.span(reading[0]), "the first is here")
            place, remedy = document.span(second), f'write {attribute}="false" on all but one'
            yield Diagnostic(READ_TWICE, message, place, remedy, (label,))


def _check_writing(document: XmlDocument, objectives: list[etree._Element]) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str], tuple[str, etree._Element]] = {}
    for objective in objectives:
        owner = objective.get("objectiveID", "").strip()
        for one in _children(objective, "mapInfo"):
            target = one.get("targetObjectiveID", "").strip()
            for attribute, words in _WRITTEN.items():
                if not target or not boolean_of(one.get(attribute, "false")):
                    continue
                writer, earlier = first.setdefault((target, attribute), (owner, one))
                if earlier is not one and writer != owner:
                    message = f"a second objective writes the {words} of {quoted(target)}"
                    label = Label(document.span(earlier), "the first is here")
                    place, remedy = document.span(one), "let one objective write it"
                    yield Diagnostic(WRITTEN_TWICE, message, place, remedy, (label,))
