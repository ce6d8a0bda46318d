"""One fault gives one finding, however much of a course lies behind it, and large trees are quick."""

from __future__ import annotations

import time

import pytest

from cpom_scorm.rules.package_rules.activities import RULES
from tests.activities import (
    CONTENT,
    Node,
    cluster,
    course,
    mode,
    objective,
    objectives,
    package_of,
    reads,
    rules,
    sco,
    when,
    writes,
)

_FREE = mode(flow=True)
_NOT_YET = ("not satisfied of before", "not objectiveStatusKnown of before")


def found_in(manifest: str) -> list[str]:
    """Give what the rules about meaning say of a course."""
    package = package_of(manifest)
    return [
        f"{found.rule.id} {found.message}" for rule in RULES if rule.check for found in rule.check(package)
    ]


def waiting(name: str, before: str) -> Node:
    """Give a SCO that waits until another is satisfied."""
    wait = rules(when("pre", "disabled", *_NOT_YET, any_is_enough=True))
    before_it = objective("before", reads(f"done-{before}"))
    return sco(name, wait + objectives(writes(f"done-{name}"), others=before_it) + CONTENT)


def chain(count: int, *, modules: int, first: str = CONTENT) -> list[Node]:
    """Give modules of SCOs, each of which waits for the one before."""
    begin = sco("a-0", first.replace(CONTENT, objectives(writes("done-a-0")) + CONTENT))
    items = [begin, *(waiting(f"a-{number}", f"a-{number - 1}") for number in range(1, count))]
    size = count // modules
    return [
        cluster(f"m-{number}", _FREE, *items[number * size : (number + 1) * size])
        for number in range(modules)
    ]


def test_what_shuts_the_first_of_a_chain_is_told_once() -> None:
    closed = rules(when("pre", "disabled", "always")) + CONTENT
    found = found_in(course(_FREE, *chain(20, modules=4, first=closed)))
    assert len(found) == 1
    assert '"a-0" is disabled for everybody, so "a-1", "a-2", "a-3" and 16 more cannot be reached' in found[0]


def test_what_is_shut_by_its_cluster_is_no_fault_of_the_rules_behind_it() -> None:
    shut = cluster("shut", mode(choice=False), sco("a-0", objectives(writes("done-a-0")) + CONTENT), sco("b"))
    found = found_in(course(_FREE, shut, waiting("a-1", "a-0"), waiting("a-2", "a-1")))
    assert [line.split(" ")[0] for line in found] == ["SEQ-015"]


def test_a_fault_in_the_collection_is_told_once() -> None:
    refer = '<imsss:sequencing IDRef="shared"/>'
    manifest = course(
        _FREE,
        *(sco(name, "") for name in ("a", "b", "c")),
        collection=f'<imsss:sequencing ID="shared">{mode(flow=True)}</imsss:sequencing>',
    )
    for name in ("a", "b", "c"):
        manifest = manifest.replace(f"<title>{name}</title>", f"<title>{name}</title>{refer}")
    expected = 'SEQ-021 the control mode of "a" has no effect: it has no children (and 2 more like it)'
    assert [expected] == found_in(manifest)


def test_a_misspelt_global_objective_is_not_also_a_rule_that_never_fires() -> None:
    found = found_in(course(_FREE, sco("a", objectives(writes("done-a")) + CONTENT), waiting("b", "A")))
    assert [line.split(" ")[0] for line in found] == ["OBJ-011"]


@pytest.mark.parametrize("is_reversed", [False, True])
def test_a_thousand_activities_that_wait_for_one_another_are_judged_in_a_second(is_reversed: bool) -> None:
    modules = chain(1000, modules=50)
    package = package_of(course(_FREE, *(reversed(modules) if is_reversed else modules)))
    began = time.process_time()
    found = [one for rule in RULES if rule.check for one in rule.check(package)]
    assert [] == found
    assert time.process_time() - began < 1
