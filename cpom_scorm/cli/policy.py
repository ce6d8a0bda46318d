"""--select, --ignore, --severity and --fail-on, and the settings file that says the same."""

from __future__ import annotations

import functools
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cpom_scorm.diagnostics import Report
from cpom_scorm.reporters.judged import Judged
from cpom_scorm.rule import Severity
from cpom_scorm.rules.policy import FAIL_LEVELS, SETTINGS_NAME, Policy, stands

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cpom_scorm.rule import Rule
    from cpom_scorm.rules.settings_file import Settings


def fail_on_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --fail-on, which is None where it is not given."""
    return click.option(
        "--fail-on",
        type=click.Choice(FAIL_LEVELS),
        show_default="error",
        help="The lightest finding that makes the exit code 1.",
    )(function)


def policy_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --select, --ignore, --severity and --fail-on; the command gets what they say as `asked`."""

    def with_policy(
        *,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        severity: tuple[str, ...],
        fail_on: str | None,
        **others: Any,
    ) -> Any:
        asked = Policy(_selected(select), dict(_ignored(ignore)), dict(_severities(severity)), fail_on)
        return function(asked=asked, **others)

    decorated: Callable[..., Any] = functools.wraps(function)(with_policy)
    for option in (
        fail_on_option,
        click.option(
            "--severity",
            multiple=True,
            metavar="RULE=WEIGHT",
            help="Let findings of the rule weigh error, warning or note.",
        ),
        click.option(
            "--ignore",
            multiple=True,
            metavar="RULE=REASON",
            help="Live with what the rule finds, and say why; it is counted and fails nothing.",
        ),
        click.option(
            "--select",
            multiple=True,
            metavar="RULE[,RULE]...",
            help="Judge by these rules or families only, such as RES,SEQ-007.",
        ),
    ):
        decorated = option(decorated)
    return decorated


def policy_beside(folder: Path, asked: Policy) -> tuple[Policy, Settings | None]:
    """Give what was asked for over what the settings file of a folder says."""
    if not (folder / SETTINGS_NAME).exists():
        return asked, None
    from cpom_scorm.rules.settings_file import read_settings

    settings = read_settings(folder)
    return (asked.over(settings.policy), settings) if settings else (asked, None)


def policies_beside(paths: Iterable[str], asked: Policy) -> tuple[list[Policy], list[Judged]]:
    """Give the policy of each package, and the settings files that have something wrong."""
    # Beside packages, never inside one: a stranger does not say what is judged.
    folders = [Path(path).parent for path in paths]
    found = {folder: policy_beside(folder, asked) for folder in dict.fromkeys(folders)}
    wrong = [
        Judged((folder / SETTINGS_NAME).as_posix(), settings.report)
        for folder, (_, settings) in found.items()
        if settings and settings.report.diagnostics
    ]
    return [found[folder][0] for folder in folders], wrong


def judge_by(course: Path, asked: Policy, report: Report, *, building: bool = False) -> tuple[Report, Policy]:
    """Apply what was asked for, and the settings of a course, to what was found in it.

    A build keeps what is not selected: it has to say what it refuses.
    """
    policy, settings = policy_beside(course, asked)
    if building:
        policy = replace(policy, selected=None)
    judged = policy.applied_to(report)
    if settings is None:
        return judged, policy
    unused = () if building or policy.selected is not None else settings.unused(judged)
    return judged + settings.report + Report.of(unused), policy


def _selected(words: Iterable[str]) -> frozenset[str] | None:
    named = [rule.id for word in words for part in word.split(",") for rule in _named(part, families=True)]
    return frozenset(named) if words else None


def _ignored(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    for rule, reason in _pairs(words, "--ignore", "REASON"):
        if stands(rule):
            raise click.UsageError(f'"{rule.id}" always stands: it cannot be ignored')
        yield rule.id, reason


def _severities(words: Iterable[str]) -> Iterator[tuple[str, Severity]]:
    for rule, level in _pairs(words, "--severity", "WEIGHT"):
        if level not in tuple(Severity):
            raise click.UsageError(f'"{level}" is no weight: write error, warning or note')
        if stands(rule) and level != Severity.ERROR:
            raise click.UsageError(f'"{rule.id}" always stands: it cannot be lowered')
        yield rule.id, Severity(level)


def _pairs(words: Iterable[str], option: str, what: str) -> Iterator[tuple[Rule, str]]:
    for word in words:
        name, _, value = (part.strip() for part in word.partition("="))
        (rule,) = _named(name, families=False)
        if not value:
            raise click.UsageError(f'write {option} {rule.id}={what}: "{word}" says no {what.lower()}')
        yield rule, value


def _named(word: str, *, families: bool) -> tuple[Rule, ...]:
    from cpom_scorm.rules.names import NotNamed, rules_asked_for

    try:
        return rules_asked_for(word, families=families)
    except NotNamed as unknown:
        raise click.UsageError(f"{unknown.message}: {unknown.remedy}") from unknown
