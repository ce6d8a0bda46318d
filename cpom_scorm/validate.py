"""Use case: judge a package. Ours and anyone's pass the same rules."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic, Report
from cpom_scorm.package.archive.opening import DEFAULT_LIMITS, open_package
from cpom_scorm.package.grammar import check_grammar
from cpom_scorm.rules.package_rules import FILE_RULES, MANIFEST_RULES
from cpom_scorm.rules.package_rules.lms import behaviours_of, lms_findings, with_consequences
from cpom_scorm.rules.policy import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpom_scorm.editions import Edition
    from cpom_scorm.lms import Lms
    from cpom_scorm.package.archive.limits import Limits
    from cpom_scorm.package.model import Package
    from cpom_scorm.rule import Rule
    from cpom_scorm.rules.policy import Policy

MOST_FINDINGS = 50
"""Of one rule. The rest is counted: a report of 20,000 lines helps nobody."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of judging one file or folder."""

    path: str
    """As it was named."""
    edition: Edition | None
    """None when the manifest could not be read or is of no edition that we know."""
    report: Report
    identifier: str | None = None
    """What the manifest calls the package; None where it says nothing, or could not be read."""

    @property
    def valid(self) -> bool:
        """Whether the package is accepted: it has no error."""
        return not self.report.has_errors


def validate_package(
    path: Path,
    *,
    strict: bool = False,
    policy: Policy = EVERYTHING,
    limits: Limits = DEFAULT_LIMITS,
    profiles: tuple[Lms, ...] = (),
) -> Verdict:
    """Judge a zip or a folder, for these LMSs. Never raises for what it finds there."""
    name = path.as_posix()
    opened = open_package(path, name, limits)
    if opened.package is None:
        return Verdict(name, None, policy.applied_to(_report(opened.diagnostics, strict=strict)))
    package = opened.package
    report = policy.applied_to(_report((*opened.diagnostics, *_findings(package, profiles)), strict=strict))
    identifier = package.manifest.identifier if package.manifest else None
    return Verdict(name, package.edition, report, identifier)


def verify(package: Package, *, strict: bool, profiles: tuple[Lms, ...] = ()) -> Report:
    """Judge a package that is not on disk: what we are about to write."""
    return _report((*_findings(package, profiles),), strict=strict)


def _findings(package: Package, profiles: tuple[Lms, ...]) -> Iterator[Diagnostic]:
    """Find what breaks the standard, and what these LMSs make of it and of what the standard allows."""
    behaviours = behaviours_of(profiles)
    yield from with_consequences(_faults(package), package, behaviours)
    yield from lms_findings(package, behaviours)


def _faults(package: Package) -> Iterator[Diagnostic]:
    """Run every layer whose inputs exist: a package that is not SCORM is told so once, not forty times."""
    yield from package.diagnostics
    yield from _checked(FILE_RULES, package)
    if package.document is not None and package.edition is not None:
        yield from check_grammar(package.document, package.edition)
        yield from _checked(MANIFEST_RULES, package)


def _checked(rules: tuple[Rule, ...], package: Package) -> Iterator[Diagnostic]:
    for rule in rules:
        if rule.check is not None:
            yield from rule.check(package)


def _report(findings: tuple[Diagnostic, ...], *, strict: bool) -> Report:
    report = Report.of(findings, strict=strict)
    counts = Counter(found.rule.id for found in report)
    if all(count <= MOST_FINDINGS for count in counts.values()):
        return report
    return Report.of(_shortened(report, counts))


def _shortened(report: Report, counts: Counter[str]) -> Iterator[Diagnostic]:
    """Keep the first findings of each rule and say of how many the rest is; no error is hidden by it."""
    shown: Counter[str] = Counter()
    left_out: dict[str, Diagnostic] = {}
    for found in report:
        shown[found.rule.id] += 1
        if shown[found.rule.id] <= MOST_FINDINGS:
            yield found
            continue
        heaviest = left_out.setdefault(found.rule.id, found)
        if found.severity.rank < heaviest.severity.rank:
            left_out[found.rule.id] = found
    for rule_id, found in left_out.items():
        message = f"{counts[rule_id] - MOST_FINDINGS} more findings of this kind are left out"
        yield Diagnostic(found.rule, message, weight=found.severity)
