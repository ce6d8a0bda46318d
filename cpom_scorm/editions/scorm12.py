"""SCORM 1.2 (2001): Content Aggregation Model and Run-Time Environment, version 1.2."""

from cpom_scorm.editions.data_model_12 import DATA_MODEL_12
from cpom_scorm.editions.edition import (
    Edition,
    Limits,
    ManifestForm,
    Namespace,
    ResponseForm,
    RuntimeForm,
    StatusElement,
)
from cpom_scorm.editions.published_schemas import SCHEMAS_12

_RANKS = {
    "not attempted": 0,
    "browsed": 0,
    "incomplete": 1,
    "failed": 2,
    "completed": 3,
    "passed": 4,
}


def _lesson_status(element: str, *, failed: str, unscored: str, passed: str = "passed") -> StatusElement:
    """1.2 has one status for two questions: each vocabulary says which of them it answers (RTE-103)."""
    return StatusElement(
        element,
        {
            "incomplete.unknown": "incomplete",
            "incomplete.failed": "incomplete",
            "incomplete.passed": "incomplete",
            "completed.unknown": unscored,
            "completed.failed": failed,
            "completed.passed": passed,
        },
        _RANKS,
    )


_STATUS = "cmi.core.lesson_status"

SCORM_12 = Edition(
    id="scorm12",
    title="SCORM 1.2",
    family="scorm",
    manifest=ManifestForm(
        schemaversion="1.2",
        namespaces=(
            Namespace("", "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"),
            Namespace("adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"),
        ),
        scorm_type_attribute="scormtype",
        parameter_elements={
            "prerequisites": "prerequisites",
            "max_time_allowed": "maxtimeallowed",
            "time_limit_action": "timelimitaction",
            "launch_data": "datafromlms",
            "mastery_score": "masteryscore",
        },
        has_sequencing=False,
        has_navigation=False,
        requires_metadata=False,
        application_profile_is_strict=False,
        describes_inner_manifests=True,
        published_schemas=SCHEMAS_12,
        mistaken_schemaversions=("SCORM 1.2", "1.2.0", "CAM 1.2", "ADL SCORM 1.2"),
    ),
    runtime=RuntimeForm(
        api="API",
        calls={
            "initialize": "LMSInitialize",
            "terminate": "LMSFinish",
            "get": "LMSGetValue",
            "set": "LMSSetValue",
            "commit": "LMSCommit",
            "lastError": "LMSGetLastError",
            "errorString": "LMSGetErrorString",
        },
        elements={
            "mode": "cmi.core.lesson_mode",
            "learner": "cmi.core.student_id",
            "exit": "cmi.core.exit",
            "location": "cmi.core.lesson_location",
            "suspend_data": "cmi.suspend_data",
            "session_time": "cmi.core.session_time",
            "score.min": "cmi.core.score.min",
            "score.max": "cmi.core.score.max",
            "score.raw": "cmi.core.score.raw",
            "objective.count": "cmi.objectives._count",
            "objective.id": "cmi.objectives.{n}.id",
            "objective.score.min": "cmi.objectives.{n}.score.min",
            "objective.score.max": "cmi.objectives.{n}.score.max",
            "objective.score.raw": "cmi.objectives.{n}.score.raw",
            "interaction.count": "cmi.interactions._count",
            "interaction.id": "cmi.interactions.{n}.id",
            "interaction.objective": "cmi.interactions.{n}.objectives.0.id",
            "interaction.time": "cmi.interactions.{n}.time",
            "interaction.type": "cmi.interactions.{n}.type",
            "interaction.pattern": "cmi.interactions.{n}.correct_responses.{m}.pattern",
            "interaction.weighting": "cmi.interactions.{n}.weighting",
            "interaction.response": "cmi.interactions.{n}.student_response",
            "interaction.result": "cmi.interactions.{n}.result",
            "interaction.latency": "cmi.interactions.{n}.latency",
        },
        statuses={
            "passed/incomplete": (_lesson_status(_STATUS, failed="incomplete", unscored="completed"),),
            "passed/failed": (_lesson_status(_STATUS, failed="failed", unscored="passed"),),
            "completed/incomplete": (
                _lesson_status(_STATUS, failed="completed", unscored="completed", passed="completed"),
            ),
        },
        objective_statuses=(
            _lesson_status("cmi.objectives.{n}.status", failed="failed", unscored="completed"),
        ),
        results={"correct": "correct", "incorrect": "wrong", "partly": "", "neutral": "neutral"},
        duration="hms",
        timestamp="time",
        score_scale=100,
        codes={},
        suspend="suspend",
    ),
    responses={
        "true_false": ResponseForm("true-false", true_word="t", false_word="f"),
        "choice": ResponseForm("choice", item_separator=",", uses_letters=True),
        "matching": ResponseForm("matching", item_separator=",", pair_separator=".", uses_letters=True),
        "hotspot": ResponseForm("choice", item_separator=",", uses_letters=True),
        "fill_in": ResponseForm("fill-in", max_patterns=5),
        "cloze": ResponseForm("fill-in", max_patterns=5),
        "numeric": ResponseForm("numeric"),
        "categorise": ResponseForm("matching", item_separator=",", pair_separator=".", uses_letters=True),
        "sequencing": ResponseForm("sequencing", item_separator=",", uses_letters=True),
        "performance": ResponseForm("performance", item_separator=",", pair_separator="."),
        "likert": ResponseForm("likert", uses_letters=True),
        "long_fill_in": ResponseForm("fill-in"),
    },
    limits=Limits(suspend_data=4096, location=255, description=0, free_text=1000),
    data_model=DATA_MODEL_12,
)
