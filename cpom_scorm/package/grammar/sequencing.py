"""Simple sequencing: how learners may move, and how status and score roll up (imsss)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.package.grammar.findings import objectives as objective_rules
from cpom_scorm.package.grammar.findings import sequencing as rules
from cpom_scorm.package.grammar.findings.items import NEW_ELEMENT
from cpom_scorm.package.grammar.findings.manifest import IDENTIFIER_FORM, SCHEMA_VIOLATION
from cpom_scorm.package.grammar.forms import (
    FROM_3RD,
    IN_2ND,
    IN_2004,
    AttributeForm,
    ChildForm,
    ElementForm,
    NamespaceForm,
)
from cpom_scorm.package.grammar.values import (
    BOOLEAN,
    COUNT,
    DURATION,
    FRACTION,
    MEASURE,
    MOMENT,
    NAME,
    REFERENCE,
    TEXT,
    ValueForm,
)

if TYPE_CHECKING:
    from cpom_scorm.rule import Rule

_ROLLUP_CONDITIONS = (
    "satisfied",
    "objectiveStatusKnown",
    "objectiveMeasureKnown",
    "completed",
    "activityProgressKnown",
    "attempted",
    "attemptLimitExceeded",
    "timeLimitExceeded",
    "outsideAvailableTimeRange",
)
MEASURE_CONDITIONS = ("objectiveMeasureGreaterThan", "objectiveMeasureLessThan")
"""The conditions that compare with `measureThreshold`."""
_CONDITION = ValueForm("token", "condition", words=(*_ROLLUP_CONDITIONS, *MEASURE_CONDITIONS, "always"))
_ROLLUP_CONDITION = ValueForm("token", "rollupCondition", words=_ROLLUP_CONDITIONS)
_COMBINATION = ValueForm("token", "combination", words=("all", "any"))
_OPERATOR = ValueForm("token", "operator", words=("not", "noOp"))
_TIMING = ValueForm("token", "timing", words=("never", "once", "onEachNewAttempt"))
_CHILD_SETS = ("all", "any", "none", "atLeastCount", "atLeastPercent")
_ACTIONS = {
    "pre": ("skip", "disabled", "hiddenFromChoice", "stopForwardTraversal"),
    "exit": ("exit",),
    "post": ("exitParent", "exitAll", "retry", "retryAll", "continue", "previous"),
    "rollup": ("satisfied", "notSatisfied", "completed", "incomplete"),
}


def _element(
    name: str, *children: ChildForm, attributes: tuple[AttributeForm, ...] = (), alias: str = ""
) -> ElementForm:
    return ElementForm(
        name,
        alias,
        IN_2004,
        children,
        attributes=attributes,
        is_global=False,
        order=rules.SEQUENCING_ORDER,
        misplaced=rules.SEQUENCING_PLACE,
        foreign=NEW_ELEMENT,
    )


def _switch(name: str, default: str, wrong: Rule) -> AttributeForm:
    return AttributeForm(name, BOOLEAN, default=default, wrong=wrong)


def _choice(name: str, value: ValueForm, wrong: Rule, default: str = "") -> AttributeForm:
    """One of some words; required when nothing counts in its absence."""
    return AttributeForm(name, value, IN_2004, not default, default, wrong, wrong)


def _part(name: str) -> ChildForm:
    return ChildForm(name, repeated=rules.SEQUENCING_ORDER)


def _one(name: str, rule: Rule, form: str = "") -> ChildForm:
    return ChildForm(name, form, 1, absent=rule, repeated=rule)


def _action(kind: str, element: str, rule: Rule) -> ElementForm:
    value = ValueForm("token", f"{kind}Action", words=_ACTIONS[kind])
    return _element(element, attributes=(_choice("action", value, rule),), alias=f"{kind} action")


def _rule(kind: str) -> ElementForm:
    return _element(
        f"{kind}ConditionRule",
        ChildForm("ruleConditions", repeated=rules.RULE_WITHOUT_CONDITION),
        _one("ruleAction", rules.RULE_WITHOUT_ACTION, f"{kind} action"),
    )


def _id(name: str, absent: Rule, *, is_required: bool = True) -> tuple[AttributeForm, ...]:
    """A name of an objective: any text in the 2nd edition's schema, an address from the 3rd on."""
    wrong = objective_rules.BLANK_REFERENCE
    text = ValueForm("string", refuses_blank=True)
    return (
        AttributeForm(name, text, IN_2ND, is_required, wrong=wrong, absent=absent),
        AttributeForm(name, REFERENCE, FROM_3RD, is_required, wrong=wrong, absent=absent),
    )


