"""Section 6, the form of sequencing. Written from the catalogue alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus.edits import after, before, chain, drop, refuse, swap, warn
from tests.corpus.model import FOURTH, LATER, SECOND, THIRD, Defect

if TYPE_CHECKING:
    from tests.corpus.edits import Edit

_LEAF_RULES = "<imsss:sequencingRules>"
_CONTROL = '<imsss:controlMode choice="true" choiceExit="true" flow="true" forwardOnly="false"/>'
_DELIVERY = '<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>'
_TEST_MAP = (
    '<imsss:mapInfo targetObjectiveID="gl-skill" readSatisfiedStatus="false"\n'
    '                readNormalizedMeasure="false" writeSatisfiedStatus="true" '
    'writeNormalizedMeasure="true"/>'
)
_RANDOM = '<imsss:randomizationControls randomizationTiming="once" reorderChildren="true"/>'
_PRESENTATION = "<adlnav:presentation>"


def _bad(rule: str, name: str, edit: Edit, on: tuple[str, ...] = LATER) -> Defect:
    return refuse(rule, name, edit, on, "sequenced")


def _odd(rule: str, name: str, edit: Edit, on: tuple[str, ...] = LATER) -> Defect:
    return warn(rule, name, edit, on, "sequenced")


def _extended(text: str) -> Edit:
    """Put ADL objectives behind those of the cluster's last leaf test."""
    return after(f"</imsss:objectives>\n          {_DELIVERY}", text)


def _root_rule(action: str) -> Edit:
    return before(
        "\n      </imsss:sequencing>\n    </organization>",
        "<imsss:sequencingRules><imsss:postConditionRule><imsss:ruleConditions>"
        '<imsss:ruleCondition condition="completed"/></imsss:ruleConditions>'
        f'<imsss:ruleAction action="{action}"/></imsss:postConditionRule></imsss:sequencingRules>',
    )


