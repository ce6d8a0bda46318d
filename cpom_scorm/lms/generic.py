"""An LMS of which nothing is known: what goes wrong in one that is known may go wrong there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpom_scorm.lms.model import Behaviour, Lms
from cpom_scorm.lms.moodle import MOODLE
from cpom_scorm.lms.openedx import OPEN_EDX
from cpom_scorm.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NOTE, _WARNING = Severity.NOTE, Severity.WARNING
_WEIGHTS = {
    "LMS-001": _WARNING,
    "LMS-002": _NOTE,
    "LMS-003": _WARNING,
    "LMS-004": _NOTE,
    "LMS-005": _NOTE,
    "LMS-007": _NOTE,
    "LMS-011": _WARNING,
    "LMS-015": _WARNING,
    "LMS-016": _NOTE,
    "LMS-017": _NOTE,
    "LMS-018": _NOTE,
    "LMS-019": _NOTE,
    "LMS-020": _NOTE,
}


def _lightened(lms: Lms, weights: Mapping[str, Severity]) -> Iterator[Behaviour]:
    """Give what an LMS does, as something to reckon with rather than as a verdict."""
    for behaviour in lms.behaviours:
        if behaviour.rule in weights:
            yield replace(behaviour, severity=weights[behaviour.rule])


GENERIC = Lms(
    "generic",
    "Any LMS",
    "What goes wrong in Moodle or Open edX, and the subset of names and sizes that all take.",
    (
        *_lightened(MOODLE, _WEIGHTS),
        *_lightened(OPEN_EDX, _WEIGHTS),
        Behaviour(
            "LMS-009",
            _NOTE,
            "not every LMS takes that",
            "help.latitudelearning.com, eLearning Courses; Ripple, Troubleshooting SCORM Courses",
            limits={"characters": 100},
        ),
        Behaviour(
            "LMS-010",
            _WARNING,
            "many LMSs refuse more",
            "help.csod.com, Create New Publication: 250 MB; help.latitudelearning.com: 360 MB",
            limits={"package": 200_000_000, "file": 50_000_000, "files": 5_000},
        ),
    ),
)

UNASKED = frozenset({"LMS-001", "LMS-002", "LMS-003", "LMS-005", "LMS-007", "LMS-010", "LMS-011"})
"""Rules by which every package is judged as for any LMS, where none is named."""
