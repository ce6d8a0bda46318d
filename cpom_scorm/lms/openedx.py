"""Open edX with the SCORM XBlock, the usual way to play SCORM there."""

from __future__ import annotations

from cpom_scorm.editions import EDITIONS
from cpom_scorm.lms.model import Behaviour, Lms, Replacing
from cpom_scorm.rule import Severity

_XBLOCK = "openedx-scorm-xblock 19.0.5 scormxblock.py"
_FIELDS = f"{_XBLOCK}, update_package_fields"
_TITLES = f"{_XBLOCK}, find_titles_recursively"

OPEN_EDX = Lms(
    "openedx",
    "Open edX",
    "The code of openedx-scorm-xblock 19.0.5 was read and packages were played on it.",
    (
        Behaviour(
            "LMS-002",
            Severity.WARNING,
            "Open edX ignores it",
            _FIELDS,
            words=("manifest", "resources", "resource"),
        ),
        Behaviour(
            "LMS-003",
            Severity.ERROR,
            "Open edX compares the text exactly and takes the package for SCORM 2004",
            _FIELDS,
            editions=EDITIONS[:1],
        ),
        Behaviour(
            "LMS-005",
            Severity.ERROR,
            "Open edX launches the first resource with an href and looks at no item",
            _FIELDS,
        ),
        Behaviour(
            "LMS-006", Severity.ERROR, "Open edX finds elements in the default namespace only", _FIELDS
        ),
        Behaviour("LMS-007", Severity.ERROR, "Open edX launches the first and no other", _FIELDS),
        Behaviour("LMS-016", Severity.WARNING, "Open edX leaves such an item out of its menu", _TITLES),
        Behaviour(
            "LMS-019",
            Severity.WARNING,
            "Open edX warns authors that the package reports no completion",
            f"{_XBLOCK}, PackageScan",
            words=("lesson_status", "completion_status", "progress_measure"),
        ),
        Behaviour("LMS-020", Severity.WARNING, "Open edX launches the page without it", _FIELDS),
        Behaviour("ITM-005", Severity.ERROR, "Open edX ends the import with an error", _TITLES),
        Behaviour("ORG-005", Severity.ERROR, "Open edX ends the import with an error", _TITLES),
    ),
    Replacing(
        (),
        "it keeps progress with the block in the course, whatever is uploaded there",
        "overhangio/openedx-scorm-xblock openedxscorm/scormxblock.py, studio_submit",
    ),
)
