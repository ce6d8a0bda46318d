"""What is said to be impossible never happens: random learners in random courses keep to the judgement."""

from __future__ import annotations

from random import Random

import pytest

from cpom_scorm.sequencing.dead_ends import culprits
from cpom_scorm.sequencing.judgement import Judgement
from tests.activities import package_of
from tests.random_courses import random_course
from tests.unit.sequencing.learner import Learner

COURSES = 40
"""Of each block of seeds."""


@pytest.mark.parametrize("block", range(5))
def test_nobody_meets_what_nobody_can_meet(block: int) -> None:
    for seed in range(block * COURSES, (block + 1) * COURSES):
        (tree,) = package_of(random_course(Random(seed))).activity_trees
        judgement = Judgement(tree)
        lost = {leaf.name for one in culprits(tree, judgement.structure) for leaf in one.lost}
        lost |= {leaf.name for one in judgement.obstacles[:1] for leaf in one.behind}
        for number in range(4):
            learner = Learner(tree, Random(seed * 10 + number))
            learner.go(40)
            met = {leaf.name for leaf in learner.delivered}
            assert (seed, set()) == (seed, met & lost)
            assert (seed, set()) == (
                seed,
                {leaf.name for leaf in learner.delivered if not judgement.reach.has(leaf)},
            )
            names = {activity.number: activity for activity in tree.activities}
            beyond = {
                (kind, names[activity].name, objective, value)
                for kind, activity, objective, value in learner.seen
                if value not in judgement.reach.values.of(kind, names[activity], objective)
            }
            assert (seed, set()) == (seed, beyond)
