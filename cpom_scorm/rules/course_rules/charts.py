"""Whether the numbers of a chart can be drawn, and say something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.blocks import Chart
from cpom_scorm.blocks.charts.waterfall import floor_of, missing
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import blocks_of, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.source import DataPath

_FEWEST = {"bar": 2, "line": 2, "waterfall": 3}


@rule("CRS-100", "chart-values-count", Severity.ERROR, since="0.1", spec="author's format")
def chart_values_count(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A series of a chart has another number of values than there are categories.

    What: `values` is longer or shorter than `categories`.
    Why it matters: numbers would stand under the wrong name.
    Example: `categories: [Q1, Q2, Q3]` with `values: [4, 6]`.
    Fix: write one value for each category, in the same order.
    """
    for path, chart in blocks_of(loaded, Chart):
        for at, series in enumerate(chart.series):
            if len(series.values) != len(chart.categories):
                values = counted(len(series.values), "value")
                categories = counted(len(chart.categories), "category", "categories")
                message = f'"{series.label}" has {values}, but the chart has {categories}'
                span = loaded.span((*path, "series", at, "values"))
                help_text = "write one value for each category, in the same order"
                yield Diagnostic(chart_values_count, message, span, help_text)


@rule("CRS-101", "chart-too-small", Severity.WARNING, since="0.1", spec="author's format")
def chart_too_small(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A chart has too few categories to show anything.

    What: bars or a line have a single category, or a waterfall has no change between its totals.
    Why it matters: a picture of one number compares nothing; readers look for what it is meant to show.
    Example: `categories: [This year]`.
    Fix: add categories, or write the number as a sentence.
    """
    for path, chart in blocks_of(loaded, Chart):
        if len(chart.categories) < _FEWEST[chart.form]:
            what = "a single category" if len(chart.categories) == 1 else "no changes, only totals"
            message = f"the chart has {what}, which compares nothing"
            span = loaded.span((*path, "categories"))
            yield Diagnostic(chart_too_small, message, span, "add categories, or write it as a sentence")


@rule("CRS-102", "waterfall-sum", Severity.ERROR, since="0.1", spec="author's format")
def waterfall_sum(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The changes of a waterfall do not lead to its last total.

    What: the first value and all changes together are not the last value.
    Why it matters: the bars would not meet, and readers could not tell which number is wrong.
    Example: `values: [1500, 60, 52, 1600]`, where the changes lead to 1612.
    Fix: correct the changes or the total.
    """
    for path, chart, values in _waterfalls(loaded):
        lack = missing(values)
        if lack and len(values) == len(chart.categories) >= _FEWEST["waterfall"]:
            reached, total = f"{values[-1] - lack:.12g}", f"{values[-1]:.12g}"
            message = f"the changes lead to {reached}, but the last total is {total}"
            span = loaded.span((*path, "series", 0, "values", len(values) - 1))
            yield Diagnostic(waterfall_sum, message, span, "correct the changes or the total")


@rule("CRS-103", "waterfall-series", Severity.ERROR, since="0.1", spec="author's format")
def waterfall_series(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A waterfall has more than one series.

    What: `series` of a waterfall lists several rows of numbers.
    Why it matters: only one way can lead from the first total to the last.
    Example: `form: waterfall` with the series Plan and Actual.
    Fix: keep one series, or make another chart of the others.
    """
    for path, chart, _ in _waterfalls(loaded):
        if len(chart.series) > 1:
            message = (
                f'the waterfall has {len(chart.series)} series, of which only "{chart.series[0].label}" fits'
            )
            span = loaded.span((*path, "series", 1))
            yield Diagnostic(waterfall_series, message, span, "keep one series, or make another chart")


@rule("CRS-104", "chart-cut", Severity.ERROR, since="0.1", spec="author's format")
def chart_cut(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A chart is to be cut that cannot be.

    What: `cut: true` stands in a chart of bars or lines, or in a waterfall that comes near zero or has no
    changes.
    Why it matters: a bar or a line that does not begin at zero shows differences larger than they are. In a
    waterfall that is far from zero readers look at the steps, and are told of the cut.
    Example: `form: bar` with `cut: true`.
    Fix: remove `cut`.
    """
    for path, chart in blocks_of(loaded, Chart):
        is_waterfall = chart.form == "waterfall"
        if chart.cut and not (is_waterfall and floor_of(chart.series[0].values)):
            what = "this waterfall comes too near to zero" if is_waterfall else "only a waterfall can be cut"
            span = loaded.key_span((*path, "cut"))
            yield Diagnostic(chart_cut, f'"cut" cannot be: {what}', span, 'remove "cut"')


def _waterfalls(loaded: LoadedCourse) -> Iterator[tuple[DataPath, Chart, tuple[float, ...]]]:
    for path, chart in blocks_of(loaded, Chart):
        if chart.form == "waterfall":
            yield path, chart, chart.series[0].values


RULES = (chart_values_count, chart_too_small, waterfall_sum, waterfall_series, chart_cut)
