"""The SCORM 2004 data model (Run-Time Environment, chapter 4), in the strictest reading met in an LMS."""

from dataclasses import replace

from cpom_scorm.editions.data_model import DataModel, Element, ErrorCodes, vocabulary

_LINE = r"^(\{lang=[A-Za-z0-9-]+\})?[^\r\n]*$"
_IDENTIFIER = r"^[!-~]+$"
_SHORT = r"[A-Za-z0-9_.]{1,250}"
_PART = r"[A-Za-z0-9_]{1,250}"
_REAL = r"^-?\d{1,5}(\.\d{1,18})?$"
_INTERVAL = r"^P(?!$)(\d+Y)?(\d+M)?(\d+D)?(T(?!$)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$"
_INSTANT = r"^(19[7-9]\d|20[0-2]\d|203[0-8])-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,2}(Z|[+-]\d{2}:\d{2})?)?$"
_COMPLETION = vocabulary("completed", "incomplete", "not attempted", "unknown")
_SUCCESS = vocabulary("passed", "failed", "unknown")
_TYPES = (
    "true-false",
    "choice",
    "fill-in",
    "long-fill-in",
    "matching",
    "performance",
    "sequencing",
    "likert",
    "numeric",
    "other",
)
_LIST = rf"^{_SHORT}(\[,\]{_SHORT})*$"
_PAIRS = rf"^{_PART}\[\.\]{_PART}(\[,\]{_PART}\[\.\]{_PART})*$"
_NUMBER = r"-?\d{1,5}(\.\d{1,18})?"

_RESPONSES = {
    "true-false": r"^(true|false)$",
    "choice": _LIST,
    "fill-in": _LINE,
    "long-fill-in": _LINE,
    "matching": _PAIRS,
    "performance": _LINE,
    "sequencing": _LIST,
    "likert": rf"^{_SHORT}$",
    "numeric": rf"^{_NUMBER}$",
    "other": _LINE,
}
_PATTERNS = {**_RESPONSES, "numeric": rf"^{_NUMBER}\[:\]{_NUMBER}$"}

_REAL_ELEMENT = Element("rw", _REAL)
_SCALED = Element("rw", _REAL, low=-1, high=1)
_PROGRESS = Element("rw", _REAL, low=0, high=1)
_SCORE_CHILDREN = Element("r", default="scaled,raw,min,max")

