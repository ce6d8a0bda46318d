"""Usual patterns of sequencing are left in peace: a false alarm teaches people to ignore the validator."""

from __future__ import annotations

import pytest

from cpom_scorm.editions import EDITIONS, Edition
from tests.activities import judged
from tests.good_courses import GOOD
from tests.rules.overlay import as_line
from tests.tested_courses import TESTED

PATTERNS = {**GOOD, **TESTED}
WITH_SEQUENCING = [edition for edition in EDITIONS if edition.manifest.has_sequencing]


@pytest.mark.parametrize("edition", WITH_SEQUENCING, ids=lambda edition: edition.id)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_usual_pattern_has_no_findings(pattern: str, edition: Edition) -> None:
    report = judged(PATTERNS[pattern](edition), edition)
    families = ("LMS", "RES")  # Moodle's bugs with maps, and a resource that a course of assets leaves unused
    assert [] == [as_line(found) for found in report if not found.rule.id.startswith(families)]
