"""Every rule about courses: those checked here, and those met while a course is read, locked or rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.course.findings import LOADING_RULES
from cpom_scorm.course.lock_rules import LOCK_RULES
from cpom_scorm.render.findings import TEMPLATE_RULES
from cpom_scorm.rule import Severity
from cpom_scorm.rules.course_rules import (
    accessibility,
    addresses,
    answer_keys,
    calculators,
    charts,
    embeds,
    hotspots,
    ids,
    item_writing,
    layouts,
    media,
    numeric_keys,
    org_charts,
    pools,
    questions,
    recordings,
    references,
    responsibilities,
    scenarios,
    scenes,
    scoring,
    self_ratings,
    settings,
    structure,
    texts,
    typed_answers,
    wording,
)
from cpom_scorm.yaml_source import YAML_RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.diagnostics import Diagnostic
    from cpom_scorm.rule import Rule

_MODULES = (
    ids,
    structure,
    org_charts,
    responsibilities,
    scenes,
    scoring,
    texts,
    questions,
    answer_keys,
    numeric_keys,
    typed_answers,
    hotspots,
    scenarios,
    pools,
    references,
    settings,
    item_writing,
    layouts,
    media,
    recordings,
    embeds,
    addresses,
    charts,
    calculators,
    self_ratings,
    wording,
    accessibility,
)

COURSE_RULES: tuple[Rule, ...] = (
    *YAML_RULES,
    *LOADING_RULES,
    *LOCK_RULES,
    *TEMPLATE_RULES,
    *(rule for module in _MODULES for rule in module.RULES),
)


_ABOUT_THE_WHOLE = (
    structure.course_without_sections,
    structure.section_without_pages,
    references.objective_unknown,
    references.revisit_unknown,
    references.objective_without_question,
    self_ratings.rating_unknown,
    addresses.origin_unused,
    wording.link_leads_nowhere,
)
"""What these miss may stand in a part of the course that could not be read."""


def judge_course(loaded: LoadedCourse, *, strict: bool = False) -> Iterator[Diagnostic]:
    """Run every check over a course that was loaded without errors.

    Notes that weigh more under `strict` are advice for those who ask for it: they are not told otherwise.
    """
    return _judged(loaded, COURSE_RULES, strict=strict)


def judge_part(part: LoadedCourse, *, strict: bool = False) -> Iterator[Diagnostic]:
    """Run the checks that hold for any part over what could be read of a course."""
    rules = tuple(rule for rule in COURSE_RULES if rule not in _ABOUT_THE_WHOLE)
    return _judged(part, rules, strict=strict)


def _judged(loaded: LoadedCourse, rules: tuple[Rule, ...], *, strict: bool) -> Iterator[Diagnostic]:
    for rule in rules:
        if rule.check and (strict or rule.severity is not Severity.NOTE or rule.strict is None):
            yield from rule.check(loaded)


__all__ = ["COURSE_RULES", "judge_course", "judge_part"]
