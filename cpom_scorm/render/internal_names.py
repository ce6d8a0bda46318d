"""Properties that only the player's own modules know, and so can be called anything in the linked script.

Tests see to it that no property of the course's data or of the browser is in this list.
"""

from __future__ import annotations

from string import ascii_letters, ascii_uppercase
from types import MappingProxyType

INTERNAL_NAMES = (
    "quizzes",
    "answers",
    "session",
    "completion",
    "success",
    "bookmark",
    "notices",
    "seconds",
    "seen",
    "fraction",
    "shown",
    "keep",
    "reported",
    "begin",
    "wall",
    "clock",
    "reports",
    "sequence",
    "current",
    "pastAttempts",
    "putAll",
    "revise",
    "warned",
    "wrong",
    "changed",
    "climb",
    "counts",
    "disarm",
    "forget",
    "grade",
    "isArmed",
    "isQuiz",
    "later",
    "moved",
    "report",
    "reveal",
    "token",
    "field",
    "graded",
    "indexWidth",
    "instant",
    "patterns",
    "touch",
    "disarmAll",
    "encoded",
    "exhausted",
    "finishQuiz",
    "hasAny",
    "hasQuiz",
    "isLast",
    "latencySeconds",
    "leaving",
    "minutesLeft",
    "places",
    "reportRecord",
    "requestExit",
    "restart",
    "returned",
    "saveAnswer",
    "seeded",
    "settle",
    "startQuiz",
    "together",
    "isWhole",
    "transportFor",
    "unanswered",
    "mayWrite",
    "backup",
    "marked",
    "isMine",
    "claim",
    "copies",
    "holds",
    "layout",
    "spare",
    "rank",
    "hand",
)
"""The busiest first, as they get the shortest names: together they are some 3 kB of every player."""

_CAPITALS = ascii_uppercase.replace("Q", "")
"""Q is the browser's: the quality of a filter of sound."""

SHORT_PROPERTIES = MappingProxyType(
    dict(zip(INTERNAL_NAMES, (*_CAPITALS, *(f"${short}" for short in ascii_letters)), strict=False))
)
"""Each with its name in the linked script; no id of a course holds a capital letter or a dollar."""
