"""Which controls of the LMS an item hides (adlnav)."""

from __future__ import annotations

from cpom_scorm.editions.scorm2004 import SCORM_2004_2E, SCORM_2004_4E
from cpom_scorm.package.grammar.findings.items import (
    HIDDEN_CONTROL,
    NAVIGATION_PLACE,
    NAVIGATION_TWICE,
    NEW_ELEMENT,
)
from cpom_scorm.package.grammar.forms import (
    FROM_3RD,
    IN_2ND,
    IN_2004,
    ChildForm,
    Column,
    ElementForm,
    NamespaceForm,
)
from cpom_scorm.package.grammar.values import ValueForm


def _hidden(only: Column, words: tuple[str, ...]) -> ElementForm:
    return ElementForm(
        "hideLMSUI",
        only=only,
        text=ValueForm("token", "control", words=words),
        wrong=HIDDEN_CONTROL,
        misplaced=NAVIGATION_PLACE,
        foreign=NEW_ELEMENT,
    )


NAVIGATION = NamespaceForm(
    "adlnav",
    (
        ElementForm(
            "presentation",
            only=IN_2004,
            children=(ChildForm("navigationInterface", repeated=NAVIGATION_TWICE),),
            misplaced=NAVIGATION_PLACE,
            repeated=NAVIGATION_TWICE,
            foreign=NEW_ELEMENT,
        ),
        ElementForm(
            "navigationInterface",
            only=IN_2004,
            children=(ChildForm("hideLMSUI", most=None),),
            misplaced=NAVIGATION_PLACE,
            foreign=NEW_ELEMENT,
        ),
        _hidden(IN_2ND, SCORM_2004_2E.manifest.hideable_controls),
        _hidden(FROM_3RD, SCORM_2004_4E.manifest.hideable_controls),
    ),
)
