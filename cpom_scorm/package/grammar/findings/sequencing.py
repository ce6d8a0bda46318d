"""Rules on the form of sequencing: its parts, rules, limits and controls."""

from __future__ import annotations

from cpom_scorm.package.manual import declare
from cpom_scorm.rule import Severity

_IGNORED = "LMSs skip what they cannot read, so learners meet another order than the one that was designed."

SEQUENCING_TWICE = declare(
    "SEQ-001",
    "sequencing-twice",
    "SN 5; REQ_30.6.3.6.11",
    what="An item or organization has a second `imsss:sequencing`.",
    why="LMSs obey the first or the last; schemas do not notice.",
    example="One `sequencing` for control modes and another for objectives.",
    fix="Put everything into one.",
)
COLLECTION_REFERENCE = declare(
    "SEQ-002",
    "sequencing-reference",
    "SN 5.9; REQ_31.4.3",
    what="`IDRef` names no `sequencing` of the collection; or (a warning) an element stands both in the "
    "activity and in the sequencing that it refers to.",
    why="The activity is sequenced by defaults. Of an element in both places only the activity's own counts: "
    "the two are not merged.",
    example='`<imsss:sequencing IDRef="S1"/>` where the collection has `s1`.',
    fix="Write the `ID` of a sequencing in the collection; keep each element in one place.",
)
SEQUENCING_ID = declare(
    "SEQ-003",
    "sequencing-id-on-activity",
    "SN 5.9; REQ_31.3.3",
    what="The `sequencing` of an item or organization has an `ID`.",
    why="Only those of the collection are referred to; the conformance suite fails the package.",
    example='`<item …><imsss:sequencing ID="s1">`',
    fix="Remove the `ID`, or move the element to the collection and refer to it with `IDRef`.",
)
COLLECTION_ID = declare(
    "SEQ-004",
    "sequencing-id-missing",
    "SN 5.9; REQ_31.3.4",
    what="A `sequencing` of the collection has no `ID`.",
    why="Nothing can refer to it.",
    example="`<imsss:sequencingCollection><imsss:sequencing>`",
    fix='Give it one: `<imsss:sequencing ID="s1">`.',
)
SEQUENCING_ORDER = declare(
    "SEQ-005",
    "sequencing-order",
    "imsss XSD",
    what="Elements of sequencing stand in another order than the schema wants, or twice: controlMode, "
    "sequencingRules, limitConditions, auxiliaryResources, rollupRules, objectives, randomizationControls, "
    "deliveryControls, then ADL's own.",
    why="Schema checks refuse the package; other LMSs take one of two.",
    example="`imsss:deliveryControls` before `imsss:objectives`.",
    fix="Move the element to its place.",
)
CONTROL_MODE = declare(
    "SEQ-006",
    "control-mode-value",
    "SN 5.1; imsss XSD",
    what="An attribute of `controlMode` is no boolean.",
    why=_IGNORED,
    example='`<imsss:controlMode flow="yes"/>`',
    fix="Write `true` or `false`.",
)
BOOLEAN_DIGIT = declare(
    "SEQ-007",
    "boolean-as-digit",
    "conformance test suite",
    what="A boolean is written as `1` or `0`.",
    why="The schema allows it, but the conformance suite and some LMSs compare with `true` and `false`.",
    example='`<imsss:controlMode flow="1"/>`',
    fix="Write `true` or `false`.",
    severity=Severity.WARNING,
)
RULE_CONDITION = declare(
    "SEQ-008",
    "rule-condition",
    "SN 5.2; REQ_31.6",
    what="A `ruleCondition` has no `condition`, or one that sequencing does not know.",
    why=_IGNORED,
    example='`<imsss:ruleCondition condition="passed"/>`',
    fix="Write one of the twelve conditions: `satisfied`, `completed`, `attempted`, `always` and so on.",
)
RULE_ACTION = declare(
    "SEQ-009",
    "rule-action",
    "SN 5.2; REQ_31.6",
    what="A `ruleAction` has no `action`, or one that its kind of rule does not know.",
    why=_IGNORED,
    example='`<imsss:preConditionRule>` with `<imsss:ruleAction action="retry"/>`.',
    fix="Use skip, disabled, hiddenFromChoice or stopForwardTraversal before, exit on exit, and exitParent, "
    "exitAll, retry, retryAll, continue or previous after.",
)
RULE_WITHOUT_CONDITION = declare(
    "SEQ-010",
    "rule-without-condition",
    "SN 5.2; imsss XSD",
    what="A `ruleConditions` holds no `ruleCondition`, or a rule has two `ruleConditions`; or (a warning) a "
    "rule has none.",
    why="Schema checks refuse it; otherwise the rule never applies, or always.",
    example="`<imsss:ruleConditions/>`",
    fix='Add a condition, such as `<imsss:ruleCondition condition="always"/>`.',
)
RULE_WITHOUT_ACTION = declare(
    "SEQ-011",
    "rule-without-action",
    "SN 5.2; imsss XSD",
    what="A sequencing rule has no `ruleAction`, or two.",
    why="The rule does nothing, or one of two things.",
    example="A `preConditionRule` that ends after its conditions.",
    fix="Give each rule one `ruleAction` as its last child.",
)
CONDITION_OBJECTIVE = declare(
    "SEQ-012",
    "condition-objective",
    "SN 5.2; REQ_31.6",
    what="`referencedObjective` names no objective of the same activity.",
    why="The condition is unknown for ever, so the rule never applies.",
    example='`referencedObjective="quiz"` in an activity whose only objective is `overall`.',
    fix="Write the `objectiveID` of an objective of this activity, or add the objective.",
)
MEASURE_THRESHOLD = declare(
    "SEQ-013",
    "measure-threshold",
    "SN 5.2; imsss XSD",
    what="`measureThreshold` is no decimal from -1 to 1. It is a warning when the condition compares no "
    "measure, or when a condition that does has no threshold: then 0 counts.",
    why="The rule compares with another number than was meant.",
    example='`<imsss:ruleCondition condition="objectiveMeasureLessThan" measureThreshold="80"/>`',
    fix='Write a fraction: `measureThreshold="0.8"`.',
)
ROOT_ACTION = declare(
    "SEQ-014",
    "action-on-organization",
    "SN 5.2; REQ_31.6.3",
    what="A rule after the organization has the action `exitParent` or `previous`.",
    why="An organization has no parent to exit to and nothing before it.",
    example='`<imsss:ruleAction action="exitParent"/>` in the sequencing of the organization.',
    fix="Move the rule to an item, or use `exitAll`.",
)
COLLECTION = declare(
    "SEQ-017",
    "sequencing-collection",
    "SN 5.9; imsss XSD",
    what="The `sequencingCollection` is empty or there are two; or (a warning) nothing refers to one of its "
    "parts.",
    why="Schema checks refuse it, and references into the second one find nothing.",
    example="`<imsss:sequencingCollection/>`",
    fix="Keep one collection with at least one `sequencing`, or none.",
)
ATTEMPT_LIMIT = declare(
    "SEQ-018",
    "attempt-limit",
    "SN 5.3; imsss XSD",
    what="`attemptLimit` is no whole number from 0 up.",
    why="The limit is ignored, or no attempt is allowed.",
    example='`<imsss:limitConditions attemptLimit="three"/>`',
    fix='Write a number: `attemptLimit="3"`.',
)
TIME_LIMIT = declare(
    "SEQ-019",
    "time-limit",
    "SN 5.3; imsss XSD",
    what="A limit is no duration (`PT1H30M`) or date, or (a warning) one of those that LMSs need not "
    "support: all but `attemptLimit` and `attemptAbsoluteDurationLimit`.",
    why="The limit is ignored.",
    example='`<imsss:limitConditions attemptAbsoluteDurationLimit="01:30:00"/>`',
    fix='Write an ISO 8601 duration: `attemptAbsoluteDurationLimit="PT1H30M"`.',
)
SEQUENCING_PLACE = declare(
    "SEQ-020",
    "sequencing-place",
    "SN 5; REQ_31.1",
    what="A sequencing element stands in another parent than its own.",
    why="LMSs skip it; the schema of the 4th edition does so too.",
    example="`imsss:sequencing` in a `resource`; `imsss:controlMode` directly in an item.",
    fix="Move it to its parent.",
)
COMBINATION = declare(
    "SEQ-024",
    "condition-combination",
    "SN 5.2; imsss XSD",
    what="`conditionCombination` is neither `all` nor `any`.",
    why=_IGNORED,
    example='`conditionCombination="or"`',
    fix="Write `all` or `any`.",
)
OPERATOR = declare(
    "SEQ-025",
    "condition-operator",
    "SN 5.2; imsss XSD",
    what="`operator` is neither `not` nor `noOp`.",
    why=_IGNORED,
    example='`operator="NOT"`',
    fix="Write `not`, or leave the attribute out.",
)
AUXILIARY_RESOURCES = declare(
    "SEQ-026",
    "auxiliary-resources",
    "IMS SS 1.0",
    what="`auxiliaryResources` are used.",
    why="SCORM gives them no meaning and no LMS supports them.",
    example="`<imsss:auxiliaryResources>` for a glossary.",
    fix="Put the resource into the content, or into an item of its own.",
    severity=Severity.WARNING,
)
ROLLUP_RULE = declare(
    "ROL-001",
    "rollup-rule-parts",
    "SN 5.6; imsss XSD",
    what="A `rollupRule` has not exactly one `rollupConditions` with conditions and one `rollupAction`.",
    why="The status of the cluster never changes, or by one of two rules.",
    example="A `rollupRule` without `rollupAction`.",
    fix="Give the rule its conditions first and its action second.",
)
CHILD_SET = declare(
    "ROL-002",
    "rollup-child-set",
    "SN 5.6; imsss XSD",
    what="`childActivitySet` is none of `all`, `any`, `none`, `atLeastCount`, `atLeastPercent`.",
    why=_IGNORED,
    example='`childActivitySet="some"`',
    fix="Write one of the five.",
)
ROLLUP_MINIMUM = declare(
    "ROL-003",
    "rollup-minimum",
    "SN 5.6; imsss XSD",
    what="`minimumCount` is no whole number, or `minimumPercent` no decimal from 0 to 1. It is a warning "
    "when the child set does not use it, or needs it: with the default 0 the rule is always true.",
    why="The cluster is satisfied or completed too early, or never.",
    example='`childActivitySet="atLeastPercent" minimumPercent="80"`',
    fix='Write a fraction: `minimumPercent="0.8"`.',
)
MEASURE_WEIGHT = declare(
    "ROL-005",
    "objective-measure-weight",
    "SN 5.6; imsss XSD",
    what="`objectiveMeasureWeight` is no decimal from 0 to 1.",
    why="The score of the cluster is weighed in another way than was meant.",
    example='`objectiveMeasureWeight="50"`',
    fix="Write a fraction: `0.5`.",
)
ROLLUP_CONSIDERATION = declare(
    "ROL-007",
    "rollup-consideration",
    "SN 5.10; REQ_31.14",
    what="An attribute of `rollupConsiderations` is none of `always`, `ifAttempted`, `ifNotSkipped`, "
    "`ifNotSuspended`, or `measureSatisfactionIfActive` no boolean.",
    why=_IGNORED,
    example='`requiredForCompleted="never"`',
    fix="Write one of the words.",
)
ROLLUP_CONDITION = declare(
    "ROL-009",
    "rollup-condition",
    "SN 5.6; imsss XSD",
    what="A `rollupCondition` has no `condition`, or one that rollup does not know: `always` and the "
    "comparisons of measures are for sequencing rules only.",
    why=_IGNORED,
    example='`<imsss:rollupCondition condition="always"/>`',
    fix="Write a condition of rollup, such as `satisfied`, `completed` or `attempted`.",
)
ROLLUP_ACTION = declare(
    "ROL-010",
    "rollup-action",
    "SN 5.6; imsss XSD",
    what="A `rollupAction` is none of `satisfied`, `notSatisfied`, `completed`, `incomplete`.",
    why=_IGNORED,
    example='`<imsss:rollupAction action="passed"/>`',
    fix="Write one of the four.",
)
