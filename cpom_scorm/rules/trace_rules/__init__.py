"""Every rule about what content does while it runs. They judge traces, which are plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.rules.trace_rules import barriers, page, resuming, session, statuses, values
from cpom_scorm.rules.trace_rules.page import DRIVER_FILE, NOTHING_TO_PLAY

if TYPE_CHECKING:
    from cpom_scorm.rule import Rule

CHECKED_RULES: tuple[Rule, ...] = (
    *session.RULES,
    *values.RULES,
    *statuses.RULES,
    *resuming.RULES,
    *page.RULES,
    *barriers.RULES,
)
"""Checked on every trace."""

TRACE_RULES: tuple[Rule, ...] = tuple(
    sorted((*CHECKED_RULES, NOTHING_TO_PLAY, DRIVER_FILE), key=lambda rule: rule.id)
)

__all__ = ["CHECKED_RULES", "DRIVER_FILE", "NOTHING_TO_PLAY", "TRACE_RULES"]
