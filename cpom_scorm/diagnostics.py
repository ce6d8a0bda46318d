"""Findings about a course or a package, as values. Text, JSON and colours are made in `reporters`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cpom_scorm.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpom_scorm.rule import Rule
    from cpom_scorm.source import Span


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that explains the first, such as where an id was used before."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what is wrong, where, and what to do about it."""

    rule: Rule
    message: str
    """What is wrong, the offending value quoted; lower-case start, no full stop."""
    span: Span | None = None
    help: str = ""
    """The remedy, as one sentence in the imperative."""
    labels: tuple[Label, ...] = ()
    weight: Severity | None = None
    """Set where this finding weighs more or less than its rule usually does."""

    @property
    def severity(self) -> Severity:
        """What this finding weighs."""
        return self.weight or self.rule.severity

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order by place, then by rule, so that reports never depend on the order of checks."""
        span = self.span
        return (
            span.file if span else "",
            (span.line or 0) if span else 0,
            (span.column or 0) if span else 0,
            self.rule.id,
            self.message,
        )


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that somebody has decided to live with, and why."""

    finding: Diagnostic
    reason: str


@dataclass(frozen=True)
class Report:
    """An ordered collection of findings."""

    diagnostics: tuple[Diagnostic, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    """What was found and does not count, in the same order."""

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> Report:
        """Sort, drop repeats and, when strict, apply each rule's strict severity.

        What a check has weighed lighter than its rule stays so.
        """
        kept: dict[tuple[object, ...], Diagnostic] = {}
        for found in diagnostics:
            heavier = found.rule.strict if strict else None
            if heavier is not None and heavier.rank < found.severity.rank <= found.rule.severity.rank:
                found = replace(found, weight=heavier)
            kept.setdefault(found.sort_key, found)
        return cls(tuple(kept[key] for key in sorted(kept)))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __len__(self) -> int:
        return len(self.diagnostics)

    def __add__(self, other: Report) -> Report:
        both = Report.of((*self.diagnostics, *other.diagnostics))
        return replace(both, ignored=(*self.ignored, *other.ignored))

    def without_texts(self) -> Report:
        """Give the same findings without the texts of their files: what is kept where reports are many."""
        ignored = tuple(replace(each, finding=_without_text(each.finding)) for each in self.ignored)
        return Report(tuple(map(_without_text, self.diagnostics)), ignored)

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(found.severity for found in self.diagnostics)

    @property
    def has_errors(self) -> bool:
        """Whether the course or package is refused."""
        return self.counts[Severity.ERROR] > 0

    def reaches(self, level: Severity) -> bool:
        """Whether any finding weighs as much as `level` or more."""
        return any(found.severity.rank <= level.rank for found in self.diagnostics)


def _without_text(found: Diagnostic) -> Diagnostic:
    span = replace(found.span, source=None) if found.span else None
    labels = tuple(replace(label, span=replace(label.span, source=None)) for label in found.labels)
    return replace(found, span=span, labels=labels)
