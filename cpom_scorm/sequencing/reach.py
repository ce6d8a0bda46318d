"""Which activities any learner can ever reach, by flow or by choice, and by what way.

Requests of SCOs for other activities are left out: they depend on scripts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.package.activities.model import Launch
from cpom_scorm.sequencing.conditions import may, must
from cpom_scorm.sequencing.results import conclude, deliver, open_up, settable
from cpom_scorm.sequencing.values import WHOLE, Values

if TYPE_CHECKING:
    from collections.abc import Container

    from cpom_scorm.package.activities.model import Activity, ActivityTree

_MOST_ROUNDS = 12


class Reach:
    """The activities that can be delivered, and what each value may be along the way."""

    def __init__(self, tree: ActivityTree, values: Values, *, obeys_rules: bool) -> None:
        self.tree = tree
        self.values = values
        self.is_certain = True
        """False when the tree is too entangled to be worked out; then everything counts as reached."""
        self._obeys_rules = obeys_rules
        self._ignored: Container[int] = ()
        self._reached: set[int] = set()
        self._arrivals: dict[int, Activity | None] = {}
        self._last: Activity | None = None
        self._cleared: set[tuple[int, str]] = set()
        """Number of an activity and an action whose rules do not always fire, and never will: values grow."""

    @classmethod
    def by_structure(cls, tree: ActivityTree) -> Reach:
        """Work out what control modes alone let learners reach."""
        return cls(tree, Values(), obeys_rules=False)._run()

    @classmethod
    def by_rules(
        cls, tree: ActivityTree, structure: Reach, possible: Values, ignored: Container[int] = ()
    ) -> Reach:
        """Work out what pre-condition rules let learners reach.

        `structure` and `possible` hold faults that are found apart: activities that no control mode lets
        anybody reach, and values that nothing sets. Here they count as repaired, as do the rules of the
        activities with the numbers `ignored`.
        """
        values = Values()
        open_up(tree, values)
        for activity in tree.activities:
            for objective in activity.objectives:
                for kind in WHOLE:
                    if len(possible.of(kind, activity, objective.id)) == 1:
                        values.add(kind, activity, objective.id, WHOLE[kind])
        found = cls(tree, values, obeys_rules=True)
        found._ignored = ignored
        for leaf in tree.leaves:
            if not structure.has(leaf):
                found._deliver(leaf, None)
        return found._run()

    def has(self, activity: Activity) -> bool:
        """Whether an activity, or anything below it, can be reached."""
        return activity.number in self._reached

    def always(self, activity: Activity, action: str) -> bool:
        """Whether a pre-condition rule with this action fires for everybody, at every time."""
        if not activity.rules or not self._obeys_rules or activity.number in self._ignored:
            return False
        key = (activity.number, action)
        if key not in self._cleared and not must(activity, action, self.values):
            self._cleared.add(key)
        return key not in self._cleared

    def path(self, activity: Activity) -> tuple[Activity, ...]:
        """Give a way from the start to an activity: what is delivered before it, and itself."""
        found = [activity]
        before = self._arrivals.get(activity.number)
        while before is not None and before not in found:
            found.append(before)
            before = self._arrivals.get(before.number)
        return tuple(reversed(found))

    def _run(self) -> Reach:
        for number in range(_MOST_ROUNDS):
            before = (self.values.changes, len(self._reached))
            self._last = None
            root = self.tree.root
            is_open = not self.always(root, "disabled")
            self._walk(root, is_entered=is_open and root.control.flow)
            if is_open:
                self._choose(root, step=-1 if number % 2 else 1)
            if before == (self.values.changes, len(self._reached)):
                return self
        self.is_certain = False
        self._reached = {activity.number for activity in self.tree.activities}
        self.values = settable(self.tree)
        return self

    def _deliver(self, leaf: Activity, before: Activity | None) -> None:
        if leaf.number not in self._reached:
            self._arrivals[leaf.number] = before
            self._reached.add(leaf.number)
            self._reached.update(above.number for above in leaf.ancestors())
            if self._obeys_rules:
                deliver(leaf, self.values)

    def _update(self, activity: Activity) -> None:
        if self._obeys_rules:
            conclude(activity, self.values)

    def _choose(self, cluster: Activity, step: int) -> None:
        """Choose every descendant that the table of contents offers.

        Forwards and backwards in turn (`step` 1 and -1), so that chains of prerequisites take few rounds.
        """
        control = cluster.control
        offers = control.choice
        if control.prevents_activation and cluster.parent is not None:
            offers = offers and self.has(cluster)
        for child in cluster.children[::step]:
            self._update(child)
            if self.always(child, "disabled") or self.always(child, "hiddenFromChoice"):
                continue
            if offers and child.is_visible:
                self._last = None
                self._enter(child)
            if child.children:
                self._choose(child, step)
                self._update(child)

    def _enter(self, activity: Activity) -> None:
        if activity.launch is not Launch.NOTHING:
            self._deliver(activity, self._last)
            self._last = activity
        elif activity.children and activity.control.flow:
            self._walk(activity, is_entered=True)

    def _walk(self, cluster: Activity, *, is_entered: bool) -> bool:
        """Flow through the children of a cluster and say whether learners come out at its end."""
        flows = cluster.control.flow
        mixed = cluster.random.reorders or cluster.chosen_children < len(cluster.children)
        on = is_entered and flows
        come_out = False
        for child in cluster.children:
            on = self._pass(child, on=on, flows=flows)
            come_out = come_out or on
            on = on or (mixed and is_entered and flows)
        if flows and not cluster.control.forward_only:
            self._walk_back(cluster)
        self._update(cluster)
        return come_out if mixed else on

    def _pass(self, child: Activity, *, on: bool, flows: bool) -> bool:
        """Come to a child and say whether learners can flow on from it."""
        self._update(child)
        blocked = self.always(child, "disabled")
        enters = on and not blocked and not self.always(child, "skip")
        if child.children:
            comes_out = self._walk(child, is_entered=enters)
            leaves = (enters or self.has(child)) and ((child.control.flow and comes_out) or _exits(child))
        else:
            if enters:
                self._enter(child)
            leaves = self.has(child)
        leaves = leaves and flows and not self.always(child, "stopForwardTraversal")
        return leaves or (on and self._may_skip(child))

    def _may_skip(self, child: Activity) -> bool:
        """Whether flow may pass over a child. Such rules open ways, so they count where others do not."""
        if not self._obeys_rules or child.number in self._ignored:
            return bool(child.rules_of("pre", "skip"))
        return may(child, "skip", self.values)

    def _walk_back(self, cluster: Activity) -> None:
        on = False
        for child in reversed(cluster.children):
            if self.always(child, "disabled"):
                on = False
            elif on and not self.always(child, "skip"):
                self._enter(child)
            on = on or self.has(child)


def _exits(cluster: Activity) -> bool:
    """Whether a rule ends a cluster from within, after which its parent may go on."""
    return bool(cluster.rules_of("exit")) or any(
        rule.action == "exitParent" for child in cluster.children for rule in child.rules_of("post")
    )
