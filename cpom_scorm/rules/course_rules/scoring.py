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
    """The LMS would judge by the manifest's pass mark what the course judges otherwise.

    What: `pass_mark_in_manifest` is on, and `require` or `status` asks for another judgement than the LMS's.
    Why it matters: with a pass mark in the manifest LMSs such as Moodle recompute the status from the overall
    score alone, into passed or failed. A learner who failed one quiz would be reported as passed, and one
    whom the course keeps at incomplete as failed.
    Example: `pass_mark_in_manifest: true` with the default `status: passed/incomplete`.
    Fix: turn `pass_mark_in_manifest` off, or use `require: overall` and `status: passed/failed`.
    """
    scoring = loaded.complete.scoring
    agreed = {"require": "overall", "status": "passed/failed"}
    if not scoring.pass_mark_in_manifest:
        return
    for key, value in agreed.items():
        said = getattr(scoring, key)
        if said != value:
            yield Diagnostic(
                pass_mark_contradiction,
                f'a pass mark in the manifest contradicts "{key}: {said}"',
                loaded.span(("scoring", "pass_mark_in_manifest")),
                f'turn pass_mark_in_manifest off, or use "{key}: {value}"',
            )


RULES = (pass_mark_contradiction,)
