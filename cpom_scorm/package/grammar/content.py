"""ADL's own elements and attributes for items, organizations, resources and metadata (adlcp)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.package.grammar.findings import items, manifest, resources
from cpom_scorm.package.grammar.forms import (
    FROM_3RD,
    IN_2ND,
    IN_4TH,
    IN_12,
    IN_2004,
    UNTIL_3RD,
    AttributeForm,
    ChildForm,
    Column,
    ElementForm,
    NamespaceForm,
)
from cpom_scorm.package.grammar.values import ADDRESS, BOOLEAN, FRACTION, REFERENCE, TEXT, ValueForm

if TYPE_CHECKING:
    from cpom_scorm.rule import Rule

_ACTIONS = ("exit,message", "exit,no message", "continue,message", "continue,no message")
_ACTION = ValueForm("string", "timeLimitAction", words=_ACTIONS)
_SCORM_TYPE = ValueForm("string", "scormType", words=("sco", "asset"))


def _setting(
    name: str,
    only: Column,
    text: ValueForm,
    *,
    foreign: Rule = manifest.ELEMENT_UNKNOWN,
    attributes: tuple[AttributeForm, ...] = (),
    wrong: Rule | None = None,
) -> ElementForm:
    """An element of an item whose text a package rule judges, unless `wrong` says that the form does."""
    return ElementForm(
        name,
        only=only,
        text=text,
        wrong=wrong,
        attributes=attributes,
        misplaced=items.SETTING_PLACE,
        repeated=items.SETTING_TWICE,
        foreign=foreign,
    )


def _string(longest: int) -> ValueForm:
    return ValueForm("string", f"string{longest}", max_length=longest)


def _old(
    name: str, text: ValueForm, attributes: tuple[AttributeForm, ...] = (), wrong: Rule | None = None
) -> ElementForm:
    return _setting(name, IN_12, text, foreign=items.OLD_ELEMENT, attributes=attributes, wrong=wrong)


def _location(only: Column, text: ValueForm) -> ElementForm:
    return ElementForm("location", only=only, text=text, wrong=None, misplaced=manifest.LOCATION_PLACE)


def _fraction(name: str) -> AttributeForm:
    return AttributeForm(name, FRACTION, default="1.0", wrong=items.THRESHOLD_ATTRIBUTES)


_PREREQUISITES_TYPE = AttributeForm(
    "type",
    ValueForm("string", "scriptType", words=("aicc_script",)),
    is_required=True,
    wrong=items.PREREQUISITES_TYPE,
    absent=items.PREREQUISITES_TYPE,
)
_THRESHOLD_ATTRIBUTES = (
    AttributeForm("completedByMeasure", BOOLEAN, default="false", wrong=items.THRESHOLD_ATTRIBUTES),
    _fraction("minProgressMeasure"),
    _fraction("progressWeight"),
)
_DATA = ElementForm(
    "data",
    only=IN_4TH,
    children=(ChildForm("map", least=1, most=None, absent=items.SHARED_DATA),),
    misplaced=items.SETTING_PLACE,
    repeated=items.SETTING_TWICE,
    foreign=items.LATER_EDITION,
)
_MAP = ElementForm(
    "map",
    only=IN_4TH,
    attributes=(
        AttributeForm(
            "targetID", REFERENCE, is_required=True, wrong=items.SHARED_DATA, absent=items.SHARED_DATA
        ),
        AttributeForm("readSharedData", BOOLEAN, default="true", wrong=items.SHARED_DATA),
        AttributeForm("writeSharedData", BOOLEAN, default="false", wrong=items.SHARED_DATA),
    ),
    misplaced=items.SETTING_PLACE,
    foreign=items.LATER_EDITION,
)
CONTENT = NamespaceForm(
    "adlcp",
    (
        _location(IN_12, _string(2000)),
        _location(IN_2ND, TEXT),
        _location(FROM_3RD, ADDRESS),
        ElementForm("schema", only=IN_12, text=ValueForm("string", "schema", words=("ADL SCORM",))),
        ElementForm("schemaversion", only=IN_12, text=ValueForm("string", "schemaversion", words=("1.2",))),
        _old("prerequisites", _string(200), (_PREREQUISITES_TYPE,), items.PREREQUISITES_TYPE),
        _old("maxtimeallowed", _string(13)),
        _old("timelimitaction", _ACTION),
        _old("datafromlms", _string(255)),
        _old("masteryscore", _string(200)),
        _setting("timeLimitAction", IN_2004, _ACTION),
        _setting("dataFromLMS", IN_2004, TEXT),
        _setting("completionThreshold", UNTIL_3RD, FRACTION),
        _setting("completionThreshold", IN_4TH, TEXT, attributes=_THRESHOLD_ATTRIBUTES),
        _DATA,
        _MAP,
    ),
    attributes=(
        AttributeForm(
            "scormtype",
            _SCORM_TYPE,
            IN_12,
            wrong=resources.SCORM_TYPE_VALUE,
            foreign=resources.SCORM_TYPE_SPELLING,
        ),
        AttributeForm(
            "scormType",
            _SCORM_TYPE,
            IN_2004,
            wrong=resources.SCORM_TYPE_VALUE,
            misplaced=resources.SCORM_TYPE_PLACE,
            foreign=resources.SCORM_TYPE_SPELLING,
        ),
        AttributeForm("persistState", BOOLEAN, IN_2ND, foreign=resources.PERSIST_STATE),
        AttributeForm(
            "sharedDataGlobalToSystem",
            BOOLEAN,
            IN_4TH,
            default="true",
            wrong=items.SHARED_DATA,
            misplaced=manifest.SHARED_DATA_PLACE,
            foreign=items.LATER_EDITION,
        ),
    ),
)
