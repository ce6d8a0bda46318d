"""Whether the LMS takes what the content sets: each refused value with its element and the reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.trace_rules.refusals import refusals
from cpom_scorm.source import Span
from cpom_scorm.trace import generic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.rule import Rule
    from cpom_scorm.trace import Trace


def _refused(trace: Trace, judge: Rule, remedy: str) -> Iterator[Diagnostic]:
    """Give the refused values that are this rule's."""
    for message in refusals(trace, judge.id):
        yield Diagnostic(judge, message, Span(trace.file), remedy)


@rule("RTE-007", "value-refused", Severity.ERROR, since="0.1", spec="1.2 RTE 3.4; 2004 RTE 4.2")
def value_refused(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    The LMS refuses a value: there is no such element, it is read only, or its value is not among those that
    the standard has.

    ## Why it matters
    The value is not kept. Lenient LMSs take it and show something else.

    ## Example
    `SetValue("cmi.interactions.0.result", "wrong")` in SCORM 2004, where the word is `incorrect`.

    ## Fix
    Set what the data model of the edition allows.
    """
    yield from _refused(trace, value_refused, "set what the data model allows")


@rule("RTE-008", "value-not-readable", Severity.WARNING, since="0.1", spec="1.2 RTE 3.4; 2004 RTE 4.2")
def value_not_readable(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    The content asks for something that the LMS cannot give: an element that does not exist, or that can be
    written only.

    ## Why it matters
    The answer is an empty text. Content that counts on more starts without what it needs.

    ## Example
    `LMSGetValue("cmi.core.session_time")`, which is write only.

    ## Fix
    Ask for what the data model of the edition has; keep the rest in the suspend data.
    """
    codes = trace.edition.data_model.codes
    known = {0, codes.not_set, codes.before["get"], codes.after.get("get", 0)}
    for session in trace.sessions:
        for call in trace.calls(session, "get"):
            if call.code not in known and call.arguments:
                reason = "it is write only" if call.code == codes.write_only else "there is no such element"
                if call.code == codes.wrong_index and codes.wrong_index != codes.unknown_element:
                    reason = "there is no such entry"
                message = f"the LMS cannot give {quoted(generic(call.arguments[0]))} ({call.code}: {reason})"
                yield Diagnostic(
                    value_not_readable, message, Span(trace.file), "ask for what the edition has"
                )


@rule("RTE-101", "score-range", Severity.ERROR, since="0.1", spec="1.2 RTE 3.4.4 cmi.core.score")
def score_range(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    A score is no number from 0 to 100, as SCORM 1.2 has it, or comes without its smallest and largest value.

    ## Why it matters
    The LMS refuses the number, and Brightspace gives no grade without `max`.

    ## Example
    `LMSSetValue("cmi.core.score.raw", "120")`.

    ## Fix
    Scale scores to 0 to 100 and set `min`, `max` and `raw`.
    """
    yield from _refused(trace, score_range, "scale scores to 0 to 100")
    elements = trace.edition.runtime.elements
    codes = trace.edition.data_model.codes
    if codes.wrong_type != codes.out_of_range:
        return
    for session in trace.sessions:
        has = {name for name in ("raw", "min", "max") if any(trace.written(session, f"score.{name}"))}
        if "raw" in has and (has | _given(trace, session.given)) != {"raw", "min", "max"}:
            missing = " and ".join(elements[f"score.{name}"] for name in ("min", "max") if name not in has)
            message = f"it sets {elements['score.raw']} without {missing}"
            help_text = "set 0 and 100 as smallest and largest score"
            yield Diagnostic(score_range, message, Span(trace.file), help_text, weight=Severity.WARNING)


def _given(trace: Trace, values: object) -> set[str]:
    elements = trace.edition.runtime.elements
    held = values if isinstance(values, dict) else {}
    return {name for name in ("min", "max") if held.get(elements[f"score.{name}"])}


@rule("RTE-107", "session-time", Severity.ERROR, since="0.1", spec="1.2 RTE 3.4.4; 2004 RTE 4.2.20; RUN-51")
def session_time(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    A time has a form that the LMS refuses, or the session's time is longer than the session was.

    ## Why it matters
    LMSs add the session's time to the total by themselves: content that sends the total counts it again and
    again. A refused time is no time at all.

    ## Example
    `LMSSetValue("cmi.core.session_time", "00:00:59.999")`.

    ## Fix
    Write `HHHH:MM:SS.SS` in SCORM 1.2 and `PT#H#M#S` in 2004, two decimals at most, this session alone.
    """
    yield from _refused(trace, session_time, "write HHHH:MM:SS.SS in SCORM 1.2 and PT#H#M#S in 2004")
    for session in trace.sessions:
        told = [_seconds(value) for _, value in trace.taken(session, {trace.edition.data_model.session_time})]
        slack = session.seconds * 0.2 + 5
        if told and told[-1] > session.seconds + slack:
            message = (
                "the session's time is longer than the session was: it reports the time of earlier ones too"
            )
            help_text = "report the time since the launch only"
            yield Diagnostic(session_time, message, Span(trace.file), help_text, weight=Severity.WARNING)


def _seconds(text: str) -> float:
    clock = re.fullmatch(r"(\d+):(\d+):(\d+(?:\.\d+)?)", text)
    if clock:
        return int(clock[1]) * 3600 + int(clock[2]) * 60 + float(clock[3])
    period = re.fullmatch(
        r"P(?:\d+Y)?(?:\d+M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?", text
    )
    if not period:
        return 0
    days, hours, minutes, rest = (float(part or 0) for part in period.groups())
    return days * 86400 + hours * 3600 + minutes * 60 + rest


@rule(
    "RTE-108", "suspend-data-size", Severity.ERROR, since="0.1", spec="1.2 RTE 3.4.4; 2004 RTE 4.2.25; RUN-40"
)
def suspend_data_size(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    The suspend data are longer than an LMS of the edition has to take, or come near to it.

    ## Why it matters
    LMSs refuse or cut what is longer, many by bytes and not by letters: the learner starts again.

    ## Example
    5,000 characters in SCORM 1.2, where 4,096 are the limit.

    ## Fix
    Write less: numbers instead of words, and only what cannot be worked out again.
    """
    yield from _refused(trace, suspend_data_size, "write less")
    element = trace.edition.runtime.elements["suspend_data"]
    limit = trace.edition.data_model.elements[element].limit or 0
    sizes = [
        len(value.encode("utf-8", "replace"))
        for session in trace.sessions
        for _, value in trace.taken(session, {element})
    ]
    if limit and max(sizes, default=0) > limit * 0.9:
        message = f"the suspend data take {max(sizes):,} bytes, and LMSs may cut them at {limit:,}"
        yield Diagnostic(suspend_data_size, message, Span(trace.file), "write less", weight=Severity.WARNING)


@rule("RTE-110", "type-before-response", Severity.ERROR, since="0.1", spec="2004 RTE 4.2.9")
def type_first(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    Something of an interaction or objective is set before its id, or a response before its type.

    ## Why it matters
    SCORM 2004 refuses it with error 408: the answer is not in the LMS's report.

    ## Example
    `cmi.interactions.0.learner_response` before `cmi.interactions.0.type`.

    ## Fix
    Set `id`, then `type`, then the rest.
    """
    yield from _refused(trace, type_first, "set id, then type, then the rest")


@rule("RTE-111", "identifier-refused", Severity.ERROR, since="0.1", spec="1.2 RTE 3.4.2; 2004 RTE 4.1.1.7")
def identifier_form(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    The LMS refuses an identifier.

    ## Why it matters
    Everything else that is set for the same interaction or objective is refused with it.

    ## Example
    `Question 1`, with a space.

    ## Fix
    Use letters, digits, hyphens and underscores only.
    """
    yield from _refused(trace, identifier_form, "use letters, digits, hyphens and underscores only")


@rule("RTE-113", "objective-replaced", Severity.ERROR, since="0.1", spec="2004 RTE 4.2.17")
def objective_replaced(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    An objective that the LMS has made from the manifest is given another id.

    ## Why it matters
    The LMS refuses it with error 351, and what follows is reported for the wrong objective.

    ## Example
    `SetValue("cmi.objectives.0.id", "mine")` where the manifest names `theirs`.

    ## Fix
    Read `cmi.objectives._count` and the ids, and find objectives by their ids.
    """
    yield from _refused(trace, objective_replaced, "find objectives by their ids")


@rule("RTE-115", "number-form", Severity.ERROR, since="0.1", spec="1.2 RTE 3.4.2; 2004 RTE 4.1.1.7")
def number_form(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    A number is written with a comma, an exponent or a percent sign, or is none at all.

    ## Why it matters
    The LMS refuses it. With a comma it happens only in some countries, and nobody at home sees it.

    ## Example
    `0,8`, `1e-7`, `NaN`.

    ## Fix
    Write digits and a full stop, seven decimals at most, whatever the browser's language.
    """
    yield from _refused(trace, number_form, "write digits and a full stop")


@rule(
    "RTE-116", "not-attempted-set", Severity.ERROR, since="0.1", spec="1.2 RTE 3.4.4 cmi.core.lesson_status"
)
def not_attempted(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    The content sets the status "not attempted".

    ## Why it matters
    Only the LMS sets it. The value is refused with error 405.

    ## Example
    `LMSSetValue("cmi.core.lesson_status", "not attempted")`.

    ## Fix
    Set `incomplete` when the learner begins.
    """
    yield from _refused(trace, not_attempted, "set incomplete")


RULES = (
    value_refused,
    value_not_readable,
    score_range,
    session_time,
    suspend_data_size,
    type_first,
    identifier_form,
    objective_replaced,
    number_form,
    not_attempted,
)
