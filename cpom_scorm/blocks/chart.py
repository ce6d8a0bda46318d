"""A chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from cpom_scorm.blocks.base import Block
from cpom_scorm.blocks.charts.bars import NARROW, WIDE, BarChart, Span
from cpom_scorm.blocks.charts.lines import LineChart, traced
from cpom_scorm.blocks.charts.marks import Box, Drawing, Mark
from cpom_scorm.blocks.charts.scale import decimals_of
from cpom_scorm.blocks.charts.waterfall import floor_of, spans
from cpom_scorm.schema import InlineMarkdown, Many, Model, PlainText

if TYPE_CHECKING:
    from cpom_scorm.blocks.base import PageWriter

Value = Annotated[float, Field(ge=-1e12, le=1e12, allow_inf_nan=False)]
_FORMS = {
    "bar": "block.chart.form.bar",
    "line": "block.chart.form.line",
    "waterfall": "block.chart.form.waterfall",
}
"""What each form is called."""
_BARS = (("f-brand", False), ("f-accent", True), ("s-brand", False))
"""For each row of numbers the look of its bars, and whether they are hatched."""


class Series(Model):
    """One row of numbers."""

    label: PlainText
    """What is counted or measured."""
    values: Annotated[Many[Value], Field(min_length=1)]
    """One for each category, in the same order. In a waterfall the first and the last are totals, the others
    changes."""


class Chart(Block):
    """A few numbers as bars, lines or a waterfall, drawn from the numbers when the course is built.

    Bars and lines begin at zero. A `waterfall` shows the changes that lead from one total to another.

    Accessibility:
        The chart is an image with a text that says what it shows: yours, or one made from the numbers. The
        numbers themselves open as a table below it, and are open in print. Series differ by pattern, marker
        or dashes as well as by color. Phones get lying bars and fewer words along the axis, at full size.

    Example:
        - kind: chart
          form: waterfall
          title: Volume explains a little more than half of the overrun.
          caption: Days are adjusted patient days; figures are fictional.
          unit: $
          categories: [Budget, Volume, Rate, Actual]
          series:
          - {label: Drug cost, values: [1500000, 60000, 52000, 1612000]}
          cut: true
    """

    kind: Literal["chart"]
    form: Literal["bar", "line", "waterfall"]
    title: PlainText
    """The finding, as a sentence: what readers are to see."""
    caption: InlineMarkdown | None = None
    """What else is to be known: where the numbers are from, what they leave out."""
    alt: PlainText | None = None
    """What the chart shows, for people who do not see it; put together from the numbers when left out."""
    categories: Annotated[Many[PlainText], Field(min_length=1, max_length=24)]
    """What stands along the axis. Lines need an order, such as that of months."""
    category_label: PlainText | None = None
    """What the categories are, such as Month; heads their column in the table."""
    series: Annotated[Many[Series], Field(min_length=1, max_length=3)]
    unit: PlainText | None = None
    """Of all numbers: `$`, `%`, `days`. A sign of money stands before the number."""
    decimals: Annotated[int, Field(ge=0, le=6)] | None = None
    """Of all numbers; as many as they need when left out."""
    cut: bool = False
    """In a waterfall, whether the totals are cut at the base so that the steps show. Readers are told."""

    def facts(self, write: PageWriter) -> dict[str, Any]:
        """Give `wide` and `narrow` (width, height, marks), `alt`, `cut_at`, `keys` and the table's `rows`."""
        drawings = {"wide": self._drawn(write, WIDE), "narrow": self._drawn(write, NARROW)}
        shown = {name: one.mirrored() if write.is_rtl else one for name, one in drawings.items()}
        floor = self._floor
        return {
            **shown,
            "alt": self.alt or self._alt(write),
            "cut_at": self._amount(write, floor) if floor else "",
            "keys": [self._key(number) for number in range(len(self.series))] if len(self.series) > 1 else [],
            "rows": [
                (name, [self._texts(write)[row][at] for row in range(len(self.series))])
                for at, name in enumerate(self.categories)
            ],
        }

    @property
    def _floor(self) -> float:
        """Give where the bars begin."""
        return floor_of(self.series[0].values) or 0 if self.cut and self.form == "waterfall" else 0

    def _drawn(self, write: PageWriter, width: float) -> Drawing:
        if self.form == "line":
            lines = tuple((one.label, one.values) for one in self.series)
            return LineChart(self.categories, lines, lambda tick: self._tick(write, tick)).drawn(width)
        chart = BarChart(
            tuple(zip(self.categories, self._groups(write), strict=True)),
            lambda tick: self._tick(write, tick),
            self._floor,
            is_joined=self.form == "waterfall",
        )
        return chart.wide() if width == WIDE else chart.rows(width)

    def _groups(self, write: PageWriter) -> list[tuple[Span, ...]]:
        texts = self._texts(write)
        if self.form == "waterfall":
            bars = spans(self.series[0].values, texts[0], is_cut=bool(self._floor))
            return [(bar,) for bar in bars]
        rows = [
            [
                Span(0, value, text, *_BARS[number])
                for value, text in zip(one.values, texts[number], strict=True)
            ]
            for number, one in enumerate(self.series)
        ]
        return list(zip(*rows, strict=True))

    def _texts(self, write: PageWriter) -> list[list[str]]:
        """Give every number as it is written, row by row."""
        between = range(1, len(self.categories) - 1) if self.form == "waterfall" else range(0)
        return [
            [self._amount(write, value, is_change=at in between) for at, value in enumerate(one.values)]
            for one in self.series
        ]

    def _amount(self, write: PageWriter, value: float, *, is_change: bool = False) -> str:
        decimals = self.decimals
        if decimals is None:
            decimals = decimals_of(value for one in self.series for value in one.values)
        return write.amount(value, self.unit or "", decimals, is_change=is_change)

    def _tick(self, write: PageWriter, value: float) -> str:
        return write.amount(value, self.unit or "", decimals_of([value]))

    def _alt(self, write: PageWriter) -> str:
        """Say from where to where the numbers go; the table says the rest."""
        texts = self._texts(write)
        told = [write.text(_FORMS[self.form])]
        if self.form == "waterfall":
            named = list(zip(self.categories, texts[0], strict=True))
            told += [write.text("block.chart.step", name=name, amount=amount) for name, amount in named]
        else:
            told += [self._range(write, number, texts[number]) for number in range(len(self.series))]
        return " ".join(told)

    def _range(self, write: PageWriter, number: int, texts: list[str]) -> str:
        values = self.series[number].values
        least, most = values.index(min(values)), values.index(max(values))
        return write.text(
            "block.chart.range",
            row=self.series[number].label,
            low=texts[least],
            low_at=self.categories[least],
            high=texts[most],
            high_at=self.categories[most],
        )

    def _key(self, number: int) -> dict[str, Any]:
        """Give the name of a row and how it is drawn."""
        look, is_hatched = _BARS[number]
        marks: tuple[Mark, ...] = (Box(0, 0, 28, 14, look, is_hatched),)
        if self.form == "line":
            marks = tuple(traced(((0, 7), (14, 7), (28, 7)), number))
            marks = (marks[0], marks[2])
        return {"label": self.series[number].label, "drawing": Drawing(28, 14, marks)}
