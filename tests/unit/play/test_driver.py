"""A driver file is written by hand for content that resists: mistakes are told with line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.play.driver import read_driver
from tests.rules.overlay import as_line

if TYPE_CHECKING:
    from pathlib import Path

RIGHT = """steps:
- wait: {text: Welcome}
- click: Start
- click: {role: radio, name: Yes I do}
- fill: {name: Your name, value: Avery}
- select: {name: Country, value: es}
- wait: 0.5
- reload
- reopen
- learner
"""


def test_steps_are_read_in_their_order_and_reopen_parts_them(tmp_path: Path) -> None:
    path = tmp_path / "driver.yaml"
    path.write_text(RIGHT, "utf-8")
    driver = read_driver(path)
    assert [] == [found.message for found in driver.diagnostics]
    first, reloaded, second = driver.sessions()
    assert ["wait", "click", "click", "fill", "select", "wait"] == [step.verb for step in first]
    assert () == reloaded
    assert ["learner"] == [step.verb for step in second]
    assert {"name": "Start"} == first[1].said
    assert (3, 3) == (first[1].span.line, first[1].span.column)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("steps: []\n", "1:1 expected one key, steps, with a list below it"),
        (
            "steps:\n- jump\n",
            "2:3 expected one step, one of click, fill, select, wait, reload, re",
        ),
        ("steps:\n- click: {nam: Go}\n", '2:11 click takes name, role, text, not "nam"'),
        ("steps:\n- click: {role: button}\n", "2:3 click needs a name or a text"),
        ("steps:\n- click: {role: knob, name: Go}\n", '2:3 "knob" is no role, expected one of button, link,'),
        ("steps:\n- fill: {name: Name}\n", "2:3 fill needs a name and a value"),
        ("steps:\n- wait: 90\n", '2:3 "90" is no number of seconds from 0 to 60'),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "driver.yaml"
    path.write_text(text, "utf-8")
    (found,) = read_driver(path).diagnostics
    assert as_line(found).startswith(f"RTE-019 error {path.as_posix()}:{expected}")
