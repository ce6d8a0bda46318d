"""Judges the corpus and counts: what was found of what is wrong, and what was refused that is right."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpom_scorm.lms import lms_named
from cpom_scorm.validate import validate_package
from tests.corpus.bases import BASES
from tests.corpus.catalogue import spoilt
from tests.corpus.model import zipped

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.corpus.model import Defect, Good

Findings = Counter[tuple[str, str]]
"""Rule and severity of each finding, counted."""
_SEVERITY = {"refuse": "error", "warn": "warning", "note": "note"}


@dataclass(slots=True)
class Tally:
    """The numbers of one class of rules; a class is what stands before the hyphen of an id."""

    packages: Counter[str] = field(default_factory=Counter)
    """What is expected (refuse, warn, note) → spoilt packages."""
    found: Counter[str] = field(default_factory=Counter)
    """The same, of those that have a finding of this weight or, for notes, of this rule."""
    named: int = 0
    """Spoilt packages in which the finding has the very id of the catalogue."""
    wrongly_refused: int = 0
    """Packages that deserve no error and have one of this class."""

    def recall(self, expected: str) -> float:
        """Give the share that was found, 1.0 of nothing."""
        return self.found[expected] / self.packages[expected] if self.packages[expected] else 1.0

    def precision(self) -> float:
        """Give the share of refusals that are deserved, 1.0 of nothing."""
        refused = self.found["refuse"] + self.wrongly_refused
        return self.found["refuse"] / refused if refused else 1.0

    def add(self, other: Tally) -> None:
        """Add the numbers of another class."""
        self.packages += other.packages
        self.found += other.found
        self.named += other.named
        self.wrongly_refused += other.wrongly_refused


@dataclass(slots=True)
class Score:
    """What came of the whole corpus."""

    classes: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    missed: list[str] = field(default_factory=list)
    """Spoilt packages without the finding that they must have, one line each."""
    refused: list[str] = field(default_factory=list)
    """Good packages with an error, one line each."""
    good: int = 0

    def total(self) -> Tally:
        """Give the sum of all classes."""
        whole = Tally()
        for tally in self.classes.values():
            whole.add(tally)
        return whole


class Judge:
    """Validates packages in one folder, and knows what the right ones already have."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "package.zip"
        self._known: dict[tuple[str, str, str], Findings] = {}

    def findings(self, data: bytes, lms: str = "") -> Findings:
        """Give the findings on a zip, for an LMS if one is named."""
        self._path.write_bytes(data)
        report = validate_package(self._path, profiles=(lms_named(lms),) if lms else ()).report
        return Counter((found.rule.id, found.severity.value) for found in report)

    def more_than_before(self, defect: Defect, edition: str, data: bytes) -> Findings:
        """Give the findings that the right package does not have."""
        lms = defect.name.partition("-")[0] if defect.rule.startswith("LMS-") else ""
        key = (defect.base, edition, lms)
        if key not in self._known:
            self._known[key] = self.findings(zipped(BASES[defect.base](edition)), lms)
        return self.findings(data, lms) - self._known[key]

    def judge_defects(self, defects: Iterable[Defect], score: Score) -> None:
        """Count what is found of what was spoilt."""
        for defect in defects:
            family, severity = defect.rule.partition("-")[0], _SEVERITY[defect.expected]
            tally = score.classes[family]
            for edition, data in spoilt(defect):
                found = self.more_than_before(defect, edition, data)
                if family == "LMS":  # What one LMS cannot do may be an error for it.
                    found = Counter({(rule, severity): count for (rule, _), count in found.items()})
                named = (defect.rule, severity) in found
                is_met = named if severity == "note" else any(weight == severity for _, weight in found)
                tally.packages[defect.expected] += 1
                tally.found[defect.expected] += is_met
                tally.named += named
                if not is_met:
                    line = f"{defect.rule} {defect.name} ({edition}): wanted {severity}, got {dict(found)}"
                    score.missed.append(line)
                if severity != "error":
                    self._count_errors(found, score)

    def judge_good(self, packages: Iterable[Good], score: Score) -> None:
        """Count what is refused without a reason."""
        for package in packages:
            found = self.findings(zipped(package.files))
            score.good += 1
            self._count_errors(found, score)
            errors = sorted(rule for rule, weight in found if weight == "error")
            if errors:
                score.refused.append(f"{package.name} ({package.edition}): {', '.join(errors)}")

    @staticmethod
    def _count_errors(found: Findings, score: Score) -> None:
        for family in {rule.partition("-")[0] for rule, weight in found if weight == "error"}:
            score.classes[family].wrongly_refused += 1


def table(score: Score) -> str:
    """Write the numbers by class for people."""
    head = "class   refuse  recall  warn  recall  note  own id  precision"
    rows = [_row(name, tally) for name, tally in sorted(score.classes.items())]
    passed = 1 - len(score.refused) / max(score.good, 1)
    good = f"good packages: {score.good}, without an error: {passed:.1%}"
    return "\n".join([head, *rows, _row("all", score.total()), good, *score.missed, *score.refused])


def _row(name: str, tally: Tally) -> str:
    packages = sum(tally.packages.values())
    named = f"{tally.named / packages:.1%}" if packages else "-"
    return (
        f"{name:<7}{tally.packages['refuse']:>7}{tally.recall('refuse'):>8.1%}{tally.packages['warn']:>6}"
        f"{tally.recall('warn'):>8.1%}{tally.packages['note']:>6}{named:>8}{tally.precision():>11.1%}"
    )
