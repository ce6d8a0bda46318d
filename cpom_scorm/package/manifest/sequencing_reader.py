"""From the sequencing and navigation elements of an item or organization to values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.manifest.edition_detection import address
from cpom_scorm.package.manifest.model import (
    CompletionThreshold,
    ControlMode,
    DeliveryControls,
    Objective,
    Sequencing,
)
from cpom_scorm.package.xml.values import boolean_of, text_of

if TYPE_CHECKING:
    from lxml import etree

    from cpom_scorm.package.xml.source import XmlDocument

_SEQUENCING = address(EDITIONS[-1], "imsss")
_NAVIGATION = address(EDITIONS[-1], "adlnav")


def read_sequencing(document: XmlDocument, activity: etree._Element) -> Sequencing | None:
    """Read the sequencing that stands in an activity; a reference to a collection is not followed."""
    element = _child(activity, "sequencing")
    if element is None:
        return None
    objectives = _child(element, "objectives")
    primary = None if objectives is None else _child(objectives, "primaryObjective")
    others = () if objectives is None else objectives.iterchildren(f"{{{_SEQUENCING}}}objective")
    return Sequencing(
        _control_mode(document, _child(element, "controlMode")),
        None if primary is None else _objective(document, primary),
        tuple(_objective(document, other) for other in others),
        _delivery_controls(document, _child(element, "deliveryControls")),
        node=document.number(element),
    )


def read_hidden_controls(item: etree._Element) -> tuple[str, ...]:
    """Read which of the LMS's navigation controls an item hides."""
    path = "/".join(
        f"{{{_NAVIGATION}}}{name}" for name in ("presentation", "navigationInterface", "hideLMSUI")
    )
    return tuple(text_of(found).strip() for found in item.iterfind(path))


def read_completion_threshold(
    document: XmlDocument, types: str | None, item: etree._Element
) -> CompletionThreshold | None:
    """Read how much progress completes an item, from attributes (4th edition) or text (before)."""
    element = item.find(f"{{{types}}}completionThreshold")
    if element is None:
        return None
    text = text_of(element).strip()
    return CompletionThreshold(
        element.get("minProgressMeasure", text or None),
        boolean_of(element.get("completedByMeasure")),
        element.get("progressWeight"),
        node=document.number(element),
    )


def _child(parent: etree._Element, name: str) -> etree._Element | None:
    return parent.find(f"{{{_SEQUENCING}}}{name}")


def _objective(document: XmlDocument, element: etree._Element) -> Objective:
    measure = _child(element, "minNormalizedMeasure")
    return Objective(
        element.get("objectiveID"),
        boolean_of(element.get("satisfiedByMeasure")),
        None if measure is None else text_of(measure).strip(),
        node=document.number(element),
    )


def _control_mode(document: XmlDocument, element: etree._Element | None) -> ControlMode | None:
    if element is None:
        return None
    names = ("choice", "choiceExit", "flow", "forwardOnly")
    return ControlMode(*(boolean_of(element.get(name)) for name in names), node=document.number(element))


def _delivery_controls(document: XmlDocument, element: etree._Element | None) -> DeliveryControls | None:
    if element is None:
        return None
    names = ("tracked", "completionSetByContent", "objectiveSetByContent")
    return DeliveryControls(*(boolean_of(element.get(name)) for name in names), node=document.number(element))
