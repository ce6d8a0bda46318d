"""The parts of an activity's sequencing, each read from its element or its default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.activities.model import (
    PRIMARY,
    ActivityObjective,
    ActivityRule,
    Condition,
    Control,
    Delivery,
    Limits,
    ObjectiveMap,
    Randomization,
    Rollup,
    RollupRule,
)
from cpom_scorm.package.manifest.edition_detection import address
from cpom_scorm.package.xml.source import local_name
from cpom_scorm.package.xml.values import boolean_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml import etree

    from cpom_scorm.package.xml.source import XmlDocument

_SEQUENCING = address(EDITIONS[-1], "imsss")
_EXTENDED = address(EDITIONS[-1], "adlseq")
_VALUES = {
    "status": "SatisfiedStatus",
    "measure": "NormalizedMeasure",
    "completion": "CompletionStatus",
    "progress": "ProgressMeasure",
    "raw": "RawScore",
    "min": "MinScore",
    "max": "MaxScore",
}
_ALWAYS = "always"


class SequencingParts:
    """The elements that count for one activity, by their tag."""

    def __init__(self, document: XmlDocument, elements: Mapping[str, etree._Element]) -> None:
        self._document = document
        self._elements = elements

    def own(self, name: str) -> etree._Element | None:
        """Give the part of simple sequencing with this name."""
        return self._elements.get(f"{{{_SEQUENCING}}}{name}")

    def extended(self, name: str) -> etree._Element | None:
        """Give ADL's addition with this name."""
        return self._elements.get(f"{{{_EXTENDED}}}{name}")

    def number(self, element: etree._Element | None) -> int | None:
        """Give an element's number in the document."""
        return None if element is None else self._document.number(element)


def _switch(element: etree._Element | None, name: str, *, default: bool) -> bool:
    value = None if element is None else boolean_of(element.get(name))
    return default if value is None else value


def _word(element: etree._Element | None, name: str, default: str) -> str:
    return default if element is None else element.get(name, "").strip() or default


def _decimal(text: str | None) -> float | None:
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and -1 <= value <= 1 else None


def _count(text: str | None) -> int | None:
    digits = (text or "").strip().removeprefix("+")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def _children(element: etree._Element | None, name: str) -> list[etree._Element]:
    return [] if element is None else list(element.iterchildren(f"{{{_SEQUENCING}}}{name}"))


def _control(parts: SequencingParts) -> Control:
    mode = parts.own("controlMode")
    limits = parts.extended("constrainedChoiceConsiderations")
    return Control(
        _switch(mode, "choice", default=True),
        _switch(mode, "choiceExit", default=True),
        _switch(mode, "flow", default=False),
        _switch(mode, "forwardOnly", default=False),
        _switch(mode, "useCurrentAttemptObjectiveInfo", default=True),
        _switch(mode, "useCurrentAttemptProgressInfo", default=True),
        _switch(limits, "preventActivation", default=False),
        _switch(limits, "constrainChoice", default=False),
        parts.number(limits),
        node=parts.number(mode),
    )


def _condition(parts: SequencingParts, element: etree._Element) -> Condition:
    return Condition(
        element.get("condition", "").strip(),
        element.get("operator", "").strip() == "not",
        element.get("referencedObjective", "").strip(),
        _decimal(element.get("measureThreshold")) or 0.0,
        node=parts.number(element),
    )


def _rules(parts: SequencingParts) -> tuple[ActivityRule, ...]:
    element = parts.own("sequencingRules")
    found = []
    for kind in ("pre", "exit", "post"):
        for one in _children(element, f"{kind}ConditionRule"):
            group = next(iter(_children(one, "ruleConditions")), None)
            action = next(iter(_children(one, "ruleAction")), None)
            conditions = tuple(_condition(parts, each) for each in _children(group, "ruleCondition"))
            if conditions and action is not None:
                combination = _word(group, "conditionCombination", "all")
                word = _word(action, "action", "")
                found.append(
                    ActivityRule(kind, word, conditions, combination == "any", node=parts.number(one))
                )
    return tuple(found)


def _limits(parts: SequencingParts) -> Limits:
    element = parts.own("limitConditions")
    if element is None:
        return Limits()
    return Limits(
        _count(element.get("attemptLimit")),
        any(name.endswith("DurationLimit") for name in map(str, element.attrib)),
        any(name.endswith("TimeLimit") for name in map(str, element.attrib)),
        node=parts.number(element),
    )


