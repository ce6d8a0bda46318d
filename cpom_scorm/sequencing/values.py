"""The values that a sequencer keeps of activities, as sets of what each may ever be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpom_scorm.package.activities.model import Activity

UNKNOWN = "unknown"
SATISFIED, FAILED = "satisfied", "failed"
COMPLETED, INCOMPLETE = "completed", "incomplete"
STATUSES = frozenset({UNKNOWN, SATISFIED, FAILED})
COMPLETIONS = frozenset({UNKNOWN, COMPLETED, INCOMPLETE})
KNOWN = "known"
MEASURES = frozenset({UNKNOWN, KNOWN})
_FIRST = frozenset({UNKNOWN})
WHOLE = {"status": STATUSES, "measure": MEASURES, "completion": COMPLETIONS}
"""Kind of value → all that it may be."""


class Values:
    """What each value of each activity and global objective may be. Sets grow and never shrink."""

    def __init__(self) -> None:
        self._local: dict[tuple[str, int, str], frozenset[str]] = {}
        self._global: dict[tuple[str, str], frozenset[str]] = {}
        self._attempted: set[int] = set()
        self.changes = 0
        """How often a set has grown; stands still when everything is known."""

    def status(self, activity: Activity, objective: str = "") -> frozenset[str]:
        """Give what the status of an objective may be, of the primary one for an empty id."""
        return self.of("status", activity, objective)

    def measure(self, activity: Activity, objective: str = "") -> frozenset[str]:
        """Give whether the measure of an objective may be known."""
        return self.of("measure", activity, objective)

    def completion(self, activity: Activity) -> frozenset[str]:
        """Give what the completion of an activity may be."""
        return self.of("completion", activity)

    def of(self, kind: str, activity: Activity, objective: str = "") -> frozenset[str]:
        """Give what a value may be; nothing is known of what is not tracked."""
        return self._local.get(self.key(kind, activity, objective), _FIRST)

    def narrowed(self, known: Mapping[tuple[str, int, str], str]) -> Values:
        """Give the values for learners of whom some are known, each by its `key`."""
        found = Values()
        found._local = self._local | {key: frozenset({value}) for key, value in known.items()}
        found._global = self._global
        found._attempted = self._attempted
        return found

    def key(self, kind: str, activity: Activity, objective: str = "") -> tuple[str, int, str]:
        """Give what a value is kept by."""
        return (kind, activity.number, _name(kind, activity, objective))

    def is_attempted(self, activity: Activity) -> bool:
        """Whether anyone may ever attempt it."""
        return activity.number in self._attempted

    def attempt(self, leaf: Activity) -> None:
        """Note that an activity, and with it all that it is part of, may be attempted."""
        for activity in (leaf, *leaf.ancestors()):
            if activity.number not in self._attempted:
                self._attempted.add(activity.number)
                self.changes += 1

    def add(self, kind: str, activity: Activity, objective: str, values: frozenset[str]) -> None:
        """Let a value be more than before."""
        key = self.key(kind, activity, objective)
        known = self._local.get(key, _FIRST)
        if not values <= known:
            self._local[key] = known | values
            self.changes += 1

    def shared(self, kind: str, target: str) -> frozenset[str]:
        """Give what a value of a global objective may be."""
        return self._global.get((kind, target), _FIRST)

    def share(self, kind: str, target: str, values: frozenset[str]) -> None:
        """Let a value of a global objective be more than before."""
        known = self._global.get((kind, target), _FIRST)
        if not values <= known:
            self._global[kind, target] = known | values
            self.changes += 1


def _name(kind: str, activity: Activity, objective: str) -> str:
    """Completion belongs to the activity; the primary objective may be asked for with and without its id."""
    if kind == "completion" or (objective and objective == activity.primary.id):
        return ""
    return objective
