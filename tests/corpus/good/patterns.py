"""Sequencing patterns that textbooks show: what stands on leaves, cluster and root."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SET = '<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>'


@dataclass(frozen=True)
class Pattern:
    """Texts for the places of a manifest where sequencing may stand."""

    name: str = "plain"
    leaves: dict[str, str] = field(default_factory=dict)
    cluster: str = ""
    root: str = ""
    collection: str = ""
    attributes: str = ""


def _sequencing(content: str, attributes: str = "") -> str:
    return f"<imsss:sequencing{attributes}>{content}</imsss:sequencing>"


def _rule(kind: str, conditions: str, action: str, combination: str = "") -> str:
    joined = f' conditionCombination="{combination}"' if combination else ""
    return (
        f"<imsss:{kind}ConditionRule><imsss:ruleConditions{joined}>{conditions}</imsss:ruleConditions>"
        f'<imsss:ruleAction action="{action}"/></imsss:{kind}ConditionRule>'
    )


def _condition(name: str, more: str = "") -> str:
    return f'<imsss:ruleCondition{more} condition="{name}"/>'


def _free(_edition: str, _leaves: list[str]) -> Pattern:
    mode = _sequencing('<imsss:controlMode choice="true" flow="true"/>')
    return Pattern("free", cluster=mode, root=mode)


def _linear(_edition: str, leaves: list[str]) -> Pattern:
    mode = _sequencing('<imsss:controlMode choice="false" flow="true" forwardOnly="false"/>')
    return Pattern("linear", dict.fromkeys(leaves, _sequencing(_SET)), mode, mode)


def _forced(_edition: str, leaves: list[str]) -> Pattern:
    """Each leaf waits for the one before: choice, with stops that the learner clears."""
    stop = _rule(
        "pre",
        _condition("satisfied", ' operator="not"') + _condition("objectiveStatusKnown", ' operator="not"'),
        "stopForwardTraversal",
        "any",
    )
    leaf = _sequencing(f"<imsss:sequencingRules>{stop}</imsss:sequencingRules>{_SET}")
    mode = _sequencing('<imsss:controlMode choice="true" flow="true"/>')
    return Pattern("forced", dict.fromkeys(leaves, leaf), mode, mode, attributes=' structure="linear"')


def _remediation(_edition: str, leaves: list[str]) -> Pattern:
    """The last leaf is a test; failing it starts the lesson again, three times at most."""
    measured = (
        '<imsss:objectives><imsss:primaryObjective objectiveID="test" satisfiedByMeasure="true">'
        "<imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure></imsss:primaryObjective>"
        "</imsss:objectives>"
    )
    retry = _rule("post", _condition("satisfied", ' referencedObjective="test" operator="not"'), "retryAll")
    test = _sequencing(
        f'<imsss:sequencingRules>{retry}</imsss:sequencingRules><imsss:limitConditions attemptLimit="3"/>'
        f"<imsss:rollupRules objectiveMeasureWeight='1.0'/>{measured}{_SET}"
    )
    mode = _sequencing('<imsss:controlMode choice="false" flow="true"/>')
    return Pattern("remediation", {leaves[-1]: test}, mode, mode)


def _pretest(_edition: str, leaves: list[str]) -> Pattern:
    """What a test at the start has shown to be known is skipped, through a global objective."""
    written = _sequencing(
        '<imsss:objectives><imsss:primaryObjective objectiveID="pre"><imsss:mapInfo '
        'targetObjectiveID="urn:known" '
        'readSatisfiedStatus="false" readNormalizedMeasure="false" writeSatisfiedStatus="true"/>'
        f"</imsss:primaryObjective></imsss:objectives>{_SET}"
    )
    skip = _rule("pre", _condition("satisfied", ' referencedObjective="known"'), "skip")
    read = _sequencing(
        f"<imsss:sequencingRules>{skip}</imsss:sequencingRules><imsss:objectives><imsss:primaryObjective/>"
        '<imsss:objective objectiveID="known"><imsss:mapInfo targetObjectiveID="urn:known" '
        'readNormalizedMeasure="false"/></imsss:objective></imsss:objectives>'
    )
    mode = _sequencing('<imsss:controlMode choice="true" flow="true"/>')
    texts = dict.fromkeys(leaves[1:], read) | {leaves[0]: written}
    attributes = ' adlseq:objectivesGlobalToSystem="false"'
    return Pattern("pretest", texts, mode, mode, attributes=attributes)


def _collected(_edition: str, leaves: list[str]) -> Pattern:
    """All leaves share one sequencing of the collection."""
    shared = f'<imsss:limitConditions attemptLimit="5"/>{_SET}'
    collection = (
        "<imsss:sequencingCollection>"
        + _sequencing(shared, ' ID="common_seq"')
        + "</imsss:sequencingCollection>"
    )
    mode = _sequencing('<imsss:controlMode choice="true" flow="true" choiceExit="false"/>')
    leaf = '<imsss:sequencing IDRef="common_seq"/>'
    return Pattern("collected", dict.fromkeys(leaves, leaf), mode, mode, collection)


def _drawn(_edition: str, leaves: list[str]) -> Pattern:
    """Some of the leaves, drawn anew on each attempt."""
    rollup = (
        '<imsss:rollupRules><imsss:rollupRule childActivitySet="atLeastPercent" minimumPercent="0.5">'
        "<imsss:rollupConditions><imsss:rollupCondition condition='satisfied'/></imsss:rollupConditions>"
        '<imsss:rollupAction action="satisfied"/></imsss:rollupRule><imsss:rollupRule childActivitySet="any">'
        "<imsss:rollupConditions conditionCombination='all'><imsss:rollupCondition operator='not' "
        "condition='satisfied'/><imsss:rollupCondition condition='attempted'/></imsss:rollupConditions>"
        '<imsss:rollupAction action="notSatisfied"/></imsss:rollupRule></imsss:rollupRules>'
    )
    cluster = _sequencing(
        f'<imsss:controlMode choice="false" flow="true"/>{rollup}<imsss:randomizationControls '
        f'selectCount="2" '
        'selectionTiming="onEachNewAttempt" reorderChildren="true" randomizationTiming="onEachNewAttempt"/>'
    )
    root = _sequencing('<imsss:controlMode choice="false" flow="true"/>')
    return Pattern("drawn", dict.fromkeys(leaves, _sequencing(_SET)), cluster, root)


def _considered(edition: str, leaves: list[str]) -> Pattern:
    """ADL's additions; in the 4th edition raw scores and shared data too."""
    considered = (
        '<adlseq:constrainedChoiceConsiderations preventActivation="false" constrainChoice="true"/>'
        '<adlseq:rollupConsiderations requiredForSatisfied="ifNotSkipped" requiredForCompleted="ifAttempted" '
        'measureSatisfactionIfActive="false"/>'
    )
    mode = _sequencing(f'<imsss:controlMode choice="true" flow="true"/>{considered}')
    leaf = _sequencing(_SET)
    if edition == "4":
        objective = '<imsss:objectives><imsss:primaryObjective objectiveID="main"/></imsss:objectives>'
        extended = (
            '<adlseq:objectives><adlseq:objective objectiveID="main"><adlseq:mapInfo '
            'targetObjectiveID="urn:raw" '
            'writeRawScore="true" readRawScore="false"/></adlseq:objective></adlseq:objectives>'
        )
        data = '<adlcp:data><adlcp:map targetID="urn:notes" writeSharedData="true"/></adlcp:data>'
        first = data + _sequencing(objective + _SET + extended)
        return Pattern("considered", dict.fromkeys(leaves, leaf) | {leaves[0]: first}, mode, mode)
    return Pattern("considered", dict.fromkeys(leaves, leaf), mode, mode)


PATTERNS: tuple[Callable[[str, list[str]], Pattern], ...] = (
    _free,
    _linear,
    _forced,
    _remediation,
    _pretest,
    _collected,
    _drawn,
    _considered,
)
