"""Were a right answer taken for a wrong one, `play` would accuse courses that count rightly."""

from __future__ import annotations

from typing import Any

import pytest

from cpom_scorm.play.answer_sheet import AnswerSheet
from cpom_scorm.play.decisions import Control, Memory, Sight, next_actions


def control(kind: str, value: str = "", part: str = "", **more: Any) -> Control:
    group = more.pop("group", part if kind == "radio" else f"{part}{value}")
    return Control(0, 0, kind, part + value, group=group, question="q", part=part, value=value, **more)


RADIOS = [control("radio", value) for value in "abc"]
BOXES = [control("checkbox", value) for value in "abc"]
BOOLEANS = [control("radio", value) for value in ("true", "false")]
LISTS = [control("select", part=part, options=("", "t1", "t2")) for part in ("s1", "s2")]
ITEMS = [control("radio", value, part) for part in ("i1", "i2") for value in ("c1", "c2")]
TEXT, NUMBER = [control("text")], [control("text")]


def done(kind: str, key: Any, controls: list[Control], *, right: bool) -> list[str]:
    sight = Sight("Page", "", "d", tuple(controls))
    actions = next_actions(sight, Memory("http://x/"), AnswerSheet({"q": (kind, key)}, right))
    return [
        f"{one.verb} {one.control.part}{'' if one.value else one.control.value}{one.value}" for one in actions
    ]


@pytest.mark.parametrize(
    ("kind", "key", "controls", "right", "wrong"),
    [
        ("true_false", False, BOOLEANS, ["tick false"], ["tick true"]),
        ("choice", ["b"], RADIOS, ["tick b"], ["tick a"]),
        ("choice", ["a", "c"], BOXES, ["tick a", "tick c"], ["tick b"]),
        (
            "matching",
            {"s1": "t2", "s2": "t1"},
            LISTS,
            ["select s1t2", "select s2t1"],
            ["select s1t1", "select s2t2"],
        ),
        (
            "categorise",
            {"i1": "c1", "i2": "c2"},
            ITEMS,
            ["tick i1c1", "tick i2c2"],
            ["tick i1c2", "tick i2c1"],
        ),
        ("fill_in", {"accept": ["kind", "sort"]}, TEXT, ["fill kind"], ["fill zz"]),
        ("numeric", {"correct": "7", "min": "6", "max": "8"}, NUMBER, ["fill 7"], ["fill -7"]),
    ],
)
def test_answers_are_right_or_wrong_in_every_part(
    kind: str, key: Any, controls: list[Control], right: list[str], wrong: list[str]
) -> None:
    assert right == done(kind, key, controls, right=True)
    assert wrong == done(kind, key, controls, right=False)


@pytest.mark.parametrize(("right", "expected"), [(True, "abc"), (False, "bca")])
def test_lines_are_moved_until_they_stand_as_wanted_and_at_least_once(right: bool, expected: str) -> None:
    order, memory = list("abc"), Memory("http://x/")
    sheet = AnswerSheet({"q": ("sequencing", list("abc"))}, right)
    moves = 0
    for turn in range(9):
        buttons = [control("button", "", each, move="up", group=f"up {each}") for each in order]
        actions = next_actions(Sight("Page", "", str(turn), tuple(buttons)), memory, sheet)
        if not actions:
            break
        at = order.index(actions[0].control.part)
        order[at - 1], order[at] = order[at], order[at - 1]
        moves += 1
    assert (expected, True) == ("".join(order), moves > 0)
