"""A number to work out."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field

from cpom_scorm.blocks import Writer
from cpom_scorm.editions.edition import ResponseForm
from cpom_scorm.interactions.base import Interaction
from cpom_scorm.interactions.responses import Letters, number_range, number_text
from cpom_scorm.schema import Model, PlainText

LARGEST = 9_999_999_999
"""Ten digits, what every LMS takes of a real number (2004 RTE 4.1.1.7), and so the most learners can type."""

Number = Annotated[float, Field(ge=-LARGEST, le=LARGEST, allow_inf_nan=False)]


class Range(Model):
    """What counts as correct, both ends included."""

    min: Number
    max: Number


class Numeric(Interaction):
    """A field for a number. Without `tolerance` and `range` only `correct` itself is correct.

    Example:
        - kind: numeric
          id: days_of_stock
          stem: Yearly use is $18,250,000 and stock is $1,250,000. How many days of stock is that?
          label: Stock on hand
          correct: 25
          tolerance: 0.5
          unit: days
          feedback: Daily use is $50,000, and 1,250,000 divided by 50,000 is 25 days.
    """

    kind: Literal["numeric"]
    correct: Number
    """The exact answer, which learners are shown."""
    tolerance: Annotated[float, Field(ge=0, le=LARGEST, allow_inf_nan=False)] | None = None
    """How far from `correct` an answer may be, to both sides."""
    range: Range | None = None
    """The other way to say what counts as correct: the smallest and the largest number."""
    unit: PlainText | None = None
    """Shown after the field."""
    label: PlainText | None = None
    """Text of the field; "Your answer" in the course's language when left out."""

    def limits(self) -> tuple[Decimal, Decimal]:
        """Give the smallest and the largest number that are correct, free of binary rounding."""
        if self.range is not None:
            return _decimal(self.range.min), _decimal(self.range.max)
        correct, tolerance = _decimal(self.correct), _decimal(self.tolerance or 0)
        return max(correct - tolerance, Decimal(-LARGEST)), min(correct + tolerance, Decimal(LARGEST))

    def key(self) -> dict[str, str]:
        """Give `correct`, `min` and `max` as decimal texts."""
        low, high = self.limits()
        return {
            "correct": number_text(_decimal(self.correct)),
            "min": number_text(low),
            "max": number_text(high),
        }

    def encode(self, response: str, form: ResponseForm, letters: Letters) -> str:  # noqa: ARG002
        """Write the number, which is the same to all LMSs."""
        return response

    def correct_patterns(self, part: str, form: ResponseForm, letters: Letters) -> tuple[str, ...]:  # noqa: ARG002
        """Write the range, or the target where the edition has no ranges."""
        low, high = self.limits()
        return (number_range(low, _decimal(self.correct), high, form),)

    def view(self, write: Writer) -> dict[str, Any]:
        """Add `label` and `unit`, plain texts that may be empty."""
        return {**super().view(write), "label": self.label or "", "unit": self.unit or ""}


def _decimal(number: float) -> Decimal:
    """The number as the author wrote it: 0.1 is a tenth."""
    return Decimal(str(number))
