"""Courses whose sequencing is thrown together: most have faults, and none may be judged wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.activities import (
    Node,
    asset,
    cluster,
    course,
    mode,
    objective,
    objectives,
    reads,
    rolls,
    rollup,
    rules,
    sco,
    when,
    writes,
)

if TYPE_CHECKING:
    from random import Random

_CONDITIONS = (
    "satisfied",
    "objectiveStatusKnown",
    "completed",
    "activityProgressKnown",
    "attempted",
    "attemptLimitExceeded",
    "objectiveMeasureKnown",
    "objectiveMeasureGreaterThan at 0.5",
    "objectiveMeasureLessThan at 0.2",
    "always",
)
_ACTIONS = {
    "pre": ("skip", "disabled", "disabled", "hiddenFromChoice", "stopForwardTraversal"),
    "post": ("retry", "continue", "previous", "exitParent", "exitAll", "retryAll"),
}
_TARGETS = ("g", "h", "k")


def random_course(random: Random) -> str:
    """Give the manifest of a course of two to nine activities."""
    count = random.randint(1, 3)
    children = [_activity(random, f"i{number}", depth=2) for number in range(count)]
    return course(_sequencing(random, is_cluster=True), *children)


def _activity(random: Random, name: str, depth: int) -> Node:
    if depth and random.random() < 0.35:
        children = [_activity(random, f"{name}{number}", depth - 1) for number in range(random.randint(1, 3))]
        return cluster(name, _sequencing(random, is_cluster=True), *children)
    make = asset if random.random() < 0.2 else sco
    return make(name, _sequencing(random, is_cluster=False))


def _often(random: Random, chance: float, text: str) -> str:
    return text if random.random() < chance else ""


def _sequencing(random: Random, *, is_cluster: bool) -> str:
    """Give parts in the order that the schema has."""
    flip = random.random
    control = mode(choice=flip() < 0.5, flow=flip() < 0.7, forwardOnly=flip() < 0.2) if is_cluster else ""
    extended = '<adlseq:constrainedChoiceConsiderations preventActivation="true"/>'
    delivery = "".join(
        f' {name}="{str(flip() < 0.5).lower()}"'
        for name in ("completionSetByContent", "objectiveSetByContent")
    )
    kinds = random.choice((("pre",), ("pre", "pre"), ("pre", "post"), ("post",)))
    tracked = _often(random, 0.1, ' tracked="false"')
    return (
        control
        + _often(random, 0.6, rules(*(_rule(random, kind) for kind in kinds)))
        + _often(random, 0.15, f'<imsss:limitConditions attemptLimit="{random.randint(0, 2)}"/>')
        + _often(random, 0.4, _rollup(random, is_cluster=is_cluster))
        + _often(random, 0.7, _objectives(random))
        + f"<imsss:deliveryControls{tracked}{delivery}/>"
        + _often(random, 0.1, extended)
    )


def _rule(random: Random, kind: str) -> str:
    conditions = []
    for _ in range(random.randint(1, 2)):
        name = random.choice(_CONDITIONS)
        parts = name.split(" ", 1)
        about = random.random() < 0.5 and (parts[0] == "satisfied" or parts[0].startswith("objective"))
        text = f"{parts[0]}{' of other' if about else ''}{' ' + parts[1] if len(parts) > 1 else ''}"
        conditions.append(_often(random, 0.4, "not ") + text)
    return when(kind, random.choice(_ACTIONS[kind]), *conditions, any_is_enough=random.random() < 0.5)


def _rollup(random: Random, *, is_cluster: bool) -> str:
    actions = ("satisfied", "notSatisfied", "completed", "incomplete")
    sets = (("all", ""), ("any", ""), ("none", ""), ("atLeastCount", ' minimumCount="2"'))
    parts = []
    for _ in range(random.randint(0, 2) if is_cluster else 0):
        children, more = random.choice(sets)
        condition = _often(random, 0.3, "not ") + random.choice(("satisfied", "completed", "attempted"))
        parts.append(rolls(random.choice(actions), children, condition, more=more))
    flip = random.random
    weight = random.choice(("0", "1"))
    return rollup(*parts, objective=flip() < 0.7, progress=flip() < 0.7, weight=weight)


def _objectives(random: Random) -> str:
    maps = [random.choice((reads, writes))(random.choice(_TARGETS))] if random.random() < 0.6 else []
    others = objective("other", random.choice((reads, writes))(random.choice(_TARGETS)))
    measure = random.choice(("", "", "0.5"))
    return objectives(*maps, measure=measure, others=random.choice(("", others, objective("other"))))
