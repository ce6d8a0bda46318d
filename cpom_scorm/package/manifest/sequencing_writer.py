"""Writes the sequencing and navigation elements of an item or organization."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.package.xml.values import word_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpom_scorm.package.manifest.model import ControlMode, DeliveryControls, Objective, Sequencing
    from cpom_scorm.package.xml.lines import XmlLines


def write_sequencing(lines: XmlLines, sequencing: Sequencing) -> None:
    """Write an activity's sequencing. Raises ValueError for objectives without a primary one."""
    if sequencing.objectives and sequencing.primary_objective is None:
        raise ValueError("objectives need a primary objective before them")
    lines.start("imsss:sequencing", {})
    if sequencing.control_mode is not None:
        lines.empty("imsss:controlMode", _control_mode(sequencing.control_mode))
    if sequencing.primary_objective is not None:
        lines.start("imsss:objectives", {})
        _write_objective(lines, "imsss:primaryObjective", sequencing.primary_objective)
        for objective in sequencing.objectives:
            _write_objective(lines, "imsss:objective", objective)
        lines.end()
    if sequencing.delivery_controls is not None:
        lines.empty("imsss:deliveryControls", _delivery_controls(sequencing.delivery_controls))
    lines.end()


def write_presentation(lines: XmlLines, hidden_controls: Sequence[str]) -> None:
    """Write which controls of the LMS are hidden; nothing when none is (BLD-14)."""
    if not hidden_controls:
        return
    lines.start("adlnav:presentation", {})
    lines.start("adlnav:navigationInterface", {})
    for control in hidden_controls:
        lines.text("adlnav:hideLMSUI", control)
    lines.end(2)


def _control_mode(mode: ControlMode) -> dict[str, str | None]:
    return {
        "choice": word_of(mode.choice),
        "choiceExit": word_of(mode.choice_exit),
        "flow": word_of(mode.flow),
        "forwardOnly": word_of(mode.forward_only),
    }


def _delivery_controls(controls: DeliveryControls) -> dict[str, str | None]:
    return {
        "tracked": word_of(controls.tracked),
        "completionSetByContent": word_of(controls.completion_set_by_content),
        "objectiveSetByContent": word_of(controls.objective_set_by_content),
    }


def _write_objective(lines: XmlLines, name: str, objective: Objective) -> None:
    attributes = {
        "objectiveID": objective.id,
        "satisfiedByMeasure": word_of(objective.satisfied_by_measure),
    }
    if objective.min_normalized_measure is None:
        lines.empty(name, attributes)
        return
    lines.start(name, attributes)
    lines.text("imsss:minNormalizedMeasure", objective.min_normalized_measure)
    lines.end()
