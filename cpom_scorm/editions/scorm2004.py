"""SCORM 2004, 2nd to 4th edition. Each edition is the one before it with the fields that changed."""

from dataclasses import replace

from cpom_scorm.editions.data_model_2004 import DATA_MODEL_2004_2E, DATA_MODEL_2004_3E
from cpom_scorm.editions.edition import (
    Edition,
    Limits,
    ManifestForm,
    Namespace,
    ResponseForm,
    RuntimeForm,
    StatusElement,
)
from cpom_scorm.editions.published_schemas import SCHEMAS_2004_3E, SCHEMAS_2004_4E

_COMPLETION_RANKS = {"unknown": 0, "not attempted": 0, "incomplete": 1, "completed": 2}
_SUCCESS_RANKS = {"unknown": 0, "failed": 1, "passed": 2}
_COMPLETIONS = ("incomplete", "completed")
_SUCCESSES = ("unknown", "failed", "passed")


def _statuses(prefix: str) -> tuple[StatusElement, ...]:
    """2004 asks the two questions apart; both are always written (RTE-104)."""
    return (
        StatusElement(
            f"{prefix}completion_status",
            {f"{done}.{success}": done for done in _COMPLETIONS for success in _SUCCESSES},
            _COMPLETION_RANKS,
        ),
        StatusElement(
            f"{prefix}success_status",
            {f"{done}.{success}": success for done in _COMPLETIONS for success in _SUCCESSES},
            _SUCCESS_RANKS,
        ),
    )


_COURSE_STATUSES = _statuses("cmi.")

_WORDS = ResponseForm(
    "fill-in", item_separator="[,]", case_property="{case_matters=true}", max_patterns=5, max_length=250
)

