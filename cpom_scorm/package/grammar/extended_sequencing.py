"""ADL's additions to sequencing (adlseq)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.package.grammar.findings import items, manifest, objectives, sequencing
from cpom_scorm.package.grammar.forms import (
    IN_4TH,
    IN_2004,
    AttributeForm,
    ChildForm,
    ElementForm,
    NamespaceForm,
)
from cpom_scorm.package.grammar.values import BOOLEAN, REFERENCE, ValueForm

if TYPE_CHECKING:
    from cpom_scorm.rule import Rule

_CONSIDERATION = ValueForm(
    "token", "consideration", words=("always", "ifAttempted", "ifNotSkipped", "ifNotSuspended")
)
_REQUIREMENTS = (
    "requiredForSatisfied",
    "requiredForNotSatisfied",
    "requiredForCompleted",
    "requiredForIncomplete",
)
_SHARED = ("RawScore", "MinScore", "MaxScore", "CompletionStatus", "ProgressMeasure")


def _reference(name: str, absent: Rule) -> AttributeForm:
    return AttributeForm(name, REFERENCE, is_required=True, wrong=objectives.BLANK_REFERENCE, absent=absent)


def _switches(verb: str, default: str) -> tuple[AttributeForm, ...]:
    return tuple(
        AttributeForm(f"{verb}{name}", BOOLEAN, default=default, wrong=objectives.EXTENDED_OBJECTIVE)
        for name in _SHARED
    )


EXTENDED_SEQUENCING = NamespaceForm(
    "adlseq",
    (
        ElementForm(
            "constrainedChoiceConsiderations",
            only=IN_2004,
            attributes=(
                AttributeForm("preventActivation", BOOLEAN, default="false", wrong=objectives.CHOICE_VALUE),
                AttributeForm("constrainChoice", BOOLEAN, default="false", wrong=objectives.CHOICE_VALUE),
            ),
            misplaced=sequencing.SEQUENCING_PLACE,
            repeated=items.SETTING_TWICE,
            foreign=items.NEW_ELEMENT,
        ),
        ElementForm(
            "rollupConsiderations",
            only=IN_2004,
            attributes=(
                *(
                    AttributeForm(
                        name, _CONSIDERATION, default="always", wrong=sequencing.ROLLUP_CONSIDERATION
                    )
                    for name in _REQUIREMENTS
                ),
                AttributeForm(
                    "measureSatisfactionIfActive",
                    BOOLEAN,
                    default="true",
                    wrong=sequencing.ROLLUP_CONSIDERATION,
                ),
            ),
            misplaced=sequencing.SEQUENCING_PLACE,
            repeated=items.SETTING_TWICE,
            foreign=items.NEW_ELEMENT,
        ),
        ElementForm(
            "objectives",
            only=IN_4TH,
            children=(ChildForm("objective", least=1, most=None, absent=objectives.EXTENDED_OBJECTIVE),),
            misplaced=sequencing.SEQUENCING_PLACE,
            repeated=items.SETTING_TWICE,
            foreign=objectives.LATER_OBJECTIVES,
        ),
        ElementForm(
            "objective",
            only=IN_4TH,
            children=(ChildForm("mapInfo", least=1, most=None, absent=objectives.EXTENDED_OBJECTIVE),),
            attributes=(_reference("objectiveID", objectives.EXTENDED_OBJECTIVE),),
            misplaced=sequencing.SEQUENCING_PLACE,
            foreign=objectives.LATER_OBJECTIVES,
        ),
        ElementForm(
            "mapInfo",
            only=IN_4TH,
            attributes=(
                _reference("targetObjectiveID", objectives.MAP_TARGET),
                *_switches("read", "true"),
                *_switches("write", "false"),
            ),
            misplaced=sequencing.SEQUENCING_PLACE,
            foreign=objectives.LATER_OBJECTIVES,
        ),
    ),
    attributes=(
        AttributeForm(
            "objectivesGlobalToSystem",
            BOOLEAN,
            IN_2004,
            default="true",
            wrong=manifest.GLOBAL_OBJECTIVES_VALUE,
            misplaced=manifest.GLOBAL_OBJECTIVES_PLACE,
            foreign=items.NEW_ELEMENT,
        ),
    ),
)
