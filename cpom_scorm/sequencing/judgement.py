"""All that is worked out about one activity tree, once for all rules that ask."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from cpom_scorm.sequencing.reach import Reach
from cpom_scorm.sequencing.results import settable

if TYPE_CHECKING:
    from cpom_scorm.package.activities.model import Activity, ActivityTree
    from cpom_scorm.sequencing.obstacles import Obstacle
    from cpom_scorm.sequencing.values import Values


class Judgement:
    """What learners can do in one tree."""

    def __init__(self, tree: ActivityTree) -> None:
        self.tree = tree

    @cached_property
    def possible(self) -> Values:
        """What each value may be when every activity can be delivered."""
        return settable(self.tree)

    @cached_property
    def structure(self) -> Reach:
        """What control modes alone let learners reach."""
        return Reach.by_structure(self.tree)

    @cached_property
    def reach(self) -> Reach:
        """What rules let learners reach, each obstacle that is found counted as repaired."""
        return self._with_obstacles[0]

    @cached_property
    def obstacles(self) -> tuple[Obstacle, ...]:
        """What shuts activities away from every learner."""
        return self._with_obstacles[1]

    @cached_property
    def _with_obstacles(self) -> tuple[Reach, tuple[Obstacle, ...]]:
        from cpom_scorm.sequencing.obstacles import find_obstacles

        return find_obstacles(self.tree, self.structure, self.possible)

    def is_stuck(self, kind: str, activity: Activity, objective: str) -> bool:
        """Whether a value stays unknown for ever."""
        return len(self.possible.of(kind, activity, objective)) == 1


@lru_cache(maxsize=8)
def judge(tree: ActivityTree) -> Judgement:
    """Give the judgement on a tree; several rules in a row ask for the same."""
    return Judgement(tree)
