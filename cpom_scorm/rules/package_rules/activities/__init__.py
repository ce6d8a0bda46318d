"""Rules about what learners can do in an activity tree, and what of it is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.rules.package_rules.activities import (
    closed_ways,
    control_modes,
    objectives,
    rollups,
    selections,
    stuck_values,
    ways,
)

if TYPE_CHECKING:
    from cpom_scorm.rule import Rule

RULES: tuple[Rule, ...] = (
    *control_modes.RULES,
    *ways.RULES,
    *closed_ways.RULES,
    *stuck_values.RULES,
    *objectives.RULES,
    *rollups.RULES,
    *selections.RULES,
)

__all__ = ["RULES"]
