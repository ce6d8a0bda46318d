"""Which rules of an activity may fire, which must, and which cannot.

Whether "not satisfied" is true of an unknown status differs between LMSs: it may be either.
"""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING, TypeAlias

from cpom_scorm.sequencing.values import COMPLETED, KNOWN, SATISFIED, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cpom_scorm.package.activities.model import Activity, ActivityRule, Condition
    from cpom_scorm.sequencing.values import Values

Value: TypeAlias = "str | bool | float"
Variable: TypeAlias = "tuple[str, str]"
"""Kind of value and id of the objective, empty for the primary one and for what belongs to the activity."""

_MOST_SITUATIONS = 2_000
_EITHER = frozenset({True, False})
_KINDS = {
    "satisfied": "status",
    "objectiveStatusKnown": "status",
    "objectiveMeasureKnown": "measure",
    "objectiveMeasureGreaterThan": "measure",
    "objectiveMeasureLessThan": "measure",
    "completed": "completion",
    "activityProgressKnown": "completion",
    "attempted": "attempted",
    "attemptLimitExceeded": "attempts",
    "timeLimitExceeded": "duration",
    "outsideAvailableTimeRange": "dates",
    "always": "always",
}
RECORDED = ("status", "measure", "completion")
"""Kinds of values that content, rollup or a map sets."""


def kind_of(condition: Condition) -> str:
    """Give the kind of value that a condition asks about; `unreadable` for conditions that do not exist."""
    return _KINDS.get(condition.name, "unreadable")


def variable(activity: Activity, condition: Condition) -> Variable:
    """Give what a condition asks about."""
    kind = kind_of(condition)
    objective = condition.objective if kind in ("status", "measure") else ""
    return kind, "" if objective == activity.primary.id else objective


def can_fire(
    activity: Activity, conditions: tuple[Condition, ...], values: Values, *, any_is_enough: bool
) -> frozenset[bool]:
    """Give whether conditions may hold together (or one of them): true, false or either."""
    found: set[bool] = set()
    for situation in _situations(activity, conditions, values, is_over=False):
        if situation is None:
            return _EITHER
        found |= _holds(activity, conditions, situation, any_is_enough=any_is_enough)
        if len(found) == len(_EITHER):
            break
    return frozenset(found)


def outcomes(
    activity: Activity,
    rules: Sequence[ActivityRule],
    values: Values,
    *,
    is_over: bool = False,
    is_last: bool = False,
) -> set[str]:
    """Give the actions of which the first that fires may be, and "" when it may be none.

    `is_over`: at the end of an attempt, so that the activity was attempted. `is_last`: of the last attempt
    that the limit allows.
    """
    conditions = tuple(condition for rule in rules for condition in rule.conditions)
    every = {"", *(rule.action for rule in rules)}
    found: set[str] = set()
    for situation in _situations(activity, conditions, values, is_over=is_over):
        if situation is None:
            return every
        if is_last and not situation.get(("attempts", ""), True):
            continue
        found |= _first(activity, rules, situation)
        if found == every:
            break
    return found


def must(activity: Activity, action: str, values: Values) -> bool:
    """Whether a pre-condition rule with this action fires for every learner at every time."""
    rules = activity.rules_of("pre", action)
    return bool(rules) and "" not in outcomes(activity, rules, values)


def may(activity: Activity, action: str, values: Values) -> bool:
    """Whether a pre-condition rule with this action fires for anybody."""
    rules = activity.rules_of("pre", action)
    return bool(rules) and action in outcomes(activity, rules, values)


def _first(
    activity: Activity, rules: Iterable[ActivityRule], situation: Mapping[Variable, Value]
) -> set[str]:
    found = set()
    for rule in rules:
        held = _holds(activity, rule.conditions, situation, any_is_enough=rule.any)
        if True in held:
            found.add(rule.action)
        if False not in held:
            return found
    return found | {""}


