"""Who needs whom in a circle: a wrong answer hides a circle from an author, a slow one stops a server."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cpom_scorm.package.circles import circles, reached

NAMES = st.sampled_from("abcdef")


@given(st.dictionaries(NAMES, st.lists(NAMES, max_size=4), max_size=6))
def test_two_are_in_one_group_exactly_when_each_reaches_the_other(needs: dict[str, list[str]]) -> None:
    group = circles(needs)
    complete = {name: needs.get(name, []) for name in group}
    for one in group:
        for other in group:
            mutual = one in reached(complete, [other]) and other in reached(complete, [one])
            assert mutual == (group[one] == group[other])


def test_a_long_chain_needs_no_recursion() -> None:
    needs = {str(number): [str(number + 1)] for number in range(50_000)}
    assert 50_001 == len(set(circles(needs).values()))
