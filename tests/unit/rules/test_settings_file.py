"""Settings say what does not count: one that is misread hides faults that everybody believes are watched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.diagnostics import Diagnostic, Report
from cpom_scorm.package.manifest.detection_rules import DETECTION_RULES
from cpom_scorm.rule import Severity
from cpom_scorm.rules import RULES
from cpom_scorm.rules.policy import Policy, stands
from cpom_scorm.rules.settings_file import Settings, read_settings

if TYPE_CHECKING:
    from pathlib import Path

BY_ID = {rule.id: rule for rule in RULES}


def settings(folder: Path, text: str) -> Settings:
    (folder / "cpom-scorm.yaml").write_text(text, "utf-8")
    found = read_settings(folder)
    assert found is not None
    return found


def told(folder: Path, text: str) -> list[str]:
    return [
        f"{found.rule.id} {found.span.line}:{found.span.column} {found.message}; {found.help}"
        for found in settings(folder, text).report
        if found.span
    ]


def test_a_folder_without_settings_has_none(tmp_path: Path) -> None:
    assert read_settings(tmp_path) is None


def test_everything_that_can_be_said_is_understood(tmp_path: Path) -> None:
    text = "select: [RES, pkg-030]\nignore:\n  PKG-030: left in\nseverity:\n  LMS-010: error\nfail_on: note\n"
    found = settings(tmp_path, text)
    assert [] == list(found.report)
    policy = found.policy
    assert policy.selected is not None
    assert {"RES-004", "PKG-030"} <= policy.selected
    assert "SEQ-001" not in policy.selected
    assert ({"PKG-030": "left in"}, {"LMS-010": Severity.ERROR}) == (policy.ignored, policy.severities)
    assert Severity.NOTE is policy.fail_level


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ignore:\n  PKG-30: x\n", 'YML-021 2:3 there is no rule "PKG-30"; did you mean "PKG-030"?'),
        ("select: [RES, RESS]\n", 'YML-021 1:15 there is no rule "RESS"; did you mean "RES"?'),
        ("ignore: {SEQ: x}\n", 'YML-021 1:10 "SEQ" is a family of rules; name each rule that you mean'),
        (
            'ignore:\n  PKG-030: ""\n',
            'YML-022 2:3 "PKG-030" is ignored without a reason; say why: PKG-030: our LMS takes it',
        ),
        (
            "ignore: {PKG-017: big}\n",
            'YML-023 1:10 "PKG-017" always stands: it cannot be ignored or lowered; '
            "take the entry out, and repair what the rule finds",
        ),
        (
            "severity: {QUE-001: note}\n",
            'YML-023 1:12 "QUE-001" always stands: it cannot be ignored or lowered; '
            "take the entry out, and repair what the rule finds",
        ),
        (
            "severity: {RES-006: bad}\n",
            'YML-020 1:12 "bad" is no weight; write one of error, warning, note',
        ),
        ("fail_on: all\n", 'YML-020 1:1 "all" is no weight; write one of error, warning, note, never'),
        (
            "ignored: {}\n",
            'YML-020 1:1 "ignored" is no setting; write one of select, ignore, severity, fail_on',
        ),
        ("select: RES\n", 'YML-020 1:1 "select" is a list of rules or families; '),
        ("ignore: [RES-006]\n", 'YML-020 1:1 "ignore" is a mapping with rules as keys; '),
        ("- RES\n", "YML-020 1:1 settings are keys: select, ignore, severity, fail_on; "),
    ],
)
def test_a_mistake_is_told_at_its_place_with_the_remedy(text: str, expected: str, tmp_path: Path) -> None:
    assert [expected] == told(tmp_path, text)


def test_a_file_that_is_no_yaml_is_told(tmp_path: Path) -> None:
    assert ["YML-001"] == [line.split()[0] for line in told(tmp_path, "a: b: c\n")]


def test_what_is_wrong_does_not_count_and_the_rest_does(tmp_path: Path) -> None:
    found = settings(tmp_path, "ignore: {PKG-017: big, NOPE-1: x, PKG-030: known}\n")
    assert {"PKG-030": "known"} == found.policy.ignored


def test_an_ignored_rule_that_finds_nothing_is_told(tmp_path: Path) -> None:
    found = settings(tmp_path, "ignore: {PKG-030: a, LMS-010: b}\n")
    report = found.policy.applied_to(Report.of([Diagnostic(BY_ID["PKG-030"], "unlisted")]))
    assert ['"LMS-010" is ignored, and finds nothing'] == [one.message for one in found.unused(report)]


def test_what_is_dangerous_or_unreadable_always_stands() -> None:
    """SEC-01 to SEC-05: no setting makes a hostile package valid."""
    errors = [rule for rule in RULES if rule.severity is Severity.ERROR]
    hostile = [rule for rule in errors if rule.id[:3] in ("PKG", "XML") or "security" in rule.spec]
    assert len(hostile) >= 20
    everything = Policy(
        frozenset(),
        {rule.id: "because" for rule in RULES},
        {rule.id: Severity.NOTE for rule in RULES},
    )
    for rule in (*hostile, *(rule for rule in DETECTION_RULES if rule.severity is Severity.ERROR)):
        report = everything.applied_to(Report.of([Diagnostic(rule, "found")]))
        assert [(rule.id, Severity.ERROR)] == [(one.rule.id, one.severity) for one in report]
        assert stands(rule)


def test_options_win_over_the_file() -> None:
    file = Policy(frozenset({"RES-004"}), {"PKG-030": "file"}, {"LMS-010": Severity.NOTE}, "never")
    asked = Policy(None, {"PKG-030": "asked"}, {}, "warning")
    both = asked.over(file)
    assert (file.selected, {"PKG-030": "asked"}, file.severities, "warning") == (
        both.selected,
        both.ignored,
        both.severities,
        both.fail_on,
    )
    assert Policy(fail_on="never").fail_level is None
