"""How messages name activities, rules and ways through a course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.package.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpom_scorm.package.activities.model import Activity, ActivityRule, Condition

_SHOWN = 3
_ASKED = {
    "satisfied": ("is satisfied", "is not satisfied"),
    "objectiveStatusKnown": ("has a status", "has no status"),
    "objectiveMeasureKnown": ("has a measure", "has no measure"),
    "completed": ("is completed", "is not completed"),
    "activityProgressKnown": ("has a known progress", "has no known progress"),
    "attempted": ("was attempted", "was not attempted"),
    "attemptLimitExceeded": ("has no attempt left", "has an attempt left"),
    "timeLimitExceeded": ("has no time left", "has time left"),
    "outsideAvailableTimeRange": ("is outside its time", "is within its time"),
}


def names(activities: Sequence[Activity]) -> str:
    """Name activities, a few of many: `"a"`, `"a" and "b"`, `"a", "b", "c" and 4 more`."""
    shown = [quoted(activity.name) for activity in activities[:_SHOWN]]
    more = len(activities) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more} more"
    *most, last = shown
    return f"{', '.join(most)} and {last}" if most else last


def way(activities: Sequence[Activity], *last: str) -> str:
    """Tell a way through the course: `start → "intro" → "quiz"`; the middle of a long one is left out."""
    shown = [quoted(activity.name) for activity in activities]
    if len(shown) > _SHOWN + 1:
        shown = [shown[0], "…", *shown[-2:]]
    return " → ".join(("start", *shown, *last))


def when(activity: Activity, rule: ActivityRule) -> str:
    """Tell when a rule fires: `always`, or `when "intro" is not satisfied`."""
    if any(condition.name == "always" and not condition.negated for condition in rule.conditions):
        return "always"
    joined = " or " if rule.any else " and "
    return "when " + joined.join(asked(activity, condition) for condition in rule.conditions)


def asked(activity: Activity, condition: Condition) -> str:
    """Tell what a condition asks, as a clause: `"intro" is not satisfied`."""
    about = condition.objective
    subject = f"the objective {quoted(about)}" if about else quoted(activity.name)
    if condition.name in _ASKED:
        return f"{subject} {_ASKED[condition.name][condition.negated]}"
    greater = condition.name == "objectiveMeasureGreaterThan"
    words = "above" if greater is not condition.negated else "below"
    return f"{subject} has a measure {words} {condition.threshold:g}"
