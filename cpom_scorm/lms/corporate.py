"""LMSs of companies. Their code cannot be read; their help pages tell a little."""

from __future__ import annotations

from cpom_scorm.editions import EDITIONS
from cpom_scorm.lms.model import Behaviour, Lms, Replacing
from cpom_scorm.rule import Severity

_12, _2E, _3E, _4E = EDITIONS
_2004 = (_2E, _3E, _4E)
_DOCEBO = "help.docebo.com, Uploading and managing SCORM, November 2026"
_TALENTLMS = "help.talentlms.com, SCORM in TalentLMS, November 2026"

CORNERSTONE = Lms(
    "cornerstone",
    "Cornerstone",
    "Its help pages and reports of its users were read; its code is not public.",
    (
        Behaviour(
            "LMS-010",
            Severity.ERROR,
            "Cornerstone takes 250 MB for a SCORM course",
            "help.csod.com, Create New Publication, November 2026",
            limits={"package": 250_000_000},
        ),
        Behaviour(
            "LMS-012",
            Severity.WARNING,
            "Cornerstone implements SCORM 2004 3rd Edition",
            "csod.dev, Course Asset Connector, November 2026",
            editions=(_2E, _4E),
        ),
        Behaviour(
            "LMS-012",
            Severity.NOTE,
            "some reports of Cornerstone do not list SCORM 1.2 courses",
            "Articulate community, a thread about Cornerstone of 2013",
            editions=(_12,),
        ),
        Behaviour(
            "LMS-013",
            Severity.NOTE,
            "Cornerstone shows its own table of contents beside the course, about a third of the width",
            "help.csod.com, Uploading Courses via Course Publisher, November 2026",
            editions=_2004,
        ),
    ),
    Replacing(
        ("identifiers", "structure"),
        "it replaces only where the structure is unchanged; anything else is a new version",
        "help.csod.com, Uploading Courses via Course Publisher",
    ),
)

SUCCESSFACTORS = Lms(
    "successfactors",
    "SAP SuccessFactors",
    "One note of SAP's knowledge base was read; its code is not public.",
    (
        Behaviour(
            "LMS-014",
            Severity.NOTE,
            "SAP SuccessFactors takes courses that begin alike and have the same identifierref for one",
            "SAP KBA 2316909",
            limits={"characters": 15},
        ),
    ),
    Replacing(
        ("first_15",),
        "it knows the content by the first 15 characters of the manifest's identifier and by identifierref",
        "SAP KBA 2316909",
    ),
)

DOCEBO = Lms(
    "docebo",
    "Docebo",
    "One of its help pages was read; its code is not public.",
    (
        Behaviour(
            "LMS-004",
            Severity.WARNING,
            "Docebo does no sequencing",
            _DOCEBO,
            editions=_2004,
            words=(
                "sequencingRules", "limitConditions", "rollupRules", "randomizationControls",
                "rollupConsiderations", "constrainedChoiceConsiderations",
            ),
        ),
        Behaviour(
            "LMS-012",
            Severity.WARNING,
            "Docebo names SCORM 1.2 and SCORM 2004 3rd Edition",
            _DOCEBO,
            editions=(_2E, _4E),
        ),
        Behaviour(
            "PKG-034",
            Severity.WARNING,
            "Docebo is served by https only, and such content fails without a word",
            _DOCEBO,
        ),
        Behaviour(
            "LMS-021",
            Severity.ERROR,
            "Docebo refuses a package that holds such a file",
            _DOCEBO,
            words=(
                ".htaccess", "*.php*", "*.cgi", "*.sh", "*.shtml", "*.asp", "*.aspx", "*.jsp", "*.py",
                "*.rb", "*.pl",
            ),
        ),
    ),
)  # fmt: skip

TALENTLMS = Lms(
    "talentlms",
    "TalentLMS",
    "Two of its help pages were read; its code is not public.",
    (
        Behaviour("LMS-012", Severity.ERROR, "TalentLMS plays SCORM 1.2 only", _TALENTLMS, editions=_2004),
        Behaviour(
            "LMS-019",
            Severity.WARNING,
            "TalentLMS needs a raw score",
            "help.talentlms.com, SCORM scoring issues, November 2026",
            words=("score.raw",),
        ),
        Behaviour("PKG-003", Severity.ERROR, "TalentLMS wants it at the root of the zip", _TALENTLMS),
    ),
)
