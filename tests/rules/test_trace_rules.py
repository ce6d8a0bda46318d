"""Each rule of the run time finds its fault in a trace, in one sentence, and leaves the near miss alone.

No browser runs here: what content did is written down in `trace/<ID>/trace.txt`.
Set CPOM_UPDATE_EXPECTED=1 to rewrite `expected.txt` from what is found, and read the diff.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.diagnostics import Report
from cpom_scorm.play.playing import judged
from cpom_scorm.rules.trace_rules import CHECKED_RULES
from tests.rules.overlay import as_line
from tests.rules.trace_fixtures import FOLDER, read_trace

if TYPE_CHECKING:
    from pathlib import Path

FIXTURES = sorted(path for path in FOLDER.iterdir() if path.is_dir())


def found_in(path: Path) -> str:
    trace = read_trace((path / "trace.txt").read_text("utf-8"))
    return "".join(f"{as_line(found)}\n" for found in Report.of(judged(trace)))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_a_trace_gives_exactly_the_findings_that_it_expects(path: Path) -> None:
    found = found_in(path)
    expected = path / "expected.txt"
    if os.environ.get("CPOM_UPDATE_EXPECTED") and not path.name.endswith("-valid"):
        expected.write_text(found, "utf-8")
    assert (expected.read_text("utf-8") if expected.exists() else "") == found


@pytest.mark.parametrize("rule_id", [rule.id for rule in CHECKED_RULES])
def test_a_rule_has_a_trace_that_breaks_it_and_a_near_miss(rule_id: str) -> None:
    names = {path.name for path in FIXTURES}
    assert [] == [name for name in (rule_id, f"{rule_id}-valid") if name not in names]
    assert rule_id in {line.split(" ")[0] for line in found_in(FOLDER / rule_id).splitlines()}


def test_near_misses_expect_nothing_and_all_are_named_after_rules_that_exist() -> None:
    known = {rule.id for rule in CHECKED_RULES}
    assert [] == [path.name for path in FIXTURES if path.name[:7] not in known]
    assert [] == [
        path.name for path in FIXTURES if path.name.endswith("-valid") and (path / "expected.txt").exists()
    ]
    assert [] == [path.name for path in FIXTURES if not re.fullmatch(r"RTE-\d{3}(-[a-z0-9-]+)?", path.name)]