def _situations(
    activity: Activity, conditions: tuple[Condition, ...], values: Values, *, is_over: bool
) -> Iterator[Mapping[Variable, Value] | None]:
    """Give all combinations of the values that conditions ask about; None when there are too many."""
    domains: dict[Variable, tuple[Value, ...]] = {}
    for condition in conditions:
        asked = variable(activity, condition)
        if asked not in domains:
            domains[asked] = _domain(activity, asked, conditions, values, is_over=is_over)
    count = 1
    for domain in domains.values():
        count *= len(domain)
    if count > _MOST_SITUATIONS:
        yield None
        return
    for combination in product(*domains.values()):
        yield dict(zip(domains, combination, strict=True))


def _domain(
    activity: Activity,
    asked: Variable,
    conditions: tuple[Condition, ...],
    values: Values,
    *,
    is_over: bool,
) -> tuple[Value, ...]:
    kind, objective = asked
    if kind == "measure":
        points = _points(conditions) if KNOWN in values.measure(activity, objective) else ()
        return (UNKNOWN, *points)
    if kind in ("status", "completion"):
        found = values.of(kind, activity, objective)
        return tuple(sorted(at_the_end(activity, kind, objective, found) if is_over else found))
    if kind == "attempted":
        return (True,) if is_over else (False, True) if values.is_attempted(activity) else (False,)
    limits = activity.limits
    if kind == "attempts":
        return _limit(is_set=limits.attempts is not None, is_reached=limits.attempts == 0)
    if kind == "duration":
        return _limit(is_set=limits.duration)
    if kind == "dates":
        return _limit(is_set=limits.dates)
    return (True,) if kind == "always" else (False, True)


def at_the_end(activity: Activity, kind: str, objective: str, found: frozenset[str]) -> frozenset[str]:
    """Give what a value may be once content has ended and the LMS has filled in what it left unknown."""
    if not activity.is_leaf or not activity.is_tracked or objective:
        return found
    primary, delivery = activity.primary, activity.delivery
    if kind == "status" and (delivery.objective_by_content or primary.by_measure or primary.maps):
        return found
    if kind == "completion" and (
        delivery.completion_by_content or any(one.maps for one in activity.objectives)
    ):
        return found
    return (found - {UNKNOWN}) or found


def _limit(*, is_set: bool, is_reached: bool = False) -> tuple[bool, ...]:
    return (True,) if is_reached else (False, True) if is_set else (False,)


def _points(conditions: Iterable[Condition]) -> tuple[float, ...]:
    """Give one measure of each part into which thresholds cut the range from -1 to 1, and the thresholds."""
    cuts = sorted({-1.0, 1.0, *(one.threshold for one in conditions if kind_of(one) == "measure")})
    return tuple(sorted({*cuts, *((a + b) / 2 for a, b in pairwise(cuts))}))


def _holds(
    activity: Activity,
    conditions: Iterable[Condition],
    situation: Mapping[Variable, Value],
    *,
    any_is_enough: bool,
) -> frozenset[bool]:
    each = [_holds_alone(one, situation[variable(activity, one)]) for one in conditions]
    if any_is_enough:
        can = any(True in one for one in each)
        cannot = all(False in one for one in each)
    else:
        can = all(True in one for one in each)
        cannot = any(False in one for one in each)
    return frozenset(value for value, is_possible in ((True, can), (False, cannot)) if is_possible)


def _holds_alone(condition: Condition, value: Value) -> frozenset[bool]:
    if condition.name in ("objectiveStatusKnown", "objectiveMeasureKnown", "activityProgressKnown"):
        return frozenset({(value != UNKNOWN) is not condition.negated})
    if value == UNKNOWN:
        return _EITHER if condition.negated else frozenset({False})
    if condition.name == "satisfied":
        held = value == SATISFIED
    elif condition.name == "completed":
        held = value == COMPLETED
    elif isinstance(value, float):
        greater = condition.name == "objectiveMeasureGreaterThan"
        held = value > condition.threshold if greater else value < condition.threshold
    else:
        held = bool(value)
    return frozenset({held is not condition.negated})
