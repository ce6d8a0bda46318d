"""The SCORM 1.2 data model (Run-Time Environment 1.2, section 3.4), in its strict reading."""

from cpom_scorm.editions.data_model import DataModel, Element, ErrorCodes, vocabulary

_TEXT = r"^[^\r\n]*$"
_IDENTIFIER = r"^[!-~]{1,255}$"
_TIMESPAN = r"^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$"
_TIME = r"^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$"
_DECIMAL = r"^-?\d+(\.\d+)?$"
_SCORE = r"^(\d+(\.\d+)?)?$"
_STATUS = vocabulary("passed", "completed", "failed", "incomplete", "browsed")
_TYPES = ("true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric")
_LETTERS = r"^\{?[0-9a-z](,[0-9a-z])*\}?$"

_FORMS = {
    "true-false": r"^[01tf]$",
    "choice": _LETTERS,
    "fill-in": _TEXT,
    "numeric": _DECIMAL,
    "likert": r"^[0-9a-z]?$",
    "matching": r"^\{?[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*\}?$",
    "performance": _TEXT,
    "sequencing": _LETTERS,
}

_SCORE_ELEMENT = Element("rw", _SCORE, low=0, high=100, default="")

ELEMENTS = {
    "cmi._version": Element("r", default="3.4"),
    "cmi.core._children": Element(
        "r",
        default="student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,"
        "lesson_mode,exit,session_time",
    ),
    "cmi.core.student_id": Element("r", default="learner-1"),
    "cmi.core.student_name": Element("r", default="Avery, Jordan"),
    "cmi.core.lesson_location": Element("rw", limit=255, default=""),
    "cmi.core.credit": Element("r", default="credit"),
    "cmi.core.lesson_status": Element("rw", _STATUS, default="not attempted"),
    "cmi.core.entry": Element("r", default="ab-initio"),
    "cmi.core.score._children": Element("r", default="raw,min,max"),
    "cmi.core.score.raw": _SCORE_ELEMENT,
    "cmi.core.score.min": _SCORE_ELEMENT,
    "cmi.core.score.max": _SCORE_ELEMENT,
    "cmi.core.total_time": Element("r", default="0000:00:00.00"),
    "cmi.core.lesson_mode": Element("r", default="normal"),
    "cmi.core.exit": Element("w", vocabulary("time-out", "suspend", "logout", "")),
    "cmi.core.session_time": Element("w", _TIMESPAN),
    "cmi.suspend_data": Element("rw", limit=4096, default=""),
    "cmi.launch_data": Element("r", default=""),
    "cmi.comments": Element("rw", limit=4096, default=""),
    "cmi.comments_from_lms": Element("r", default=""),
    "cmi.objectives._children": Element("r", default="id,score,status"),
    "cmi.objectives._count": Element("r"),
    "cmi.objectives.n.id": Element("rw", _IDENTIFIER),
    "cmi.objectives.n.score._children": Element("r", default="raw,min,max"),
    "cmi.objectives.n.score.raw": _SCORE_ELEMENT,
    "cmi.objectives.n.score.min": _SCORE_ELEMENT,
    "cmi.objectives.n.score.max": _SCORE_ELEMENT,
    "cmi.objectives.n.status": Element("rw", _STATUS, default="not attempted"),
    "cmi.student_data._children": Element("r", default="mastery_score,max_time_allowed,time_limit_action"),
    "cmi.student_data.mastery_score": Element("r", default=""),
    "cmi.student_data.max_time_allowed": Element("r", default=""),
    "cmi.student_data.time_limit_action": Element("r", default=""),
    "cmi.student_preference._children": Element("r", default="audio,language,speed,text"),
    "cmi.student_preference.audio": Element("rw", r"^-?\d+$", low=-1, high=100, default="0"),
    "cmi.student_preference.language": Element("rw", limit=255, default=""),
    "cmi.student_preference.speed": Element("rw", r"^-?\d+$", low=-100, high=100, default="0"),
    "cmi.student_preference.text": Element("rw", vocabulary("-1", "0", "1"), default="0"),
    "cmi.interactions._children": Element(
        "r", default="id,objectives,time,type,correct_responses,weighting,student_response,result,latency"
    ),
    "cmi.interactions._count": Element("r"),
    "cmi.interactions.n.id": Element("w", _IDENTIFIER),
    "cmi.interactions.n.objectives._count": Element("r"),
    "cmi.interactions.n.objectives.m.id": Element("w", _IDENTIFIER),
    "cmi.interactions.n.time": Element("w", _TIME),
    "cmi.interactions.n.type": Element("w", vocabulary(*_TYPES)),
    "cmi.interactions.n.correct_responses._count": Element("r"),
    "cmi.interactions.n.correct_responses.m.pattern": Element("w", limit=255, by_type="pattern"),
    "cmi.interactions.n.weighting": Element("w", _DECIMAL, low=-100, high=100),
    "cmi.interactions.n.student_response": Element("w", limit=255, by_type="response"),
    "cmi.interactions.n.result": Element("w", r"^(correct|wrong|unanticipated|neutral|\d+(\.\d+)?)$"),
    "cmi.interactions.n.latency": Element("w", _TIMESPAN),
}

DATA_MODEL_12 = DataModel(
    elements=ELEMENTS,
    codes=ErrorCodes(
        before=dict.fromkeys(("get", "set", "commit", "terminate"), 301),
        after={"initialize": 101} | dict.fromkeys(("get", "set", "commit", "terminate"), 301),
        already_initialized=101,
        unknown_element=401,
        not_set=0,
        read_only=403,
        write_only=404,
        wrong_type=405,
        out_of_range=405,
        wrong_index=201,
        dependency=201,
        identity=405,
    ),
    responses=_FORMS,
    patterns=_FORMS,
    kept=(
        "cmi.core.lesson_location",
        "cmi.core.lesson_status",
        "cmi.core.score.",
        "cmi.suspend_data",
        "cmi.objectives.",
        "cmi.interactions.",
        "cmi.comments",
        "cmi.student_preference.",
    ),
    entry="cmi.core.entry",
    exit="cmi.core.exit",
    session_time="cmi.core.session_time",
    total_time="cmi.core.total_time",
)
