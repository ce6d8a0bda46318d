"""A learner who goes through an activity tree step by step, as a plain sequencer lets them.

It knows nothing of sets of values: what it meets must lie within what the judgement says can be met.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.package.activities.model import Launch

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from cpom_scorm.package.activities.model import Activity, ActivityTree, Condition, RollupRule

_COMPARED = ("objectiveMeasureGreaterThan", "objectiveMeasureLessThan")


class Learner:
    """Walks at random and keeps what a sequencer would."""

    def __init__(self, tree: ActivityTree, random: Random) -> None:
        self.tree, self._random = tree, random
        self.delivered: list[Activity] = []
        self.seen: set[tuple[str, int, str, str]] = set()
        """Kind, activity, objective and value of whatever was ever recorded."""
        self._negates_unknown = random.random() < 0.5
        self._local: dict[tuple[str, int, str], str | float] = {}
        self._global: dict[tuple[str, str], str | float] = {}
        self._attempts: dict[int, int] = {}
        self._here: Activity | None = None

    def go(self, steps: int) -> None:
        """Take steps: the start, then whatever is possible."""
        leaf = self._enter(self.tree.root)
        for _ in range(steps):
            if leaf is not None:
                leaf = self._attend(leaf)
            if leaf is None:
                leaf = self._random.choice((self._choose, self._onward, self._back))()

    def _attend(self, leaf: Activity) -> Activity | None:
        """Take part in a leaf, end it, and do what its rules say; gives what is delivered next by a rule."""
        self._here = leaf
        self.delivered.append(leaf)
        for one in (leaf, *leaf.ancestors()):
            self._attempts[one.number] = self._attempts.get(one.number, 0) + (
                one is leaf or one.number not in self._attempts
            )
        if leaf.is_tracked:
            self._report(leaf)
        for one in (leaf, *leaf.ancestors()):
            self._conclude(one)
        return self._obey(leaf)

    def _obey(self, ended: Activity) -> Activity | None:
        for rule in ended.rules_of("post"):
            if self._hold(ended, rule.conditions, any_is_enough=rule.any):
                self._here = ended
                if rule.action == "retry":
                    return self._enter(ended)
                if rule.action == "retryAll":
                    return self._enter(self.tree.root)
                if rule.action == "continue":
                    return self._onward()
                if rule.action == "previous":
                    return self._back()
                if rule.action == "exitParent" and ended.parent is not None:
                    self._here = ended.parent
                    return self._obey(ended.parent)
                return None
        return None

    def _report(self, leaf: Activity) -> None:
        if leaf.launch is Launch.SCO:
            for objective in leaf.objectives:
                self._set("status", leaf, objective.id, self._random.choice(("satisfied", "failed", "")))
                self._set("measure", leaf, objective.id, self._random.choice((-1.0, 0.0, 0.4, 0.9, "")))
            self._set("completion", leaf, "", self._random.choice(("completed", "incomplete", "")))
        if not leaf.delivery.completion_by_content and self.value("completion", leaf) is None:
            self._set("completion", leaf, "", "completed")
        is_set = leaf.delivery.objective_by_content or leaf.primary.by_measure
        if not is_set and self.value("status", leaf) is None:
            self._set("status", leaf, leaf.primary.id, "satisfied")

    def _conclude(self, activity: Activity) -> None:
        if not activity.is_tracked:
            return
        if activity.children:
            self._roll_up(activity)
        for objective in activity.objectives:
            for one in objective.maps:
                for kind in one.writes:
                    value = self._local.get((kind, activity.number, objective.id))
                    if value is not None:
                        self._global[kind, one.target] = value

    def _roll_up(self, cluster: Activity) -> None:
        weighed = [one for one in cluster.children if one.is_tracked and one.rollup.weight > 0]
        measures = [float(value) for one in weighed if (value := self.value("measure", one)) is not None]
        if measures:
            self._set("measure", cluster, cluster.primary.id, sum(measures) / len(weighed))
        results = {
            "satisfied": "status",
            "notSatisfied": "status",
            "completed": "completion",
            "incomplete": "completion",
        }
        for action, kind in results.items():
            if kind == "status" and cluster.primary.by_measure:
                continue
            name = cluster.primary.id if kind == "status" else ""
            twins = [one for one in cluster.rollup.rules if results.get(one.action) == kind]
            rules = [one for one in twins if one.action == action]
            if any(self._rolls(cluster, one) for one in rules) or (
                not twins and self._default(cluster, action)
            ):
                self._set(kind, cluster, name, "failed" if action == "notSatisfied" else action)

    def _counted(self, cluster: Activity, action: str) -> list[Activity]:
        counted = [one for one in cluster.children if one.is_tracked and one.rollup.gives(action)]
        return [one for one in counted if one.rollup.always_counts(action) or one.number in self._attempts]

    def _default(self, cluster: Activity, action: str) -> bool:
        kind = "status" if action in ("satisfied", "notSatisfied") else "completion"
        found = [self.value(kind, one) for one in self._counted(cluster, action)]
        if action in ("satisfied", "completed"):
            return bool(found) and all(value == action for value in found)
        return any(value == ("failed" if action == "notSatisfied" else action) for value in found)

    def _rolls(self, cluster: Activity, rule: RollupRule) -> bool:
        counted = self._counted(cluster, rule.action)
        held = [self._hold(one, rule.conditions, any_is_enough=rule.any) for one in counted]
        if not held:
            return False
        least = {
            "any": 1,
            "all": len(held),
            "atLeastCount": rule.least,
            "atLeastPercent": rule.part * len(held),
        }
        return not any(held) if rule.children == "none" else sum(held) >= least[rule.children]

    def value(self, kind: str, activity: Activity, name: str = "") -> str | float | None:
        """Give what is recorded, or None for unknown; a global value comes before the activity's own."""
        objective = activity.objective(name)
        if objective is None or not activity.is_tracked:
            return None
        for one in objective.maps:
            if kind in one.reads and (kind, one.target) in self._global:
                found = self._global[kind, one.target]
                self.seen.add(
                    (kind, activity.number, objective.id, "known" if kind == "measure" else str(found))
                )
                return found
        if kind == "status" and objective.by_measure:
            measure = self.value("measure", activity, name)
            mark = 1.0 if objective.mark is None else objective.mark
            return None if measure is None else "satisfied" if float(measure) >= mark else "failed"
        return self._local.get((kind, activity.number, "" if kind == "completion" else objective.id))

    def _set(self, kind: str, activity: Activity, name: str, value: str | float) -> None:
        if value != "":
            self._local[kind, activity.number, name] = value
            self.seen.add((kind, activity.number, name, "known" if kind == "measure" else str(value)))

    def _hold(self, activity: Activity, conditions: Iterable[Condition], *, any_is_enough: bool) -> bool:
        held = [self._holds(activity, one) for one in conditions]
        return any(held) if any_is_enough else all(held)

    def _holds(self, activity: Activity, condition: Condition) -> bool:
        name, held = condition.name, True
        kind = "completion" if name in ("completed", "activityProgressKnown") else "status"
        value = self.value("measure" if "Measure" in name else kind, activity, condition.objective)
        if name.endswith("Known"):
            held = value is not None
        elif name in ("satisfied", "completed", *_COMPARED):
            if value is None:
                return condition.negated and self._negates_unknown
            greater = name == _COMPARED[0] and float(value) > condition.threshold
            less = name == _COMPARED[1] and float(value) < condition.threshold
            held = value == name or greater or less
        elif name == "attempted":
            held = activity.number in self._attempts
        elif name == "attemptLimitExceeded":
            held = self._is_used_up(activity)
        return held is not condition.negated

    def _is_used_up(self, activity: Activity) -> bool:
        limit = activity.limits.attempts
        return limit is not None and self._attempts.get(activity.number, 0) >= limit

    def _is(self, activity: Activity, action: str) -> bool:
        rules = activity.rules_of("pre", action)
        return any(self._hold(activity, one.conditions, any_is_enough=one.any) for one in rules)

    def _enter(self, activity: Activity, step: int = 1) -> Activity | None:
        if self._is(activity, "disabled") or self._is_used_up(activity):
            return None
        if activity.is_leaf:
            return activity
        return self._among(activity, activity.children[::step], step) if activity.control.flow else None

    def _among(self, cluster: Activity, children: Iterable[Activity], step: int) -> Activity | None:
        """Flow through children; where all are skipped, what follows their cluster."""
        for child in children:
            if not self._is(child, "skip"):
                return self._enter(child, step=1)
        return self._past(cluster, step)

    def _past(self, activity: Activity, step: int) -> Activity | None:
        parent = activity.parent
        if parent is None or not parent.control.flow:
            return None
        if (step > 0 and self._is(activity, "stopForwardTraversal")) or (
            step < 0 and parent.control.forward_only
        ):
            return None
        place = parent.children.index(activity)
        rest = parent.children[place + 1 :] if step > 0 else parent.children[:place][::-1]
        return self._among(parent, rest, step)

    def _onward(self) -> Activity | None:
        return None if self._here is None else self._past(self._here, 1)

    def _back(self) -> Activity | None:
        return None if self._here is None else self._past(self._here, -1)

    def _choose(self) -> Activity | None:
        target = self._random.choice(self.tree.activities)
        line = (target, *target.ancestors())
        if target.parent is None or not target.parent.control.choice or not target.is_visible:
            return None
        if any(self._is(one, "hiddenFromChoice") or self._is(one, "disabled") for one in line):
            return None
        inside = () if self._here is None else (self._here, *self._here.ancestors())
        if any(one.control.prevents_activation and one not in inside for one in line[1:-1]):
            return None
        return self._enter(target)
