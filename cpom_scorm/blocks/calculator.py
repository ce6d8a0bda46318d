"""A calculator."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.blocks.charts.scale import decimals_of
from cpom_scorm.blocks.formula import Token, read_formula, worked_out
from cpom_scorm.blocks.rounding import rounded
from cpom_scorm.schema import InlineMarkdown, Many, Markdown, Model, PlainText, StepId

if TYPE_CHECKING:
    from cpom_scorm.blocks.base import PageWriter

LARGEST = 9_999_999_999
"""Ten digits: what the player reads."""
_EXACTLY = 1e-9
_MOST_DECIMALS = 6

Typed = Annotated[float, Field(ge=-LARGEST, le=LARGEST, allow_inf_nan=False)]
FormulaText = Annotated[str, Field(min_length=1, max_length=200)]


class Input(Model):
    """A number that learners change."""

    name: StepId
    """What formulas call it: lower-case letters, digits and underscores."""
    label: PlainText
    unit: PlainText | None = None
    """Such as `$` or `days`. With `%` the number is per cent: 12 in the field is 0.12 in a formula."""
    default: Typed
    """What stands there first; the worked example is made with it."""
    min: Typed | None = None
    max: Typed | None = None
    step: Annotated[Typed, Field(gt=0)] | None = None
    """From one number that is allowed to the next, counted from `min` or 0: 1 asks for whole numbers."""


class Output(Model):
    """A result."""

    name: StepId | None = None
    """What formulas of outputs below call it, which get it unrounded."""
    label: PlainText
    formula: FormulaText
    """Made of numbers, names, `+ - * / ^`, brackets, `12%`, and of `abs(x)`, `round(x; decimals)`,
    `min(a; b)` and `max(a; b)`. Commas have no meaning."""
    unit: PlainText | None = None
    """Such as `$` or `days`. With `%` a result of 0.024 is shown as 2.4%."""
    decimals: Annotated[int, Field(ge=0, le=_MOST_DECIMALS)] = 0
    text: InlineMarkdown | None = None
    """What the result means."""


class Calculator(Block):
    """Numbers that learners change, and what follows from them, step by step. Nothing is kept.

    Accessibility:
        Fields with visible labels, units and limits. A result is read out, politely, once a number was
        changed; what is wrong with a number stands below its field in words. Without script the worked
        example is there: the first numbers, the steps and their results.

    Example:
        - kind: calculator
          title: Stock that turns
          text: Change the numbers to those of your own pharmacy.
          inputs:
          - {name: use, label: Annual use, unit: $, default: 18250000, min: 0}
          - {name: stock, label: Average stock, unit: $, default: 1250000, min: 0}
          outputs:
          - name: turns
            label: Inventory turns
            formula: use / stock
            decimals: 1
            text: How often a year the shelves empty and fill.
          - {label: Days on hand, formula: stock / (use / 365), unit: days}
    """

    kind: Literal["calculator"]
    title: PlainText
    text: Markdown | None = None
    """What the calculator is for, or what to try."""
    inputs: Annotated[Many[Input], Field(min_length=1, max_length=8)]
    outputs: Annotated[Many[Output], Field(min_length=1, max_length=8)]

    def facts(self, write: PageWriter) -> dict[str, Any]:
        """Give `typed` (the first numbers), `outputs` (result, steps) and `sums`, for the player."""
        values = {one.name: share_of(one) for one in self.inputs}
        shown = {one.name: _amount(write, one) for one in self.inputs}
        outputs, sums = [], []
        for output in self.outputs:
            formula = read_formula(output.formula)
            result = worked_out(formula.postfix, values)
            written = write.amount(_scaled(output, result), output.unit or "", output.decimals)
            steps = formula.shown(partial(literal_text, write))
            sign = "=" if _is_exact(output, result) else "≈"
            outputs.append({"result": written, "steps": f"{_filled(steps, shown)} {sign} {written}"})
            sums.append(
                _quantity(write, output)
                | {"decimals": output.decimals, "postfix": formula.postfix, "steps": steps}
            )
            if output.name:
                values[output.name], shown[output.name] = result, written
        data = {
            "locale": write.locale,
            "minus": write.minus,
            "inputs": [_quantity(write, one) | _limits(write, one) for one in self.inputs],
            "outputs": sums,
        }
        return {
            "typed": [write.amount(one.default, "", _decimals(one.default)) for one in self.inputs],
            "outputs": outputs,
            "sums": json.dumps(data, separators=(",", ":")),
        }


def _limits(write: PageWriter, one: Input) -> dict[str, Any]:
    """Give which numbers the player takes, and what it says of others."""
    amount = partial(_amount, write, one)
    low = amount(one.min) if one.min is not None else ""
    high = amount(one.max) if one.max is not None else ""
    told = ""
    if low and high:
        told = write.text("block.calculator.between", low=low, high=high)
    elif low or high:
        key = "block.calculator.least" if low else "block.calculator.most"
        told = write.text(key, amount=low or high)
    return {
        "label": one.label,
        "min": -LARGEST if one.min is None else one.min,
        "max": LARGEST if one.max is None else one.max,
        "from": one.min or 0,
        "step": one.step or 0,
        "limits": told,
        "offStep": write.text("block.calculator.step", amount=amount(one.step)) if one.step else "",
    }


def _quantity(write: PageWriter, one: Input | Output) -> dict[str, Any]:
    scale = 100 if one.unit == "%" else 1
    return {"name": one.name or "", "form": write.amount_form(one.unit or ""), "scale": scale}


def _decimals(number: float) -> int:
    return decimals_of([number], _MOST_DECIMALS)


def share_of(one: Input) -> float:
    """Give the number that formulas get."""
    return one.default / 100 if one.unit == "%" else one.default


def _is_exact(output: Output, result: float) -> bool:
    whole = _scaled(output, result)
    return abs(float(rounded(whole, output.decimals)) - whole) <= _EXACTLY * abs(whole)


def _scaled(output: Output, result: float) -> float:
    return result * 100 if output.unit == "%" else result


def _amount(write: PageWriter, one: Input, value: float | None = None) -> str:
    """Write a number in the unit of an input; its default when left out."""
    number = one.default if value is None else value
    return write.amount(number, one.unit or "", _decimals(number))


def literal_text(write: PageWriter, token: Token) -> str:
    """Write a number that stands in a formula."""
    number = float(token.text)
    return write.amount(number, "%" if token.kind == "percent" else "", _decimals(number))


def _filled(steps: str, shown: dict[str, str]) -> str:
    """Put numbers in the place of names, negative ones in brackets."""

    def number(name: re.Match[str]) -> str:
        text = shown[name[1]]
        return f"({text})" if "\u2212" in text else text

    return re.sub(r"\{(\w+)\}", number, steps)
