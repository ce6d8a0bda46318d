"""What a record says about a learner, as values: names are those of docs/state-record.md."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Completion = Literal["incomplete", "completed"]
Success = Literal["unknown", "failed", "passed"]
Result = Literal["incorrect", "partly", "correct", "ungraded", "neutral"]


@dataclass(frozen=True, slots=True)
class Reached:
    """What a section has reached; it never falls."""

    completion: Completion
    success: Success


@dataclass(frozen=True, slots=True)
class Attempt:
    """A finished attempt at a quiz."""

    score: float
    """0 to 1."""
    at: int
    """Minutes since 2025-01-01T00:00Z."""


@dataclass(frozen=True, slots=True)
class QuizProgress:
    """What is known of a quiz that was ever started. Scores run from 0 to 1."""

    attempts: int
    """Finished ones."""
    open: bool
    """Whether an attempt is under way."""
    seed: int
    counted: float | None
    """The score that counts by the author's policy; None before the first attempt is finished."""
    last: float | None
    past_attempts: tuple[Attempt, ...]
    """Newest first; the oldest may have been left out."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question, or what a block keeps."""

    tries: int
    result: Result
    fraction: float
    """How much of it is right, 0 to 1."""
    response: Any
    """A judgment, a text, a list of option ids, or a mapping from lines to what was chosen for them."""


@dataclass(slots=True)
class Progress:
    """Everything that a record holds."""

    token: int
    """Names the attempt: 24 random bits."""
    sequence: int
    """Writes so far."""
    completion: Completion
    success: Success
    score: float | None
    seconds: int
    bookmark: str | None
    """`page/<id>` or `quiz/<section id>`."""
    interaction_count: int
    """Records that the LMS holds."""
    seen: set[str] = field(default_factory=set)
    answers: dict[str, Answer] = field(default_factory=dict)
    quizzes: dict[str, QuizProgress] = field(default_factory=dict)
    sections: dict[str, Reached] = field(default_factory=dict)
    reported: dict[str, int] = field(default_factory=dict)
    """Id of each record in the LMS → its index there."""
