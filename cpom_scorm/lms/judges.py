"""What judges packages before an LMS does."""

from __future__ import annotations

from cpom_scorm.editions import EDITIONS
from cpom_scorm.lms.model import Behaviour, Lms
from cpom_scorm.rule import Severity

_WARNINGS = "support.scorm.com, Parser Warnings; adaptlearning/adapt_framework issue 2458"

SCORM_CLOUD = Lms(
    "scormcloud",
    "SCORM Cloud",
    "A support page and reports of its users were read; it imports leniently, and its code is not public.",
    (
        Behaviour("ITM-001", Severity.ERROR, "SCORM Cloud calls it an error", _WARNINGS),
        Behaviour("MD-001", Severity.ERROR, "SCORM Cloud calls it an error", _WARNINGS),
    ),
)

CTS = Lms(
    "cts",
    "ADL Conformance Test Suite",
    "The code of the suite for the 4th edition was read.",
    (
        Behaviour(
            "LMS-008",
            Severity.ERROR,
            "the Conformance Test Suite judges with the package's own schemas and ends without them",
            "ADL Conformance Test Suite, 4th Edition, required files check",
            editions=EDITIONS[1:],
        ),
        Behaviour(
            "LMS-012",
            Severity.NOTE,
            "the Conformance Test Suite of the 4th Edition warns of other editions",
            "ADL Conformance Test Suite, 4th Edition, schemaversion check",
            editions=EDITIONS[1:-1],
        ),
    ),
)
