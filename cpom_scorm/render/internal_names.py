"""Properties that only the player's own modules know, and so can be called anything in the linked script.

Tests see to it that no property of the course's data or of the browser is in this list.
"""

from __future__ import annotations

from types import MappingProxyType

from cpom_scorm.render.compact_script import short_names

INTERNAL_NAMES = (
    "answers",
    "begin",
    "bookmark",
    "completion",
    "current",
    "disarm",
    "disarmAll",
    "exhausted",
    "finishQuiz",
    "forget",
    "fraction",
    "graded",
    "hasAny",
    "hasQuiz",
    "indexWidth",
    "instant",
    "isArmed",
    "isLast",
    "isQuiz",
    "isWhole",
    "latencySeconds",
    "later",
    "leaving",
    "longestText",
    "minutesLeft",
    "moved",
    "notices",
    "pastAttempts",
    "putAll",
    "quizzes",
    "reportRecord",
    "reported",
    "reports",
    "requestExit",
    "returned",
    "reveal",
    "revise",
    "saveAnswer",
    "seconds",
    "seeded",
    "seen",
    "sequence",
    "session",
    "settle",
    "shown",
    "startQuiz",
    "success",
    "touch",
    "wall",
    "warned",
)
"""The longest and busiest ones: together they are some 2 kB of every player."""

SHORT_PROPERTIES = MappingProxyType(
    dict(zip(INTERNAL_NAMES, (f"${short}" for short in short_names(())), strict=False))
)
"""Each with its name in the linked script; no id of a course begins with a dollar."""
