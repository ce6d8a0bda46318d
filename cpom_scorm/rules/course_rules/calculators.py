"""Whether the formulas of a calculator can be worked out, and with which numbers."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, NamedTuple

from cpom_scorm.blocks import Calculator
from cpom_scorm.blocks.calculator import share_of
from cpom_scorm.blocks.formula import (
    FUNCTIONS,
    Formula,
    FormulaFault,
    NoResult,
    read_formula,
    worked_out,
)
from cpom_scorm.course.markdown_scan import Found
from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.source import DataPath, Span

_WHOLE = 1e-9
"""As a fraction: numbers with fractions do not divide exactly. The player judges by the same."""


class _Read(NamedTuple):
    """A formula that could be read, with its place and what it may name."""

    path: DataPath
    formula: Formula
    label: str
    name: str | None
    known: tuple[str, ...]

    def unknown(self) -> Iterator[tuple[str, int]]:
        """Give the names that nothing has, with their columns."""
        for token in self.formula.names():
            if token.text not in self.known:
                yield token.text, token.column


@rule("CRS-110", "formula-unreadable", Severity.ERROR, since="0.1", spec="author's format")
def formula_unreadable(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A formula cannot be read.

    What: something in `formula` is no number, name, sign or function, or stands where it has no meaning.
    Why it matters: nothing could be worked out.
    Example: `formula: use / 1,000`.
    Fix: use numbers without commas, the names of inputs, `+ - * / ^`, brackets and the functions `abs`,
    `round`, `min` and `max`, with `;` between what they take.
    """
    for path, calculator in blocks_of(loaded, Calculator):
        for at, output in enumerate(calculator.outputs):
            try:
                read_formula(output.formula)
            except FormulaFault as fault:
                span = _place(loaded, (*path, "outputs", at, "formula"), fault.column, fault.width)
                yield Diagnostic(formula_unreadable, fault.message, span, fault.help)


