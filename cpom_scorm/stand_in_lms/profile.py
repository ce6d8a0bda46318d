"""What real LMSs do that the standard does not say, as switches on the strict core."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """One way for an LMS to behave. The default is a strict and faithful one."""

    name: str
    title: str
    late_seconds: float = 0
    """How long after the content's page the API object appears (Open edX, Moodle's loader)."""
    answers: str | None = None
    """`throw`: every call throws; `null` or `empty`: every call answers null or "" and keeps nothing."""
    mode: str = "normal"
    """What the content is told: normal, browse or review."""


PROFILES: tuple[Profile, ...] = (
    Profile("strict", "Strict"),
    Profile("late", "API appears after 3 seconds", late_seconds=3),
    Profile("throws", "Every call throws", answers="throw"),
    Profile("null", "Every call answers null", answers="null"),
    Profile("empty", "Every call answers an empty text", answers="empty"),
    Profile("review", "Review of a finished attempt", mode="review"),
)


def profile_named(name: str) -> Profile:
    """Give the profile with this name. Raises KeyError for any other text."""
    return {profile.name: profile for profile in PROFILES}[name]
