"""The activities of an organization with the values that count: written, referred to, or the standard's own.

Each part says by `node` from which element it was read; None means that the defaults count. Parts are named
tuples because data classes take ten times as long to make, and every package pays for that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.manifest.model import Placed


class Launch(Enum):
    """What an activity launches."""

    NOTHING = "nothing"
    """A cluster, which has activities below it, or an empty heading."""
    ASSET = "asset"
    """Content that never talks to the LMS."""
    SCO = "sco"
    """Content that may; also what names no resource that we know, so that nothing is held against it."""


class Control(NamedTuple):
    """How learners may move among the children of an activity."""

    choice: bool = True
    choice_exit: bool = True
    """Of the activity itself: whether it may be left by choosing another."""
    flow: bool = False
    forward_only: bool = False
    current_objective: bool = True
    """Whether rollup takes results of the current attempt only."""
    current_progress: bool = True
    prevents_activation: bool = False
    """Whether its descendants can be chosen only from within (adlseq)."""
    constrains_choice: bool = False
    """Whether only its neighbours in flow can be chosen (adlseq)."""
    constraint: int | None = None
    """Number of the element with the last two."""
    node: int | None = None


class Condition(NamedTuple):
    """One condition of a sequencing or rollup rule."""

    name: str
    negated: bool = False
    objective: str = ""
    """Id of the objective it asks about; empty for the primary one."""
    threshold: float = 0.0
    """What measures are compared with."""
    node: int | None = None


class ActivityRule(NamedTuple):
    """A sequencing rule."""

    kind: str
    """`pre`, `exit` or `post`: when it is looked at."""
    action: str
    conditions: tuple[Condition, ...]
    any: bool = False
    """Whether one condition is enough."""
    node: int | None = None


class RollupRule(NamedTuple):
    """A rule by which children decide the status of a cluster."""

    action: str
    children: str
    """`all`, `any`, `none`, `atLeastCount` or `atLeastPercent`."""
    conditions: tuple[Condition, ...]
    any: bool = True
    least: int = 0
    """How many children `atLeastCount` asks for."""
    part: float = 0.0
    """What part of the children `atLeastPercent` asks for, from 0 to 1."""
    node: int | None = None


class Rollup(NamedTuple):
    """What an activity gives to its parent, and by which rules its children give to it."""

    objective: bool = True
    progress: bool = True
    weight: float = 1.0
    rules: tuple[RollupRule, ...] = ()
    required: tuple[tuple[str, str], ...] = ()
    """Rollup action → when the activity counts for it, where that is not `always` (adlseq)."""
    node: int | None = None

    def gives(self, action: str) -> bool:
        """Whether the activity counts for a rollup action."""
        return self.objective if action in ("satisfied", "notSatisfied") else self.progress

    def always_counts(self, action: str) -> bool:
        """Whether the activity counts for an action whatever the learner did."""
        return action not in dict(self.required)


class ObjectiveMap(NamedTuple):
    """How an objective and a global one share their values."""

    target: str
    reads: frozenset[str]
    """Which values it reads: `status`, `measure`, `completion`."""
    writes: frozenset[str]
    node: int | None = None


class ActivityObjective(NamedTuple):
    """An objective of an activity."""

    id: str
    """Empty for a primary one that nothing refers to."""
    is_primary: bool
    by_measure: bool = False
    mark: float | None = None
    """The measure that satisfies, where the manifest names one; else 1.0 counts."""
    mark_node: int | None = None
    maps: tuple[ObjectiveMap, ...] = ()
    node: int | None = None


class Randomization(NamedTuple):
    """Which children a learner gets, and in which order."""

    select_count: int | None = None
    selection: str = "never"
    reorders: bool = False
    reordering: str = "never"
    node: int | None = None


class Delivery(NamedTuple):
    """Who sets the status of an activity."""

    tracked: bool = True
    completion_by_content: bool = False
    objective_by_content: bool = False
    node: int | None = None


class Limits(NamedTuple):
    """How often and how long an activity may be used."""

    attempts: int | None = None
    duration: bool = False
    dates: bool = False
    node: int | None = None


PRIMARY = ActivityObjective("", is_primary=True)
"""What an activity has that names no objective."""


@dataclass(eq=False, repr=False)
class Activity:
    """A node of the activity tree."""

    name: str
    """Identifier of the item or organization, or else its title: what messages call it."""
    number: int
    """Its index among the activities of the tree, in document order."""
    parent: Activity | None
    launch: Launch
    item: Placed
    """The element of the item or organization."""
    is_visible: bool = True
    hidden_controls: tuple[str, ...] = ()
    completed_by_measure: bool = False
    control: Control = field(default_factory=Control)
    rules: tuple[ActivityRule, ...] = ()
    limits: Limits = field(default_factory=Limits)
    rollup: Rollup = field(default_factory=Rollup)
    objectives: tuple[ActivityObjective, ...] = (PRIMARY,)
    """The primary one first."""
    random: Randomization = field(default_factory=Randomization)
    delivery: Delivery = field(default_factory=Delivery)
    children: tuple[Activity, ...] = ()

    @property
    def is_leaf(self) -> bool:
        """Whether nothing is below it."""
        return not self.children

    @property
    def is_tracked(self) -> bool:
        """Whether the LMS records anything of it."""
        return self.delivery.tracked

    @property
    def primary(self) -> ActivityObjective:
        """The objective that stands for the whole activity."""
        return self.objectives[0]

    @property
    def chosen_children(self) -> int:
        """How many children a learner gets."""
        count = self.random.select_count
        if count is None or self.random.selection == "never":
            return len(self.children)
        return min(count, len(self.children))

    def objective(self, name: str) -> ActivityObjective | None:
        """Give the objective that a condition names, the primary one for an empty name."""
        return self.primary if not name else next((one for one in self.objectives if one.id == name), None)

    def rules_of(self, kind: str, *actions: str) -> tuple[ActivityRule, ...]:
        """Give the rules of a kind, or those with one of these actions, in order."""
        return tuple(one for one in self.rules if one.kind == kind and (not actions or one.action in actions))

    def walk(self) -> Iterator[Activity]:
        """Give this activity and all below it, in document order."""
        waiting = [self]
        while waiting:
            activity = waiting.pop()
            yield activity
            waiting += reversed(activity.children)

    def ancestors(self) -> Iterator[Activity]:
        """Give its parent, the parent of that, and so on to the organization."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


@dataclass(eq=False, repr=False)
class ActivityTree:
    """The activities of one organization."""

    root: Activity
    shares_objectives: bool | None
    """`objectivesGlobalToSystem` as written: whether other packages see the global objectives."""

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """All activities in document order, the organization first."""
        return tuple(self.root.walk())

    @cached_property
    def leaves(self) -> tuple[Activity, ...]:
        """What can be delivered, in document order."""
        return tuple(one for one in self.activities if one.launch is not Launch.NOTHING)
