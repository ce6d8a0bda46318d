"""Judges a package for certain LMSs: one finding for one fault, which tells what each of them makes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpom_scorm.editions import EDITIONS
from cpom_scorm.lms import GENERIC, UNASKED
from cpom_scorm.rules.package_rules import lms_files, lms_playing, lms_reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpom_scorm.diagnostics import Diagnostic
    from cpom_scorm.lms import Behaviour, Lms
    from cpom_scorm.package.model import Package

RULES = (*lms_reading.RULES, *lms_playing.RULES, *lms_files.RULES)
"""Their checks take a package and a behaviour of an LMS, and say what is in the package."""

_RULE = {rule.id: rule for rule in RULES}


def behaviours_of(profiles: Iterable[Lms]) -> tuple[Behaviour, ...]:
    """Give what is known of these LMSs; where none is named, what every package is judged by."""
    named = tuple(profiles)
    if named:
        return tuple(behaviour for lms in named for behaviour in lms.behaviours)
    return tuple(behaviour for behaviour in GENERIC.behaviours if behaviour.rule in UNASKED)


def lms_findings(package: Package, behaviours: Iterable[Behaviour]) -> Iterator[Diagnostic]:
    """Find what goes wrong in an LMS that behaves so, though the standard allows it."""
    met: dict[tuple[object, ...], tuple[Diagnostic, list[Behaviour]]] = {}
    for behaviour in behaviours:
        rule = _RULE.get(behaviour.rule)
        if rule is None or rule.check is None or not _concerns(package, behaviour):
            continue
        for found in rule.check(package, behaviour):
            met.setdefault(found.sort_key, (found, []))[1].append(behaviour)
    for found, causes in met.values():
        yield _told(replace(found, weight=causes[0].severity), causes)


def with_consequences(
    findings: Iterable[Diagnostic], package: Package, behaviours: Iterable[Behaviour]
) -> Iterator[Diagnostic]:
    """Add to other findings what these LMSs make of them."""
    known: dict[str, list[Behaviour]] = {}
    for behaviour in behaviours:
        if behaviour.rule not in _RULE and _concerns(package, behaviour):
            known.setdefault(behaviour.rule, []).append(behaviour)
    for found in findings:
        causes = known.get(found.rule.id)
        yield _told(found, causes) if causes else found


def _concerns(package: Package, behaviour: Behaviour) -> bool:
    return behaviour.editions == EDITIONS or package.edition in behaviour.editions


def _told(found: Diagnostic, causes: list[Behaviour]) -> Diagnostic:
    does = dict.fromkeys(cause.does for cause in causes)
    evidence = dict.fromkeys(cause.evidence for cause in causes)
    return replace(
        found,
        message="; ".join((found.message, *does)),
        help=f"{found.help or 'repair it'} (known from {'; '.join(evidence)})",
        weight=min((found.severity, *(cause.severity for cause in causes)), key=lambda weight: weight.rank),
    )
