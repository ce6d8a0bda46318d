"""Rules about scoring: what the author asks for must be something that the LMS can agree with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse


@rule("CRS-057", "pass-mark-contradiction", Severity.ERROR, since="0.1", spec="BLD-13; CAM 1.2 2.3.5")
def pass_mark_contradiction(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The manifest would pass learners whom the course fails.

    What: `pass_mark_in_manifest` is on while `require: each` asks every quiz for its own pass mark.
    Why it matters: with a pass mark in the manifest LMSs such as Moodle recompute the status from the overall
    score alone, so a learner who failed one quiz would be reported as passed.
    Example: quizzes at 100 and 60 per cent with a pass mark of 80: overall 80, one quiz failed.
    Fix: turn `pass_mark_in_manifest` off, or use `require: overall`.
    """
    scoring = loaded.complete.scoring
    if scoring.pass_mark_in_manifest and scoring.require == "each":
        yield Diagnostic(
            pass_mark_contradiction,
            'a pass mark in the manifest contradicts "require: each"',
            loaded.span(("scoring", "pass_mark_in_manifest")),
            'turn pass_mark_in_manifest off, or use "require: overall"',
        )


RULES = (pass_mark_contradiction,)