DEFECTS = (
    _bad("SEQ-001", "two-sequencings", after("<title>Lights</title>", "<imsss:sequencing/>")),
    _bad("SEQ-002", "unknown-collection-id", swap('IDRef="sq-lesson"', 'IDRef="sq-lessons"')),
    _bad("SEQ-003", "id-on-item", swap('<imsss:sequencing IDRef="sq-lesson">',
        '<imsss:sequencing ID="sq-x" IDRef="sq-lesson">')),
    _bad("SEQ-004", "no-id-in-collection", swap('<imsss:sequencing ID="sq-lesson">', "<imsss:sequencing>")),
    _bad("SEQ-005", "control-mode-late", chain(drop(_CONTROL), before(_RANDOM, _CONTROL))),
    _bad("SEQ-005", "delivery-early", chain(drop(_DELIVERY),
        before('<imsss:limitConditions attemptLimit="2"/>', _DELIVERY))),
    _bad("SEQ-005", "objectives-before-rollup",
        chain(drop('<imsss:rollupRules objectiveMeasureWeight="0.5"/>'), before(
        "<imsss:deliveryControls completionSetByContent=\"true\" objectiveSetByContent=\"true\"/>\n       "
        "   </imsss:sequencing>\n        </item>\n        <item",
        '<imsss:rollupRules objectiveMeasureWeight="0.5"/>'))),
    _bad("SEQ-006", "word", swap('choiceExit="true"', 'choiceExit="on"')),
    _bad("SEQ-006", "case", swap('flow="true" forwardOnly', 'flow="True" forwardOnly')),
    _odd("SEQ-007", "digit", swap('forwardOnly="false"', 'forwardOnly="0"')),
    _bad("SEQ-008", "condition", swap('condition="satisfied"', 'condition="passed"')),
    _bad("SEQ-008", "condition-case", swap('condition="satisfied"', 'condition="Satisfied"')),
    _bad("SEQ-009", "pre-action", swap('action="skip"', 'action="retry"')),
    _bad("SEQ-009", "post-action", swap('action="retry"', 'action="skip"')),
    _bad("SEQ-009", "unknown-action", swap('action="skip"', 'action="hide"')),
    _bad("SEQ-010", "no-condition",
        drop('<imsss:ruleCondition referencedObjective="ob-skill" condition="satisfied"/>')),
    # The published schema lets a rule without conditions pass, so it deserves a warning and no more.
    _odd("SEQ-010", "no-conditions", drop("<imsss:ruleConditions>\n                  "
        '<imsss:ruleCondition operator="not" condition="satisfied"/>\n                '
        '</imsss:ruleConditions>')),
    _bad("SEQ-011", "no-action", drop('<imsss:ruleAction action="skip"/>')),
    _bad("SEQ-011", "two-actions", after('<imsss:ruleAction action="skip"/>',
        '<imsss:ruleAction action="skip"/>')),
    _bad("SEQ-012", "unknown-objective", swap('referencedObjective="ob-skill"',
        'referencedObjective="ob-skills"')),
    _bad("SEQ-012", "other-activity", swap('referencedObjective="ob-skill"',
        'referencedObjective="ob-entry"')),
    _bad("SEQ-012", "global-objective", swap('referencedObjective="ob-skill"',
        'referencedObjective="gl-skill"')),
    _bad("SEQ-013", "above", swap('condition="satisfied"/>',
        'condition="objectiveMeasureGreaterThan" measureThreshold="80"/>')),
    _bad("SEQ-013", "word", swap('condition="satisfied"/>',
        'condition="objectiveMeasureLessThan" measureThreshold="half"/>')),
    _odd("SEQ-013", "not-needed", swap('condition="satisfied"/>',
        'condition="satisfied" measureThreshold="0.5"/>')),
    _odd("SEQ-013", "missing", swap('condition="satisfied"/>', 'condition="objectiveMeasureGreaterThan"/>')),
    _bad("SEQ-014", "exit-parent", _root_rule("exitParent")),
    _bad("SEQ-014", "previous", _root_rule("previous")),
    _bad("SEQ-017", "empty-collection", chain(swap('IDRef="sq-lesson"', ""), after(
        "</imsss:sequencingCollection>", ""),
        drop('<imsss:sequencing ID="sq-lesson">\n      <imsss:limitConditions attemptLimit="3"/>\n'
        f"      {_DELIVERY}\n    </imsss:sequencing>"))),
    _bad("SEQ-017", "two-collections", after("</imsss:sequencingCollection>",
        '<imsss:sequencingCollection><imsss:sequencing ID="sq-b"/></imsss:sequencingCollection>')),
    _bad("SEQ-017", "same-ids", before("</imsss:sequencingCollection>",
        '<imsss:sequencing ID="sq-lesson"/>')),
    _odd("SEQ-017", "unused", before("</imsss:sequencingCollection>", '<imsss:sequencing ID="sq-b"/>')),
    _bad("SEQ-018", "negative-limit", swap('attemptLimit="2"', 'attemptLimit="-1"')),
    _bad("SEQ-018", "limit-word", swap('attemptLimit="2"', 'attemptLimit="two"')),
    _bad("SEQ-019", "duration", swap('attemptLimit="2"',
        'attemptLimit="2" attemptAbsoluteDurationLimit="30 minutes"')),
    _odd("SEQ-019", "unsupported-limit", swap('attemptLimit="2"',
        'attemptLimit="2" activityAbsoluteDurationLimit="PT1H"')),
    _bad("SEQ-020", "objectives-on-item", after("<title>Lights</title>",
        '<imsss:objectives><imsss:primaryObjective/></imsss:objectives>')),
    _bad("SEQ-020", "control-mode-on-item", after("<title>Lights</title>",
        '<imsss:controlMode flow="true"/>')),
    _bad("SEQ-024", "combination", swap('conditionCombination="any"', 'conditionCombination="or"')),
    _bad("SEQ-025", "operator", swap('operator="not"', 'operator="NOT"')),
    _odd("SEQ-026", "auxiliary", after('<imsss:limitConditions attemptLimit="2"/>',
        '<imsss:auxiliaryResources>'
        '<imsss:auxiliaryResource auxiliaryResourceID="a" purpose="help"/></imsss:auxiliaryResources>')),
    _bad("OBJ-001", "no-id", swap('<imsss:objective objectiveID="ob-skill">', "<imsss:objective>")),
    _bad("OBJ-002", "same-id", swap('objectiveID="ob-flags"', 'objectiveID="ob-skill"')),
    _bad("OBJ-003", "primary-map-without-id", swap(' objectiveID="ob-entry"', "")),
    _bad("OBJ-004", "two-reads", after('readNormalizedMeasure="true"/>',
        '<imsss:mapInfo targetObjectiveID="gl-b"/>'), (THIRD, FOURTH)),
    _bad("OBJ-005", "two-writers", after("</imsss:primaryObjective>",
        '<imsss:objective objectiveID="ob-b"><imsss:mapInfo '
        'targetObjectiveID="gl-skill" readSatisfiedStatus="false" readNormalizedMeasure="false" '
        'writeSatisfiedStatus="true"/></imsss:objective>')),
    _bad("OBJ-006", "percent", swap("<imsss:minNormalizedMeasure>0.8", "<imsss:minNormalizedMeasure>80")),
    _bad("OBJ-006", "comma", swap("<imsss:minNormalizedMeasure>0.8", "<imsss:minNormalizedMeasure>0,8")),
    _bad("OBJ-007", "no-primary", swap('<imsss:primaryObjective objectiveID="ob-flags"/>', "")),
    _bad("OBJ-007", "two-primaries", after('<imsss:primaryObjective objectiveID="ob-flags"/>',
        '<imsss:primaryObjective objectiveID="ob-b"/>')),
    _bad("OBJ-008", "unknown-objective", _extended('<adlseq:objectives><adlseq:objective objectiveID="ob-z">'
        '<adlseq:mapInfo targetObjectiveID="gl-z"/></adlseq:objective></adlseq:objectives>'), (FOURTH,)),
    _bad("OBJ-008", "no-map",
        _extended('<adlseq:objectives><adlseq:objective objectiveID="ob-entry"/></adlseq:objectives>'),
        (FOURTH,)),
    _bad("OBJ-009", "blank-id", swap('objectiveID="ob-flags"', 'objectiveID=" "')),
    _bad("OBJ-009", "blank-target", swap('targetObjectiveID="gl-skill" readSatisfiedStatus="true"',
        'targetObjectiveID=" " readSatisfiedStatus="true"')),
    _bad("OBJ-010", "no-target", swap('targetObjectiveID="gl-skill" readSatisfiedStatus="true"',
        'readSatisfiedStatus="true"')),
    _bad("OBJ-012", "later-edition", _extended('<adlseq:objectives><adlseq:objective objectiveID="ob-entry">'
        '<adlseq:mapInfo targetObjectiveID="gl-z"/></adlseq:objective></adlseq:objectives>'), (SECOND,
        THIRD)),
    _bad("ROL-001", "no-condition", drop('<imsss:rollupCondition condition="completed"/>')),
    _bad("ROL-001", "no-action", drop('<imsss:rollupAction action="completed"/>')),
    _bad("ROL-002", "child-set", swap('childActivitySet="none"', 'childActivitySet="some"')),
    _bad("ROL-003", "percent", swap('minimumCount="1"', 'minimumPercent="50"')),
    _bad("ROL-003", "negative-count", swap('minimumCount="1"', 'minimumCount="-1"')),
    _odd("ROL-003", "count-missing", swap(' minimumCount="1"', "")),
    _odd("ROL-003", "count-unused", swap('childActivitySet="none"',
        'childActivitySet="none" minimumCount="2"')),
    _bad("ROL-005", "weight", swap('objectiveMeasureWeight="0.5"', 'objectiveMeasureWeight="2"')),
    _bad("ROL-007", "required-word", before("</imsss:sequencing>\n      </item>\n      <imsss:sequencing>",
        '<adlseq:rollupConsiderations requiredForSatisfied="never"/>')),
    _bad("ROL-007", "active-word", before("</imsss:sequencing>\n      </item>\n      <imsss:sequencing>",
        '<adlseq:rollupConsiderations measureSatisfactionIfActive="yes"/>')),
    _bad("ROL-009", "always", swap('<imsss:rollupCondition condition="completed"/>',
        '<imsss:rollupCondition condition="always"/>')),
    _bad("ROL-009", "measure", swap('<imsss:rollupCondition condition="completed"/>',
        '<imsss:rollupCondition condition="objectiveMeasureGreaterThan"/>')),
    _bad("ROL-010", "action", swap('<imsss:rollupAction action="completed"/>',
        '<imsss:rollupAction action="passed"/>')),
    _bad("RND-002", "timing", swap('randomizationTiming="once"', 'randomizationTiming="always"')),
    _bad("RND-002", "count", swap('reorderChildren="true"',
        'reorderChildren="true" selectCount="-2" selectionTiming="once"')),
    _bad("DEL-001", "tracked", swap('completionSetByContent="true"',
        'completionSetByContent="true" tracked="no"')),
    _bad("CCC-001", "constrain", before("</imsss:sequencing>\n      </item>\n      <imsss:sequencing>",
        '<adlseq:constrainedChoiceConsiderations constrainChoice="maybe"/>')),
    _bad("NAV-001", "on-cluster", before("<imsss:sequencing>\n          <imsss:controlMode",
        "<adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>exit</adlnav:hideLMSUI>"
        "</adlnav:navigationInterface></adlnav:presentation>")),
    _bad("NAV-002", "word", swap("<adlnav:hideLMSUI>previous", "<adlnav:hideLMSUI>back")),
    _bad("NAV-002", "case", swap("<adlnav:hideLMSUI>previous", "<adlnav:hideLMSUI>Previous")),
    _bad("NAV-003", "no-interface", chain(drop("<adlnav:navigationInterface>"),
        drop("</adlnav:navigationInterface>"))),
    _bad("NAV-003", "no-presentation", chain(drop(_PRESENTATION), drop("</adlnav:presentation>"))),
    _bad("NAV-004", "twice", before(_PRESENTATION, "<adlnav:presentation/>")),
    _bad("MAN-013", "misspelt-rule", before(_LEAF_RULES, "<imsss:sequencingRule/>")),
    _bad("MAN-014", "misspelt-flow", swap('flow="true" forwardOnly', 'Flow="true" forwardOnly')),
)  # fmt: skip
