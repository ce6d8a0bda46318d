"""What every format of findings takes: one thing that was judged, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cpom_scorm.rule import Severity
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from cpom_scorm.diagnostics import Report


@dataclass(frozen=True, slots=True)
class Judged:
    """A course, a package, or what was seen while one was played."""

    path: str
    """As it was named."""
    report: Report
    root: str = ""
    """What the files that findings name lie in, such as a zip; "" where they are named in full."""
    about: str = ""
    """What is said of it beside the findings, such as `valid, SCORM 1.2`."""
    fail_on: Severity | None = Severity.ERROR
    """The lightest finding that fails; None when none does."""

    @property
    def fails(self) -> bool:
        """Whether a finding weighs enough to fail."""
        return self.fail_on is not None and self.report.reaches(self.fail_on)

    def place(self, span: Span | None) -> Span:
        """Give a place with the whole path of its file; the thing itself where no place is known."""
        if span is None:
            return Span(self.path)
        return replace(span, file=f"{self.root}/{span.file}") if self.root else span