def _rollup_rule(parts: SequencingParts, element: etree._Element) -> RollupRule | None:
    group = next(iter(_children(element, "rollupConditions")), None)
    action = next(iter(_children(element, "rollupAction")), None)
    conditions = tuple(_condition(parts, each) for each in _children(group, "rollupCondition"))
    if not conditions or action is None:
        return None
    return RollupRule(
        _word(action, "action", ""),
        _word(element, "childActivitySet", "all"),
        conditions,
        _word(group, "conditionCombination", "any") == "any",
        _count(element.get("minimumCount")) or 0,
        _decimal(element.get("minimumPercent")) or 0.0,
        node=parts.number(element),
    )


def _rollup(parts: SequencingParts) -> Rollup:
    element = parts.own("rollupRules")
    considered = parts.extended("rollupConsiderations")
    weight = None if element is None else _decimal(element.get("objectiveMeasureWeight"))
    rules = (_rollup_rule(parts, one) for one in _children(element, "rollupRule"))
    actions = ("satisfied", "notSatisfied", "completed", "incomplete")
    required = ((action, _word(considered, f"requiredFor{_capital(action)}", _ALWAYS)) for action in actions)
    return Rollup(
        _switch(element, "rollupObjectiveSatisfied", default=True),
        _switch(element, "rollupProgressCompletion", default=True),
        1.0 if weight is None else weight,
        tuple(one for one in rules if one is not None),
        tuple((action, when) for action, when in required if when != _ALWAYS),
        node=parts.number(element),
    )


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]


def _map(parts: SequencingParts, element: etree._Element, values: tuple[str, ...]) -> ObjectiveMap:
    reads = (name for name in values if _switch(element, f"read{_VALUES[name]}", default=True))
    writes = (name for name in values if _switch(element, f"write{_VALUES[name]}", default=False))
    target = element.get("targetObjectiveID", "").strip()
    return ObjectiveMap(target, frozenset(reads), frozenset(writes), node=parts.number(element))


def _objectives(parts: SequencingParts) -> tuple[ActivityObjective, ...]:
    element = parts.own("objectives")
    extended = parts.extended("objectives")
    more: dict[str, list[ObjectiveMap]] = {}
    for one in () if extended is None else extended.iterchildren(f"{{{_EXTENDED}}}objective"):
        maps = one.iterchildren(f"{{{_EXTENDED}}}mapInfo")
        found = [_map(parts, each, ("completion", "progress", "raw", "min", "max")) for each in maps]
        more.setdefault(one.get("objectiveID", "").strip(), []).extend(found)
    own = [*_children(element, "primaryObjective"), *_children(element, "objective")]
    objectives = [_objective(parts, one, more) for one in own]
    primary = next((one for one in objectives if one.is_primary), PRIMARY)
    return (primary, *(one for one in objectives if not one.is_primary))


def _objective(
    parts: SequencingParts, element: etree._Element, more: Mapping[str, list[ObjectiveMap]]
) -> ActivityObjective:
    name = element.get("objectiveID", "").strip()
    mark = next(iter(_children(element, "minNormalizedMeasure")), None)
    own = [_map(parts, one, ("status", "measure")) for one in _children(element, "mapInfo")]
    return ActivityObjective(
        name,
        local_name(element) == "primaryObjective",
        _switch(element, "satisfiedByMeasure", default=False),
        None if mark is None else _decimal(text_of(mark).strip()),
        parts.number(mark),
        tuple(one for one in (*own, *more.get(name, ())) if one.target),
        node=parts.number(element),
    )


def _random(parts: SequencingParts) -> Randomization:
    element = parts.own("randomizationControls")
    return Randomization(
        None if element is None else _count(element.get("selectCount")),
        _word(element, "selectionTiming", "never"),
        _switch(element, "reorderChildren", default=False),
        _word(element, "randomizationTiming", "never"),
        node=parts.number(element),
    )


def _delivery(parts: SequencingParts) -> Delivery:
    element = parts.own("deliveryControls")
    return Delivery(
        _switch(element, "tracked", default=True),
        _switch(element, "completionSetByContent", default=False),
        _switch(element, "objectiveSetByContent", default=False),
        node=parts.number(element),
    )


PARTS: Mapping[str, Callable[[SequencingParts], object]] = {
    "control": _control,
    "rules": _rules,
    "limits": _limits,
    "rollup": _rollup,
    "objectives": _objectives,
    "random": _random,
    "delivery": _delivery,
}
"""Field of `Activity` → its reader."""