ELEMENTS = {
    "cmi._version": Element("r", default="1.0"),
    "cmi.completion_status": Element("rw", _COMPLETION, default="unknown"),
    "cmi.completion_threshold": Element("r"),
    "cmi.credit": Element("r", default="credit"),
    "cmi.entry": Element("r", default="ab-initio"),
    "cmi.exit": Element("w", vocabulary("time-out", "suspend", "logout", "normal", "")),
    "cmi.interactions._children": Element(
        "r",
        default="id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,"
        "description",
    ),
    "cmi.interactions._count": Element("r"),
    "cmi.interactions.n.id": Element("rw", _IDENTIFIER, limit=4000, fixed=True),
    "cmi.interactions.n.type": Element("rw", vocabulary(*_TYPES)),
    "cmi.interactions.n.objectives._count": Element("r"),
    "cmi.interactions.n.objectives.m.id": Element("rw", _IDENTIFIER, limit=4000),
    "cmi.interactions.n.timestamp": Element("rw", _INSTANT),
    "cmi.interactions.n.correct_responses._count": Element("r"),
    "cmi.interactions.n.correct_responses.m.pattern": Element("rw", by_type="pattern"),
    "cmi.interactions.n.weighting": _REAL_ELEMENT,
    "cmi.interactions.n.learner_response": Element("rw", by_type="response"),
    "cmi.interactions.n.result": Element("rw", rf"^(correct|incorrect|unanticipated|neutral|{_NUMBER})$"),
    "cmi.interactions.n.latency": Element("rw", _INTERVAL),
    "cmi.interactions.n.description": Element("rw", _LINE, limit=250),
    "cmi.launch_data": Element("r", default=""),
    "cmi.learner_id": Element("r", default="learner-1"),
    "cmi.learner_name": Element("r", default="Avery, Jordan"),
    "cmi.learner_preference._children": Element(
        "r", default="audio_level,language,delivery_speed,audio_captioning"
    ),
    "cmi.learner_preference.audio_level": Element("rw", _REAL, low=0, default="1"),
    "cmi.learner_preference.language": Element("rw", limit=250, default=""),
    "cmi.learner_preference.delivery_speed": Element("rw", _REAL, low=0, default="1"),
    "cmi.learner_preference.audio_captioning": Element("rw", vocabulary("-1", "0", "1"), default="0"),
    "cmi.location": Element("rw", limit=1000),
    "cmi.max_time_allowed": Element("r"),
    "cmi.mode": Element("r", default="normal"),
    "cmi.objectives._children": Element(
        "r", default="id,score,success_status,completion_status,description,progress_measure"
    ),
    "cmi.objectives._count": Element("r"),
    "cmi.objectives.n.id": Element("rw", _IDENTIFIER, limit=4000, fixed=True),
    "cmi.objectives.n.score._children": _SCORE_CHILDREN,
    "cmi.objectives.n.score.scaled": _SCALED,
    "cmi.objectives.n.score.raw": _REAL_ELEMENT,
    "cmi.objectives.n.score.min": _REAL_ELEMENT,
    "cmi.objectives.n.score.max": _REAL_ELEMENT,
    "cmi.objectives.n.success_status": Element("rw", _SUCCESS, default="unknown"),
    "cmi.objectives.n.completion_status": Element("rw", _COMPLETION, default="unknown"),
    "cmi.objectives.n.progress_measure": _PROGRESS,
    "cmi.objectives.n.description": Element("rw", _LINE, limit=250),
    "cmi.progress_measure": _PROGRESS,
    "cmi.scaled_passing_score": Element("r"),
    "cmi.score._children": _SCORE_CHILDREN,
    "cmi.score.scaled": _SCALED,
    "cmi.score.raw": _REAL_ELEMENT,
    "cmi.score.min": _REAL_ELEMENT,
    "cmi.score.max": _REAL_ELEMENT,
    "cmi.session_time": Element("w", _INTERVAL),
    "cmi.success_status": Element("rw", _SUCCESS, default="unknown"),
    "cmi.suspend_data": Element("rw", limit=64000),
    "cmi.time_limit_action": Element("r", default="continue,no message"),
    "cmi.total_time": Element("r", default="PT0H0M0S"),
    "adl.nav.request": Element(
        "rw",
        r"^(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_"
        r"|\{target=[^}]+\}(choice|jump))$",
        default="_none_",
    ),
}

DATA_MODEL_2004_3E = DataModel(
    elements=ELEMENTS,
    codes=ErrorCodes(
        before={"get": 122, "set": 132, "commit": 142, "terminate": 112},
        after={"initialize": 104, "get": 123, "set": 133, "commit": 143, "terminate": 113},
        already_initialized=103,
        unknown_element=401,
        not_set=403,
        read_only=404,
        write_only=405,
        wrong_type=406,
        out_of_range=407,
        wrong_index=351,
        dependency=408,
        identity=351,
    ),
    responses=_RESPONSES,
    patterns=_PATTERNS,
    kept=(
        "cmi.location",
        "cmi.completion_status",
        "cmi.success_status",
        "cmi.score.",
        "cmi.progress_measure",
        "cmi.suspend_data",
        "cmi.objectives.",
        "cmi.interactions.",
        "cmi.learner_preference.",
    ),
    entry="cmi.entry",
    exit="cmi.exit",
    session_time="cmi.session_time",
    total_time="cmi.total_time",
    requires_type_first=True,
)
DATA_MODEL_2004_2E = replace(
    DATA_MODEL_2004_3E, elements={**ELEMENTS, "cmi.suspend_data": Element("rw", limit=4000)}
)
