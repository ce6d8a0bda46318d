"""Formulas. If these fail, learners calculate with a wrong example, or authors search for a typing error."""

from __future__ import annotations

import json
import math
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpom_scorm.blocks.calculator import literal_text
from cpom_scorm.blocks.formula import FormulaFault, NoResult, read_formula, worked_out
from cpom_scorm.blocks.rounding import rounded
from tests.unit.blocks.writer import page_writer

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "calculator.json").read_text("utf-8"))
EVERY_VECTOR = pytest.mark.parametrize("vector", VECTORS, ids=[vector["name"] for vector in VECTORS])


@EVERY_VECTOR
def test_a_formula_is_read_and_shown_as_people_write_it(vector: dict[str, Any]) -> None:
    formula = read_formula(vector["formula"])
    assert vector["postfix"] == list(formula.postfix)
    shown = formula.shown(lambda token: literal_text(page_writer(), token))
    assert vector["steps"] == shown.replace("\u00a0", " ")


@EVERY_VECTOR
def test_a_formula_is_worked_out_as_in_the_player(vector: dict[str, Any]) -> None:
    """The player is held to the same vectors."""
    postfix = tuple(vector["postfix"])
    if "none" in vector:
        with pytest.raises(NoResult) as told:
            worked_out(postfix, vector["values"])
        assert vector["none"] == told.value.reason
    else:
        assert vector["shown"] == float(rounded(worked_out(postfix, vector["values"]), vector["decimals"]))


@pytest.mark.parametrize(
    ("formula", "column", "message"),
    [
        ("use / 1,000", 8, '"," has no meaning in a formula'),
        ("use / Stock", 7, '"S" has no meaning in a formula'),
        ("use $ stock", 5, '"$" has no meaning in a formula'),
        ("use % 2", 5, '"%" has no meaning in a formula'),
        ("use / ", 5, "the formula ends where a number or a name should follow"),
        ("(use + 1", 8, 'the formula ends where ")" should follow'),
        ("use stock", 5, '"stock" cannot stand here'),
        ("use + * 2", 7, '"*" cannot stand here'),
        ("use)", 4, '")" cannot stand here'),
        ("()", 2, '")" cannot stand here'),
        ("1.2.3", 4, '".3" cannot stand here'),
        ("max + 1", 1, '"max" is a function, and nothing in brackets follows'),
        ("max(use)", 1, '"max" takes two numbers or more, not 1'),
        ("1 + abs(1; 2)", 5, '"abs" takes one number, not 2'),
        ("round(use; 7)", 1, '"round" can give 0 to 6 decimals'),
        ("round(use; stock)", 1, '"round" can give 0 to 6 decimals'),
        ("   ", 1, "the formula ends where a number or a name should follow"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(formula: str, column: int, message: str) -> None:
    with pytest.raises(FormulaFault) as told:
        read_formula(formula)
    assert (column, message) == (told.value.column, told.value.message)
    assert told.value.help


@given(st.text(alphabet="ab12.,;+-*/^()% \u00d7\u00f7#{}", max_size=60))
@settings(deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    """SEC: an author's text never ends in a traceback, and nothing but arithmetic comes of it."""
    with suppress(NoResult):
        try:
            formula = read_formula(text)
        except FormulaFault as fault:
            column = fault.column
        else:
            column = 1
            values = dict.fromkeys(names(formula), 1.5)
            assert math.isfinite(worked_out(formula.postfix, values))
        assert 1 <= column <= len(text) + 1


def names(formula: Any) -> set[str]:
    return {token.text for token in formula.names()}


def test_the_longest_formula_is_read_however_it_is_nested() -> None:
    assert worked_out(read_formula("(" * 99 + "1" + ")" * 99).postfix, {}) == 1
    assert worked_out(read_formula("-" * 199 + "1").postfix, {}) == -1


def test_what_is_divided_by_is_known_with_its_place() -> None:
    ((postfix, column),) = read_formula("a / (b - b)").divisors
    assert (postfix, column) == (("b", "b", "-"), 5)
