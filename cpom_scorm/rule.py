"""What a rule is: the identity, severity and page of one check. The registry lives in `rules`."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Severity(StrEnum):
    """How much a finding weighs. An error means the course or package is refused."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong, named for good: ids are never reused."""

    id: str
    """Family and three digits, such as `RES-004`; people search for it."""
    name: str
    """The same in words, kebab-case."""
    severity: Severity
    """What a finding weighs unless the check says otherwise."""
    since: str
    """The release that brought the rule."""
    spec: str
    """Part and clause of the standard, or the LMS that forces it."""
    strict: Severity | None = None
    """What a finding weighs under `--strict`, when that differs."""
    page: str = ""
    """The rule's manual page: its check's docstring, headed What, Why it matters, Example, Fix."""
    check: Callable[..., Any] | None = field(default=None, compare=False, repr=False)
    """Takes a `Package` (package rules) or a `Course` (course rules) and yields diagnostics.

    None for rules that are found while reading: broken YAML, unknown keys, damaged archives.
    """


def rule(
    id: str,  # noqa: A002 - the field's own name
    name: str,
    severity: Severity,
    *,
    since: str,
    spec: str,
    strict: Severity | None = None,
) -> Callable[[Callable[..., Any]], Rule]:
    """Turn a check into a `Rule`; its docstring becomes the rule's page."""

    def declare(check: Callable[..., Any]) -> Rule:
        return Rule(id, name, severity, since, spec, strict, inspect.cleandoc(check.__doc__ or ""), check)

    return declare


def declared(
    id: str,  # noqa: A002 - the field's own name
    name: str,
    page: str,
    *,
    spec: str,
    severity: Severity = Severity.ERROR,
    since: str = "0.1",
    strict: Severity | None = None,
) -> Rule:
    """Make a rule without a check: it is found while something is read, rendered or weighed."""
    return Rule(id, name, severity, since, spec, strict, inspect.cleandoc(page))
