"""Rules between the parts of one element that the tables cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.package.grammar.activity_checks import check_activity
from cpom_scorm.package.grammar.findings.items import PRESENTATION_PLACE, SHARED_DATA, THRESHOLD_TWICE
from cpom_scorm.package.grammar.findings.objectives import PRIMARY_ID
from cpom_scorm.package.grammar.findings.sequencing import (
    AUXILIARY_RESOURCES,
    COLLECTION,
    COLLECTION_ID,
    MEASURE_THRESHOLD,
    ROLLUP_MINIMUM,
    RULE_WITHOUT_CONDITION,
    SEQUENCING_ID,
    TIME_LIMIT,
)
from cpom_scorm.package.grammar.lookup import qualified
from cpom_scorm.package.grammar.sequencing import MEASURE_CONDITIONS
from cpom_scorm.package.quoting import quoted
from cpom_scorm.package.xml.source import local_name, namespace
from cpom_scorm.package.xml.values import text_of
from cpom_scorm.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml import etree

    from cpom_scorm.package.grammar.lookup import Grammar
    from cpom_scorm.package.xml.source import XmlDocument

_OPTIONAL_LIMITS = (
    "attemptExperiencedDurationLimit",
    "activityAbsoluteDurationLimit",
    "activityExperiencedDurationLimit",
    "beginTimeLimit",
    "endTimeLimit",
)
_MINIMUMS = {"atLeastCount": "minimumCount", "atLeastPercent": "minimumPercent"}


def check_locally(document: XmlDocument, grammar: Grammar, element: etree._Element) -> Iterator[Diagnostic]:
    """Check what the attributes and children of one element say about each other."""
    name = qualified(grammar.spaces[namespace(element)], local_name(element))
    check = _CHECKS.get(name)
    if check is not None:
        yield from check(document, element)


def _sequencing(document: XmlDocument, element: etree._Element) -> Iterator[Diagnostic]:
    parent = element.getparent()
    in_collection = parent is not None and local_name(parent) == "sequencingCollection"
    if in_collection and "ID" not in element.attrib:
        message = '"imsss:sequencing" of the collection has no attribute "ID"'
        remedy = 'add an "ID" and refer to it with "IDRef"'
        yield Diagnostic(COLLECTION_ID, message, document.span(element), remedy)
    if not in_collection and "ID" in element.attrib:
        message = f'the attribute "ID" is not allowed on the sequencing of {quoted(_name(parent))}'
        remedy = 'remove it, or use "IDRef" to refer to the collection'
        yield Diagnostic(SEQUENCING_ID, message, document.attribute_span(element, "ID"), remedy)
    yield from check_activity(document, element)


def _presentation(document: XmlDocument, element: etree._Element) -> Iterator[Diagnostic]:
    parent = element.getparent()
    if parent is not None and not parent.get("identifierref"):
        message = '"adlnav:presentation" stands on an item that launches nothing'
        yield Diagnostic(
            PRESENTATION_PLACE, message, document.span(element), "move it to an item with a resource"
        )


def _name(element: etree._Element | None) -> str:
    return "" if element is None else local_name(element)


def _condition(document: XmlDocument, element: etree._Element) -> Iterator[Diagnostic]:
    condition = element.get("condition", "").strip()
    compares, has_threshold = condition in MEASURE_CONDITIONS, "measureThreshold" in element.attrib
    if compares and not has_threshold:
        message = f'the condition "{condition}" has no "measureThreshold", so 0 counts'
        place = document.span(element)
        yield _weak(Diagnostic(MEASURE_THRESHOLD, message, place, 'add "measureThreshold"'))
    if has_threshold and condition and not compares:
        message = f'the condition {quoted(condition)} does not use "measureThreshold"'
        place = document.attribute_span(element, "measureThreshold")
        yield _weak(Diagnostic(MEASURE_THRESHOLD, message, place, "remove it"))


def _limits(document: XmlDocument, element: etree._Element) -> Iterator[Diagnostic]:
    for name in _OPTIONAL_LIMITS:
        if name in element.attrib:
            message = f'LMSs need not support the limit "{name}"'
            place = document.attribute_span(element, name)
            yield _weak(Diagnostic(TIME_LIMIT, message, place, 'use "attemptAbsoluteDurationLimit"'))


def _auxiliary(document: XmlDocument, element: etree._Element) -> Iterator[Diagnostic]:
    message = 'no LMS supports "imsss:auxiliaryResources"'
    yield Diagnostic(AUXILIARY_RESOURCES, message, document.span(element), "remove it")


def _rollup_rule(document: XmlDocument, element: etree._Element) -> Iterator[Diagnostic]:
    chosen = element.get("childActivitySet", "all").strip()
    for child_set, minimum in _MINIMUMS.items():
        if chosen == child_set and minimum not in element.attrib:
            message = f'the child set "{child_set}" has no "{minimum}", so the rule is always true'
            yield _weak(Diagnostic(ROLLUP_MINIMUM, message, document.span(element), f'add "{minimum}"'))
        if chosen != child_set and minimum in element.attrib:
            message = f'the child set {quoted(chosen)} does not use "{minimum}"'
            place = document.attribute_span(element, minimum)
            yield _weak(Diagnostic(ROLLUP_MINIMUM, message, place, "remove it"))


def _primary_objective(document: XmlDocument, element: etree._Element) -> Iterator[Diagnostic]:
    if "objectiveID" not in element.attrib and any(
        local_name(child) == "mapInfo" for child in _inner(element)
    ):
        message = 'the primary objective has an "imsss:mapInfo" but no attribute "objectiveID"'
        yield Diagnostic(PRIMARY_ID, message, document.span(element), 'add an "objectiveID"')


def _threshold(document: XmlDocument, element: etree._Element) -> Iterator[Diagnostic]:
    if element.attrib and text_of(element).strip():
        message = '"adlcp:completionThreshold" has both attributes and text'
        yield Diagnostic(THRESHOLD_TWICE, message, document.span(element), "remove the text")


def _collection(document: XmlDocument, element: etree._Element) -> Iterator[Diagnostic]:
    wanted = {sequencing.get("IDRef", "").strip() for sequencing in document.named("sequencing")} - {""}
    entries = {entry.get("ID", "").strip(): entry for entry in _inner(element)}
    if wanted - entries.keys():
        return  # SEQ-002 says which reference is wrong; it may be meant for the entry that seems unused
    for name, entry in entries.items():
        if name and name not in wanted:
            message = f"nothing refers to the sequencing {quoted(name)} of the collection"
            place = document.attribute_span(entry, "ID")
            yield _weak(Diagnostic(COLLECTION, message, place, 'refer to it with "IDRef", or remove it'))


def _rule(document: XmlDocument, element: etree._Element) -> Iterator[Diagnostic]:
    if all(local_name(child) != "ruleConditions" for child in _inner(element)):
        message = f'"imsss:{local_name(element)}" has no "imsss:ruleConditions", so it never applies'
        yield _weak(Diagnostic(RULE_WITHOUT_CONDITION, message, document.span(element), "add a condition"))


def _shared_data(document: XmlDocument, element: etree._Element) -> Iterator[Diagnostic]:
    parent = element.getparent()
    if parent is not None and not parent.get("identifierref"):
        message = '"adlcp:data" stands on an item that launches nothing'
        yield Diagnostic(SHARED_DATA, message, document.span(element), "move it to an item with a resource")
    first: dict[str, etree._Element] = {}
    for store in _inner(element):
        name = store.get("targetID", "").strip()
        earlier = first.setdefault(name, store)
        if name and earlier is not store:
            message = f"the item has a second map for the store {quoted(name)}"
            label = Label(document.attribute_span(earlier, "targetID"), "the first is here")
            place = document.attribute_span(store, "targetID")
            yield Diagnostic(SHARED_DATA, message, place, "keep one of them", (label,))


def _inner(element: etree._Element) -> Iterator[etree._Element]:
    return element.iterchildren("{*}*")


def _weak(found: Diagnostic) -> Diagnostic:
    return Diagnostic(found.rule, found.message, found.span, found.help, found.labels, Severity.WARNING)


_CHECKS: Mapping[str, Callable[[XmlDocument, etree._Element], Iterator[Diagnostic]]] = {
    "imsss:sequencing": _sequencing,
    "adlnav:presentation": _presentation,
    "imsss:ruleCondition": _condition,
    "imsss:limitConditions": _limits,
    "imsss:auxiliaryResources": _auxiliary,
    "imsss:rollupRule": _rollup_rule,
    "imsss:primaryObjective": _primary_objective,
    "imsss:sequencingCollection": _collection,
    "imsss:preConditionRule": _rule,
    "imsss:exitConditionRule": _rule,
    "imsss:postConditionRule": _rule,
    "adlcp:completionThreshold": _threshold,
    "adlcp:data": _shared_data,
}