@rule("CRS-111", "formula-name-unknown", Severity.ERROR, since="0.1", spec="author's format")
def formula_name_unknown(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A formula names a number that does not exist.

    What: a word in `formula` is neither the `name` of an input nor of an output above it.
    Why it matters: nothing could be worked out.
    Example: `formula: use / stok` where the input is called `stock`.
    Fix: write the name as it stands at the input; put an output below those that it needs.
    """
    for read in _formulas(loaded):
        for name, column in read.unknown():
            near = difflib.get_close_matches(name, read.known, 1)
            message = f'"{name}" is no input, and no output above this one'
            help_text = f'write "{near[0]}"' if near else f"use one of {', '.join(read.known)}"
            yield Diagnostic(
                formula_name_unknown, message, _place(loaded, read.path, column, len(name)), help_text
            )


@rule("CRS-112", "formula-without-result", Severity.ERROR, since="0.1", spec="author's format")
def formula_without_result(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A formula has no result.

    What: the formula divides by what is always 0, or has no result with the numbers that stand in the fields
    at first.
    Why it matters: learners would see no worked example, and perhaps never a result.
    Example: `formula: use / 0`, or `use / stock` with `default: 0` for `stock`.
    Fix: correct the formula, or choose other defaults.
    """
    for path, calculator in blocks_of(loaded, Calculator):
        values = {one.name: share_of(one) for one in calculator.inputs}
        for read in _read(path, calculator):
            if any(read.unknown()) or not values.keys() >= {token.text for token in read.formula.names()}:
                continue
            column = _always_zero(read.formula)
            if column:
                span = _place(loaded, read.path, column, 1)
                message = "the formula divides by what is always 0"
                yield Diagnostic(formula_without_result, message, span, "divide by something else")
                continue
            try:
                result = worked_out(read.formula.postfix, values)
            except NoResult as none:
                why = "divides by zero" if none.reason == "zero" else "has no result that can be shown"
                message = f'with the defaults, "{read.label}" {why}'
                help_text = "choose other defaults, or correct the formula"
                yield Diagnostic(formula_without_result, message, loaded.span(read.path), help_text)
            else:
                values |= {read.name: result} if read.name else {}


@rule("CRS-113", "input-unused", Severity.WARNING, since="0.1", spec="author's format")
def input_unused(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """No formula uses an input.

    What: the `name` of an input stands in no formula.
    Why it matters: learners change the number and nothing happens.
    Example: the inputs `use` and `stock` with `formula: use / 365` alone.
    Fix: use it in a formula, or remove the input.
    """
    for path, calculator in blocks_of(loaded, Calculator):
        formulas = list(_read(path, calculator))
        used = {token.text for read in formulas for token in read.formula.names()}
        for at, one in enumerate(calculator.inputs):
            if one.name not in used and len(formulas) == len(calculator.outputs):
                message = f'no formula uses "{one.name}"'
                span = loaded.span((*path, "inputs", at, "name"))
                yield Diagnostic(input_unused, message, span, "use it in a formula, or remove it")


@rule("CRS-114", "calculator-name", Severity.ERROR, since="0.1", spec="author's format")
def calculator_name(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A name in a calculator is taken.

    What: two inputs or outputs have the same `name`, or one is called like a function.
    Why it matters: a formula that uses the name would mean either.
    Example: `name: max`.
    Fix: choose another name.
    """
    for path, calculator in blocks_of(loaded, Calculator):
        seen: dict[str, Span] = {}
        for place, name in _names(path, calculator):
            span = loaded.span(place)
            labels = (Label(seen[name], "first used here"),) if name in seen else ()
            if name in FUNCTIONS or labels:
                what = "is a function" if name in FUNCTIONS else "is the name of another number"
                message = f'"{name}" {what}'
                yield Diagnostic(calculator_name, message, span, "choose another name", labels)
            seen.setdefault(name, span)


@rule("CRS-115", "input-limits", Severity.ERROR, since="0.1", spec="author's format")
def input_limits(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The default of an input is refused by its own limits.

    What: `default` is less than `min`, more than `max` or between two steps.
    Why it matters: learners would be told of an error that they have not made.
    Example: `default: 2.5` with `step: 1`.
    Fix: correct the default or the limits.
    """
    for path, calculator in blocks_of(loaded, Calculator):
        for at, one in enumerate(calculator.inputs):
            low, high = one.min, one.max
            steps = (one.default - (low or 0)) / one.step if one.step else 0
            if low is not None and one.default < low:
                why = f'is less than "min", {low:.12g}'
            elif high is not None and one.default > high:
                why = f'is more than "max", {high:.12g}'
            elif abs(steps - round(steps)) > _WHOLE * abs(steps):
                why = f"cannot be reached in steps of {one.step:.12g}"
            else:
                continue
            message = f'"default" is {one.default:.12g}, which {why}'
            span = loaded.span((*path, "inputs", at, "default"))
            yield Diagnostic(input_limits, message, span, "correct the default or the limits")


def _formulas(loaded: LoadedCourse) -> Iterator[_Read]:
    for path, calculator in blocks_of(loaded, Calculator):
        yield from _read(path, calculator)


def _read(path: DataPath, calculator: Calculator) -> Iterator[_Read]:
    """Give the formulas that can be read."""
    known = [one.name for one in calculator.inputs]
    for at, output in enumerate(calculator.outputs):
        before = tuple(known)
        known += [output.name] if output.name else []
        try:
            formula = read_formula(output.formula)
        except FormulaFault:
            continue
        yield _Read((*path, "outputs", at, "formula"), formula, output.label, output.name, before)


def _always_zero(formula: Formula) -> int | None:
    """Give the column of what is 0 whatever the numbers are, and divides."""
    names = {token.text for token in formula.names()}
    for postfix, column in formula.divisors:
        try:
            if not names & set(postfix) and worked_out(postfix, {}) == 0:
                return column
        except NoResult:
            continue
    return None


def _names(path: DataPath, calculator: Calculator) -> Iterator[tuple[DataPath, str]]:
    for at, one in enumerate(calculator.inputs):
        yield (*path, "inputs", at, "name"), one.name
    for at, output in enumerate(calculator.outputs):
        if output.name:
            yield (*path, "outputs", at, "name"), output.name


def _place(loaded: LoadedCourse, path: DataPath, column: int, width: int) -> Span:
    return loaded.place_of(path, Found(1, column, width))


RULES = (
    formula_unreadable,
    formula_name_unknown,
    formula_without_result,
    input_unused,
    calculator_name,
    input_limits,
)
