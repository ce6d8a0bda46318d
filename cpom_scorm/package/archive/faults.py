"""A fault of an archive before anybody knows whether the manifest needs the entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from cpom_scorm.rule import Rule, Severity


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with an archive or one of its entries."""

    rule: Rule
    message: str
    help: str = ""
    entry: str | None = None
    """The entry's name; None for a fault of the archive as a whole."""
    weight: Severity | None = None
    """What it weighs where that is not the rule's own severity."""
    weight_if_needed: Severity | None = None
    """What it weighs when the manifest needs the entry."""
    is_end: bool = False
    """Whether there is no package to judge after this fault."""

    def diagnostic(self, archive: str, *, needed: bool) -> Diagnostic:
        """Make the finding that people see."""
        weight = self.weight_if_needed if needed and self.weight_if_needed else self.weight
        span = Span(archive if self.entry is None else self.entry)
        return Diagnostic(self.rule, self.message, span, self.help, weight=weight)
