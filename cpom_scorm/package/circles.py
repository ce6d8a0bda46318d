"""Which things need each other in a circle. Takes time in proportion to the references, however they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


def circles(needs: Mapping[str, Collection[str]]) -> dict[str, int]:
    """Number the groups of things that reach each other: name → number of its group.

    Names that need nothing may be missing as keys. (Tarjan's algorithm, without recursion.)
    """
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    group: dict[str, int] = {}
    stack: list[str] = []
    for start in needs:
        path = [(start, iter(needs[start]))] if start not in order else []
        while path:
            name, rest = path[-1]
            if name not in order:
                order[name] = lowest[name] = len(order)
                stack.append(name)
            following = next((other for other in rest if other not in order), None)
            if following is not None:
                path.append((following, iter(needs.get(following, ()))))
                continue
            path.pop()
            for other in needs.get(name, ()):
                if other not in group:
                    lowest[name] = min(lowest[name], lowest[other])
            if lowest[name] == order[name]:
                _close(name, stack, group)
    return group


def _close(name: str, stack: list[str], group: dict[str, int]) -> None:
    """Take from the stack what belongs to the group that begins with this name."""
    number = len(group)
    while True:
        member = stack.pop()
        group[member] = number
        if member == name:
            return


def reached(needs: Mapping[str, Collection[str]], starts: Collection[str]) -> set[str]:
    """Give what is needed from these on, themselves included; names that are no keys are left out."""
    found: set[str] = set()
    waiting = list(starts)
    while waiting:
        name = waiting.pop()
        if name not in found and name in needs:
            found.add(name)
            waiting += needs[name]
    return found
