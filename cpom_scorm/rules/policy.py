"""What somebody wants judged: which rules, which of them to live with, and what each weighs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic, Ignored, Report
from cpom_scorm.rule import Severity
from cpom_scorm.rules.families import family_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpom_scorm.rule import Rule


SETTINGS_NAME = "cpom-scorm.yaml"
"""The file in the folder of a course, or beside packages, that holds a policy."""
NEVER = "never"
"""Said where no finding is to fail."""
FAIL_LEVELS = (*(level.value for level in Severity), NEVER)


@dataclass(frozen=True, slots=True)
class Policy:
    """A choice of rules, by their ids. As it is made, everything counts as its rule says."""

    selected: frozenset[str] | None = None
    """The rules that count; all where it is None. Rules that stand count in any case."""
    ignored: Mapping[str, str] = field(default_factory=dict)
    """Rule → why its findings do not count."""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """Rule → what its findings weigh."""
    fail_on: str | None = None
    """The weight that fails, or `never`; None where nothing is said."""

    @property
    def fail_level(self) -> Severity | None:
        """The lightest finding that fails; None when none does."""
        return None if self.fail_on == NEVER else Severity(self.fail_on or Severity.ERROR)

    def over(self, other: Policy) -> Policy:
        """Give both, this one first where they differ."""
        return Policy(
            other.selected if self.selected is None else self.selected,
            {**other.ignored, **self.ignored},
            {**other.severities, **self.severities},
            self.fail_on or other.fail_on,
        )

    def applied_to(self, report: Report) -> Report:
        """Give the report with what counts, as it weighs, and what is ignored beside it."""
        if not (self.selected is not None or self.ignored or self.severities):
            return report
        kept = tuple(self._kept(report))
        counted = Report(tuple(found for found in kept if isinstance(found, Diagnostic)))
        ignored = tuple(found for found in kept if isinstance(found, Ignored))
        return replace(counted, ignored=(*report.ignored, *ignored))

    def _kept(self, report: Report) -> Iterator[Diagnostic | Ignored]:
        for found in report:
            name = found.rule.id
            if stands(found.rule):
                yield found
            elif self.selected is None or name in self.selected:
                weighed = replace(found, weight=self.severities.get(name, found.weight))
                yield Ignored(weighed, self.ignored[name]) if name in self.ignored else weighed


EVERYTHING = Policy()
"""Every rule counts, as it weighs by itself."""


def stands(rule: Rule) -> bool:
    """Whether a rule can be neither ignored nor lowered.

    Behind such an error nothing can be read, or reading on is dangerous; no course with an error is built.
    """
    if rule.severity is not Severity.ERROR:
        return False
    family = family_of(rule)
    if family.subject == "course" or family.id in ("PKG", "XML") or "security" in rule.spec:
        return True
    from cpom_scorm.package.manifest.detection_rules import DETECTION_RULES

    return rule in DETECTION_RULES
