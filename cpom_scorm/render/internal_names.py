"""Properties that only the player's own modules know, and so can be called anything in the linked script.

Tests see to it that no property of the course's data or of the browser is in this list.
"""

from __future__ import annotations

from types import MappingProxyType

from cpom_scorm.render.compact_script import short_names

INTERNAL_NAMES = (
    "answers",
    "bookmark",
    "completion",
    "disarm",
    "disarmAll",
    "exhausted",
    "forget",
    "fraction",
    "indexWidth",
    "instant",
    "isArmed",
    "isLast",
    "isQuiz",
    "isWhole",
    "latencySeconds",
    "longestText",
    "minutesLeft",
    "notices",
    "pastAttempts",
    "putAll",
    "quizzes",
    "reportRecord",
    "reported",
    "reports",
    "reveal",
    "seconds",
    "sequence",
    "session",
    "success",
    "warned",
)
"""The longest and busiest ones: together they are some 2 kB of every player."""

SHORT_PROPERTIES = MappingProxyType(
    dict(zip(INTERNAL_NAMES, (f"${short}" for short in short_names(())), strict=False))
)
"""Each with its name in the linked script; no id of a course begins with a dollar."""
