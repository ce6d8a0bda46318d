"""`cpom-scorm.yaml` in the folder of a course or beside packages → a policy, and what is wrong with the file.

It is never looked for inside a package: a stranger does not say what is judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cpom_scorm.diagnostics import Diagnostic, Report
from cpom_scorm.rule import Severity
from cpom_scorm.rules import settings_rules as rules
from cpom_scorm.rules.names import NotNamed, rules_asked_for
from cpom_scorm.rules.policy import FAIL_LEVELS, SETTINGS_NAME, Policy, stands
from cpom_scorm.source import Span
from cpom_scorm.yaml_source import read_yaml_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpom_scorm.rule import Rule
    from cpom_scorm.source import DataPath, SourceTree

_KEYS = ("select", "ignore", "severity", "fail_on")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a settings file says, as far as it was understood."""

    policy: Policy
    report: Report
    """What is wrong with the file."""
    ignored_at: dict[str, Span]
    """Where each ignored rule stands."""

    def unused(self, report: Report) -> tuple[Diagnostic, ...]:
        """Tell which ignored rules have hidden nothing in this report."""
        used = {each.finding.rule.id for each in report.ignored}
        return tuple(
            Diagnostic(
                rules.IGNORED_WITHOUT_FINDING,
                f'"{name}" is ignored, and finds nothing',
                span,
                "take the entry out",
            )
            for name, span in self.ignored_at.items()
            if name not in used
        )


def read_settings(folder: Path) -> Settings | None:
    """Read the settings file of a folder; None where there is none. Never raises for what it holds."""
    path = folder / SETTINGS_NAME
    name = path.as_posix()
    try:
        result = read_yaml_file(path, name)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as refusal:
        message = f'"{name}" cannot be opened: {(refusal.strerror or "unknown reason").lower()}'
        found = Diagnostic(rules.SETTING_UNKNOWN, message, Span(name), "check who may read it")
        return Settings(Policy(), Report.of([found]), {})
    if result.tree is None:
        return Settings(Policy(), Report.of(result.diagnostics), {})
    reading = _Reading(result.tree, list(result.diagnostics))
    return Settings(reading.policy(), Report.of(reading.found), reading.ignored_at)


class _Reading:
    def __init__(self, tree: SourceTree, found: list[Diagnostic]) -> None:
        self.tree, self.found = tree, found
        self.data = tree.data if isinstance(tree.data, dict) else {}
        self.ignored_at: dict[str, Span] = {}

    def policy(self) -> Policy:
        if tree_is_wrong := self.tree.data is not None and not isinstance(self.tree.data, dict):
            self._tell(rules.SETTING_UNKNOWN, f"settings are keys: {', '.join(_KEYS)}", ())
        for key in self.data:
            if key not in _KEYS and not tree_is_wrong:
                known = ", ".join(_KEYS)
                self._tell(rules.SETTING_UNKNOWN, f'"{key}" is no setting', (key,), f"write one of {known}")
        words = self.data.get("select")
        fail_on = self.data.get("fail_on")
        if fail_on is not None and fail_on not in FAIL_LEVELS:
            message = f'"{fail_on}" is no weight'
            self._tell(rules.SETTING_UNKNOWN, message, ("fail_on",), f"write one of {', '.join(FAIL_LEVELS)}")
            fail_on = None
        return Policy(
            None if words is None else self._selected(words),
            dict(self._ignored()),
            dict(self._severities()),
            fail_on,
        )

    def _selected(self, words: Any) -> frozenset[str]:
        if not isinstance(words, list):
            self._tell(rules.SETTING_UNKNOWN, '"select" is a list of rules or families', ("select",))
            return frozenset()
        named = (self._named(word, ("select", place)) for place, word in enumerate(words))
        return frozenset(rule.id for group in named for rule in group)

    def _ignored(self) -> Iterator[tuple[str, str]]:
        for rule, reason, path in self._entries("ignore"):
            if not isinstance(reason, str) or not reason.strip():
                message = f'"{rule.id}" is ignored without a reason'
                self._tell(
                    rules.IGNORED_WITHOUT_REASON, message, path, f"say why: {rule.id}: our LMS takes it"
                )
            elif stands(rule):
                self._tell_standing(rule, path)
            else:
                self.ignored_at[rule.id] = self.tree.key_span(path)
                yield rule.id, reason.strip()

    def _severities(self) -> Iterator[tuple[str, Severity]]:
        for rule, level, path in self._entries("severity"):
            if level not in tuple(Severity):
                levels = ", ".join(Severity)
                self._tell(rules.SETTING_UNKNOWN, f'"{level}" is no weight', path, f"write one of {levels}")
            elif stands(rule) and level != Severity.ERROR:
                self._tell_standing(rule, path)
            else:
                yield rule.id, Severity(level)

    def _entries(self, key: str) -> Iterator[tuple[Rule, Any, DataPath]]:
        """Give each rule below a key, its value and its place, as far as rules are named there."""
        entries = self.data.get(key)
        if entries is not None and not isinstance(entries, dict):
            self._tell(rules.SETTING_UNKNOWN, f'"{key}" is a mapping with rules as keys', (key,))
        elif entries:
            for word, value in entries.items():
                for rule in self._named(word, (key, word), families=False):
                    yield rule, value, (key, word)

    def _named(self, word: Any, path: DataPath, *, families: bool = True) -> tuple[Rule, ...]:
        try:
            return rules_asked_for(str(word), families=families)
        except NotNamed as unknown:
            self._tell(rules.SETTING_RULE_UNKNOWN, unknown.message, path, unknown.remedy)
            return ()

    def _tell_standing(self, rule: Rule, path: DataPath) -> None:
        message = f'"{rule.id}" always stands: it cannot be ignored or lowered'
        self._tell(rules.RULE_STANDS, message, path, "take the entry out, and repair what the rule finds")

    def _tell(self, rule: Rule, message: str, path: DataPath, help_text: str = "") -> None:
        self.found.append(Diagnostic(rule, message, self.tree.key_span(path), help_text))