def _objective(name: str, *, is_required: bool) -> ElementForm:
    return _element(
        name,
        ChildForm("minNormalizedMeasure", repeated=rules.SEQUENCING_ORDER, default="1.00000"),
        ChildForm("mapInfo", only=IN_2ND, repeated=objective_rules.MAP_TARGET),
        ChildForm("mapInfo", most=None, only=FROM_3RD),
        attributes=(
            _switch("satisfiedByMeasure", "false", SCHEMA_VIOLATION),
            *_id("objectiveID", objective_rules.OBJECTIVE_ID, is_required=is_required),
        ),
    )


_SEQUENCING = ElementForm(
    "sequencing",
    only=IN_2004,
    children=tuple(
        _part(name)
        for name in (
            "controlMode",
            "sequencingRules",
            "limitConditions",
            "auxiliaryResources",
            "rollupRules",
            "objectives",
            "randomizationControls",
            "deliveryControls",
        )
    ),
    attributes=(
        AttributeForm("ID", NAME, wrong=IDENTIFIER_FORM),
        AttributeForm("IDRef", ValueForm("IDREF"), wrong=IDENTIFIER_FORM),
    ),
    is_open=True,
    extensions=(
        "adlseq:constrainedChoiceConsiderations",
        "adlseq:rollupConsiderations",
        "adlseq:objectives",
    ),
    order=rules.SEQUENCING_ORDER,
    misplaced=rules.SEQUENCING_PLACE,
    repeated=rules.SEQUENCING_TWICE,
    foreign=NEW_ELEMENT,
)
_COLLECTION = ElementForm(
    "sequencingCollection",
    only=IN_2004,
    children=(ChildForm("sequencing", least=1, most=None, absent=rules.COLLECTION),),
    misplaced=rules.SEQUENCING_PLACE,
    repeated=rules.COLLECTION,
    foreign=NEW_ELEMENT,
)
_CONTROL_MODE = _element(
    "controlMode",
    attributes=(
        _switch("choice", "true", rules.CONTROL_MODE),
        _switch("choiceExit", "true", rules.CONTROL_MODE),
        _switch("flow", "false", rules.CONTROL_MODE),
        _switch("forwardOnly", "false", rules.CONTROL_MODE),
        _switch("useCurrentAttemptObjectiveInfo", "true", rules.CONTROL_MODE),
        _switch("useCurrentAttemptProgressInfo", "true", rules.CONTROL_MODE),
    ),
)
_RULES = (
    _element(
        "sequencingRules",
        *(ChildForm(f"{kind}ConditionRule", most=None) for kind in ("pre", "exit", "post")),
    ),
    *(_rule(kind) for kind in ("pre", "exit", "post")),
    *(_action(kind, "ruleAction", rules.RULE_ACTION) for kind in ("pre", "exit", "post")),
    _element(
        "ruleConditions",
        ChildForm("ruleCondition", least=1, most=None, absent=rules.RULE_WITHOUT_CONDITION),
        attributes=(_choice("conditionCombination", _COMBINATION, rules.COMBINATION, "all"),),
    ),
    _element(
        "ruleCondition",
        attributes=(
            *_id("referencedObjective", objective_rules.BLANK_REFERENCE, is_required=False),
            AttributeForm("measureThreshold", MEASURE, wrong=rules.MEASURE_THRESHOLD),
            _choice("operator", _OPERATOR, rules.OPERATOR, "noOp"),
            _choice("condition", _CONDITION, rules.RULE_CONDITION),
        ),
    ),
)
_LIMITS = _element(
    "limitConditions",
    attributes=(
        AttributeForm("attemptLimit", COUNT, wrong=rules.ATTEMPT_LIMIT),
        *(
            AttributeForm(f"{name}DurationLimit", DURATION, wrong=rules.TIME_LIMIT)
            for name in ("attemptAbsolute", "attemptExperienced", "activityAbsolute", "activityExperienced")
        ),
        AttributeForm("beginTimeLimit", MOMENT, wrong=rules.TIME_LIMIT),
        AttributeForm("endTimeLimit", MOMENT, wrong=rules.TIME_LIMIT),
    ),
)
_AUXILIARY = (
    _element("auxiliaryResources", ChildForm("auxiliaryResource", most=None)),
    _element(
        "auxiliaryResource",
        attributes=(
            AttributeForm(
                "auxiliaryResourceID",
                REFERENCE,
                is_required=True,
                wrong=objective_rules.BLANK_REFERENCE,
            ),
            AttributeForm("purpose", TEXT, is_required=True),
        ),
    ),
)
_ROLLUP = (
    _element(
        "rollupRules",
        ChildForm("rollupRule", most=None),
        attributes=(
            _switch("rollupObjectiveSatisfied", "true", SCHEMA_VIOLATION),
            _switch("rollupProgressCompletion", "true", SCHEMA_VIOLATION),
            AttributeForm("objectiveMeasureWeight", FRACTION, default="1.0000", wrong=rules.MEASURE_WEIGHT),
        ),
    ),
    _element(
        "rollupRule",
        _one("rollupConditions", rules.ROLLUP_RULE),
        _one("rollupAction", rules.ROLLUP_RULE, "rollup action"),
        attributes=(
            _choice(
                "childActivitySet",
                ValueForm("token", "childSet", words=_CHILD_SETS),
                rules.CHILD_SET,
                "all",
            ),
            AttributeForm("minimumCount", COUNT, default="0", wrong=rules.ROLLUP_MINIMUM),
            AttributeForm("minimumPercent", FRACTION, default="0", wrong=rules.ROLLUP_MINIMUM),
        ),
    ),
    _element(
        "rollupConditions",
        ChildForm("rollupCondition", least=1, most=None, absent=rules.ROLLUP_RULE),
        attributes=(_choice("conditionCombination", _COMBINATION, rules.COMBINATION, "any"),),
    ),
    _element(
        "rollupCondition",
        attributes=(
            _choice("operator", _OPERATOR, rules.OPERATOR, "noOp"),
            _choice("condition", _ROLLUP_CONDITION, rules.ROLLUP_CONDITION),
        ),
    ),
    _action("rollup", "rollupAction", rules.ROLLUP_ACTION),
)
_OBJECTIVES = (
    _element(
        "objectives",
        _one("primaryObjective", objective_rules.PRIMARY_OBJECTIVE),
        ChildForm("objective", most=None),
    ),
    _objective("primaryObjective", is_required=False),
    _objective("objective", is_required=True),
    ElementForm(
        "minNormalizedMeasure",
        only=IN_2004,
        text=MEASURE,
        wrong=objective_rules.PASS_MEASURE,
        is_global=False,
        misplaced=rules.SEQUENCING_PLACE,
        foreign=NEW_ELEMENT,
    ),
    _element(
        "mapInfo",
        attributes=(
            *_id("targetObjectiveID", objective_rules.MAP_TARGET),
            *(
                _switch(f"{verb}{name}", default, SCHEMA_VIOLATION)
                for verb, default in (("read", "true"), ("write", "false"))
                for name in ("SatisfiedStatus", "NormalizedMeasure")
            ),
        ),
    ),
)
_RANDOM = _element(
    "randomizationControls",
    attributes=(
        _choice("randomizationTiming", _TIMING, objective_rules.RANDOM_TIMING, "never"),
        AttributeForm("selectCount", COUNT, wrong=objective_rules.RANDOM_TIMING),
        _switch("reorderChildren", "false", objective_rules.RANDOM_TIMING),
        _choice("selectionTiming", _TIMING, objective_rules.RANDOM_TIMING, "never"),
    ),
)
_DELIVERY = _element(
    "deliveryControls",
    attributes=(
        _switch("tracked", "true", objective_rules.DELIVERY_VALUE),
        _switch("completionSetByContent", "false", objective_rules.DELIVERY_VALUE),
        _switch("objectiveSetByContent", "false", objective_rules.DELIVERY_VALUE),
    ),
)
SEQUENCING = NamespaceForm(
    "imsss",
    (
        _SEQUENCING,
        _COLLECTION,
        _CONTROL_MODE,
        *_RULES,
        _LIMITS,
        *_AUXILIARY,
        *_ROLLUP,
        *_OBJECTIVES,
        _RANDOM,
        _DELIVERY,
    ),
)
