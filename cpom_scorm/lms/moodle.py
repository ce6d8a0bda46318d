"""Moodle, its app, and Totara, which began as Moodle."""

from __future__ import annotations

from cpom_scorm.editions import EDITIONS
from cpom_scorm.lms.model import Behaviour, Lms, Replacing
from cpom_scorm.rule import Severity

_12, *_REST = EDITIONS
_2004 = tuple(_REST)
_SCORMLIB = "Moodle 4.5.6 mod/scorm/datamodels/scormlib.php"
_LIB = "Moodle 4.5.6 mod/scorm/lib.php, scorm_validate_package"
_API_12 = "Moodle 4.5.6 mod/scorm/datamodels/scorm_12.js, StoreData"
_API_2004 = "Moodle 4.5.6 mod/scorm/datamodels/scorm_13.js"

MOODLE = Lms(
    "moodle",
    "Moodle",
    "Its code was read and packages were played on Moodle 4.5.6 LTS.",
    (
        Behaviour(
            "LMS-001",
            Severity.ERROR,
            "Moodle knows elements by their usual prefix: it finds no SCO, or takes SCOs for assets",
            _SCORMLIB,
        ),
        Behaviour(
            "LMS-002",
            Severity.WARNING,
            "Moodle ignores it there and looks for the launch page elsewhere",
            _SCORMLIB,
            words=("manifest", "resources"),
        ),
        Behaviour(
            "LMS-003",
            Severity.ERROR,
            "Moodle compares the text exactly and takes the package for SCORM 1.2: the content finds no API",
            _SCORMLIB,
            editions=_2004,
        ),
        Behaviour(
            "LMS-004",
            Severity.WARNING,
            "Moodle stores it and hardly acts on it",
            "Moodle 4.5.6 mod/scorm/datamodels/scorm_13lib.php",
            editions=_2004,
            words=(
                "sequencingRules", "limitConditions", "rollupRules", "randomizationControls",
                "rollupConsiderations", "constrainedChoiceConsiderations", "sequencingCollection",
            ),
        ),
        Behaviour(
            "LMS-007",
            Severity.WARNING,
            "Moodle refuses Initialize to a second SCO until its page is loaded anew: its data is lost",
            f"{_API_2004}, line 322",
            editions=_2004,
        ),
        Behaviour(
            "LMS-011",
            Severity.ERROR,
            "Moodle on PHP 8 stops the import at it",
            f"{_SCORMLIB}, line 378",
            editions=_2004,
        ),
        Behaviour(
            "LMS-015",
            Severity.ERROR,
            "Moodle ends the import with a database error",
            "Moodle 4.5.6 mod/scorm/db/install.xml",
            limits={"characters": 255},
        ),
        Behaviour(
            "LMS-017",
            Severity.NOTE,
            "Moodle sets the status from it and the raw score at LMSFinish, whatever the content wrote",
            _API_12,
            editions=(_12,),
            words=("masteryscore",),
        ),
        Behaviour(
            "LMS-017",
            Severity.NOTE,
            "Moodle sets the completion from it and the progress measure at Terminate",
            f"{_API_2004}, StoreData",
            editions=_2004,
            words=("completionThreshold",),
        ),
        Behaviour(
            "LMS-018",
            Severity.WARNING,
            "Moodle never compares the score with it",
            f"{_API_2004}, StoreData",
            editions=_2004,
            words=("success_status",),
        ),
        Behaviour("PKG-003", Severity.ERROR, "Moodle refuses the package", _LIB),
        Behaviour("PKG-004", Severity.ERROR, "Moodle refuses the package", _LIB),
        Behaviour("MAN-010", Severity.ERROR, "Moodle takes such a package for SCORM 1.2", _SCORMLIB),
        Behaviour(
            "RES-019",
            Severity.WARNING,
            "Moodle takes it for an asset, which is complete once it is launched",
            f"{_SCORMLIB}; mod/scorm/loadSCO.php",
        ),
        Behaviour(
            "RES-004", Severity.ERROR, "Moodle imports it, and learners see an error page", _SCORMLIB
        ),
        Behaviour(
            "ITM-001", Severity.ERROR, "Moodle imports it with an item that nobody can open", _SCORMLIB
        ),
    ),
    Replacing(
        ("identifiers",),
        "it moves tracking to the item of the same identifier and deletes that of all others",
        "moodle/moodle mod/scorm/datamodels/scormlib.php, scorm_parse_scorm",
    ),
)  # fmt: skip

MOODLE_APP = Lms(
    "moodleapp",
    "Moodle app",
    "The part of its code that says which packages it plays was read.",
    (
        Behaviour(
            "LMS-012",
            Severity.ERROR,
            "the Moodle app plays SCORM 1.2 only",
            "moodlehq/moodleapp SCORM provider, isScormValidVersion",
            editions=_2004,
        ),
    ),
)

TOTARA = Lms(
    "totara",
    "Totara",
    "One of its help pages was read.",
    replacing=Replacing(
        ("identifiers",),
        "it clears the tracking of identifiers that are no longer there",
        "totara.help, SCORM troubleshooting",
    ),
)
