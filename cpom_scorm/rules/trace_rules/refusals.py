"""Values that the LMS refused: which rule says most about each, and the reason in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpom_scorm.package.quoting import quoted
from cpom_scorm.trace import generic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.trace import Call, Trace

_ODD_NUMBER = re.compile(
    r"-?\d+,\d+|-?\d+(\.\d+)?[eE][+-]?\d+|NaN|-?Infinity|undefined|null|-?\d+(\.\d+)?\s*%"
)
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_WORDS = re.compile(r"\^\(([\w|, -]+)\)\$")
_OF_NUMBERS = ("score.raw", "score.min", "score.max", "score.scaled", "progress_measure", "weighting")


def refusals(trace: Trace, rule_id: str) -> Iterator[str]:
    """Give a message for each refused value about which this rule says most."""
    for session in trace.sessions:
        for call in trace.calls(session, "set"):
            if call.code and len(call.arguments) > 1 and rule_for(trace, call) == rule_id:
                element, value = call.arguments[:2]
                reason = f"{call.code}: {_reason(trace, call)}"
                yield f"the LMS refuses {quoted(value)} for {generic(element)} ({reason})"


def rule_for(trace: Trace, call: Call) -> str:
    """Give the id of the one rule that says most about a refused value; "" for one set outside a session."""
    model = trace.edition.data_model
    codes = model.codes
    if call.code in (codes.before["set"], codes.after["set"]):
        return ""
    name, value = generic(call.arguments[0]), call.arguments[1]
    element = model.elements.get(name)
    if element is None or element.access == "r":
        return "RTE-007"
    if call.code == codes.dependency and codes.dependency != codes.wrong_index:
        return "RTE-110"
    if call.code == codes.identity and element.fixed and "objectives" in name:
        return "RTE-113"
    if call.code not in (codes.wrong_type, codes.out_of_range):
        return "RTE-007"
    return _by_element(trace, name, value)


def _by_element(trace: Trace, name: str, value: str) -> str:
    """Give the rule about values of this element."""
    model = trace.edition.data_model
    if name == model.session_time or name.endswith(".latency"):
        return "RTE-107"
    if name == trace.edition.runtime.elements["suspend_data"]:
        return "RTE-108"
    if value == "not attempted":
        return "RTE-116"
    if name.endswith(_OF_NUMBERS) and _ODD_NUMBER.fullmatch(value):
        return "RTE-115"
    if "score." in name and model.codes.wrong_type == model.codes.out_of_range:
        return "RTE-101"
    return "RTE-111" if name.endswith(".id") else "RTE-007"


def _reason(trace: Trace, call: Call) -> str:
    model = trace.edition.data_model
    codes = model.codes
    value = call.arguments[1]
    element = model.elements.get(generic(call.arguments[0]))
    if element is None:
        return "there is no such element"
    if element.access == "r":
        return "it is read only"
    if call.code == codes.dependency and codes.dependency != codes.wrong_index:
        return "its id or its type has to be set first"
    if call.code == codes.identity and element.fixed:
        return "it is set already"
    if call.code == codes.wrong_index:
        return "the index leaves a gap"
    if element.limit is not None and len(value) > element.limit:
        return f"{len(value):,} characters, and the LMS takes {element.limit:,}"
    if element.low is not None and element.high is not None and _NUMBER.fullmatch(value):
        return f"expected {element.low:g} to {element.high:g}"
    words = _WORDS.fullmatch(element.pattern)
    if words:
        return "expected one of " + ", ".join(filter(None, words[1].split("|")))
    return "its form is another one"