SCORM_2004_2E = Edition(
    id="scorm2004-2nd",
    title="SCORM 2004 2nd Edition",
    family="scorm",
    manifest=ManifestForm(
        schemaversion="CAM 1.3",
        namespaces=(
            Namespace("", "http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd"),
            Namespace("adlcp", "http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"),
            Namespace("adlseq", "http://www.adlnet.org/xsd/adlseq_v1p3", "adlseq_v1p3.xsd"),
            Namespace("adlnav", "http://www.adlnet.org/xsd/adlnav_v1p3", "adlnav_v1p3.xsd"),
            Namespace("imsss", "http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"),
        ),
        scorm_type_attribute="scormType",
        parameter_elements={
            "time_limit_action": "timeLimitAction",
            "launch_data": "dataFromLMS",
            "completion_threshold": "completionThreshold",
        },
        has_sequencing=True,
        has_navigation=True,
        hideable_controls=("previous", "continue", "exit", "abandon"),
        describes_inner_manifests=True,
        mistaken_schemaversions=("2004 2nd Edition", "1.3", "CAM 1.3.1", "2004", "SCORM 2004 2nd Edition"),
    ),
    runtime=RuntimeForm(
        api="API_1484_11",
        calls={
            "initialize": "Initialize",
            "terminate": "Terminate",
            "get": "GetValue",
            "set": "SetValue",
            "commit": "Commit",
            "lastError": "GetLastError",
            "errorString": "GetErrorString",
        },
        elements={
            "mode": "cmi.mode",
            "learner": "cmi.learner_id",
            "exit": "cmi.exit",
            "location": "cmi.location",
            "suspend_data": "cmi.suspend_data",
            "session_time": "cmi.session_time",
            "score.min": "cmi.score.min",
            "score.max": "cmi.score.max",
            "score.raw": "cmi.score.raw",
            "score.scaled": "cmi.score.scaled",
            "progress": "cmi.progress_measure",
            "navigation": "adl.nav.request",
            "objective.count": "cmi.objectives._count",
            "objective.id": "cmi.objectives.{n}.id",
            "objective.score.min": "cmi.objectives.{n}.score.min",
            "objective.score.max": "cmi.objectives.{n}.score.max",
            "objective.score.raw": "cmi.objectives.{n}.score.raw",
            "objective.score.scaled": "cmi.objectives.{n}.score.scaled",
            "objective.progress": "cmi.objectives.{n}.progress_measure",
            "objective.description": "cmi.objectives.{n}.description",
            "interaction.count": "cmi.interactions._count",
            "interaction.id": "cmi.interactions.{n}.id",
            "interaction.type": "cmi.interactions.{n}.type",
            "interaction.objective": "cmi.interactions.{n}.objectives.0.id",
            "interaction.time": "cmi.interactions.{n}.timestamp",
            "interaction.pattern": "cmi.interactions.{n}.correct_responses.{m}.pattern",
            "interaction.weighting": "cmi.interactions.{n}.weighting",
            "interaction.response": "cmi.interactions.{n}.learner_response",
            "interaction.result": "cmi.interactions.{n}.result",
            "interaction.latency": "cmi.interactions.{n}.latency",
            "interaction.description": "cmi.interactions.{n}.description",
        },
        statuses={
            "passed/incomplete": _COURSE_STATUSES,
            "passed/failed": _COURSE_STATUSES,
            "completed/incomplete": _COURSE_STATUSES,
        },
        objective_statuses=_statuses("cmi.objectives.{n}."),
        results={"correct": "correct", "incorrect": "incorrect", "partly": "", "neutral": "neutral"},
        duration="iso",
        timestamp="datetime",
        score_scale=100,
        codes={"alreadyInitialized": 103, "terminated": 104, "valueNotInitialized": 403},
        suspend="suspend",
        exit_request={"suspend": "suspendAll"},
    ),
    responses={
        "true_false": ResponseForm("true-false", true_word="true", false_word="false", max_length=5),
        "choice": ResponseForm("choice", item_separator="[,]", max_length=4000),
        "matching": ResponseForm("matching", item_separator="[,]", pair_separator="[.]", max_length=4000),
        "hotspot": ResponseForm("choice", item_separator="[,]", max_length=4000),
        "fill_in": _WORDS,
        "cloze": _WORDS,
        "numeric": ResponseForm("numeric", range_separator="[:]", max_length=4000),
        "categorise": ResponseForm("matching", item_separator="[,]", pair_separator="[.]", max_length=4000),
        "sequencing": ResponseForm("sequencing", item_separator="[,]", max_length=4000),
        "performance": ResponseForm(
            "performance", item_separator="[,]", pair_separator="[.]", max_length=4000, max_items=250
        ),
        "likert": ResponseForm("likert", max_length=250),
        "long_fill_in": ResponseForm("long-fill-in", max_length=4000),
    },
    limits=Limits(
        suspend_data=4000,
        location=1000,
        description=250,
        free_text=1000,
        safe_interactions=40,
    ),
    data_model=DATA_MODEL_2004_2E,
)

SCORM_2004_3E = replace(
    SCORM_2004_2E,
    id="scorm2004-3rd",
    title="SCORM 2004 3rd Edition",
    manifest=replace(
        SCORM_2004_2E.manifest,
        schemaversion="2004 3rd Edition",
        describes_inner_manifests=False,
        published_schemas=SCHEMAS_2004_3E,
        mistaken_schemaversions=("SCORM 2004 3rd Edition", "2004 3rd", "3rd Edition", "CAM 1.3.2"),
        hideable_controls=("previous", "continue", "exit", "abandon", "exitAll", "abandonAll", "suspendAll"),
    ),
    limits=replace(SCORM_2004_2E.limits, suspend_data=32000, free_text=8000),
    data_model=DATA_MODEL_2004_3E,
)

SCORM_2004_4E = replace(
    SCORM_2004_3E,
    id="scorm2004-4th",
    title="SCORM 2004 4th Edition",
    manifest=replace(
        SCORM_2004_3E.manifest,
        schemaversion="2004 4th Edition",
        published_schemas=SCHEMAS_2004_4E,
        mistaken_schemaversions=("SCORM 2004 4th Edition", "2004 4th", "4th Edition", "CAM 1.3.3"),
        has_threshold_attributes=True,
    ),
)
