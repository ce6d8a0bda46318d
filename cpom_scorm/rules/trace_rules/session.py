"""Whether a session is begun, saved and ended as it has to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.rule import Severity, rule
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.trace import Session, Trace

_DATA = ("get", "set", "commit")
_TIGHT = 20
"""Commits within one second: more than any learner causes."""


def was_cut_short(session: Session) -> bool:
    """Whether the content could not end its session as it wanted: it was stopped, or has left."""
    return any(event.kind in ("stuck", "left") for event in session.events)


def _judged(trace: Trace) -> Iterator[Session]:
    """Give the sessions in which the content has its own API object to itself."""
    return (session for session in trace.sessions if session.purpose != "both APIs")


@rule("RTE-001", "session-calls", Severity.ERROR, since="0.1", spec="1.2 RTE 3.3; 2004 RTE 3.1, 3.2; RUN-01")
def session_calls(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    The content does not begin and end its session with one call each: it never calls `Initialize` or
    `Terminate`, calls one of them twice, or gives them something other than an empty text.

    ## Why it matters
    Without the first the LMS takes nothing, without the last many count no time and show no grade. Moodle
    forgets all that was set when it is initialized twice.

    ## Example
    A page that calls `LMSInitialize("")` in every one of its frames.

    ## Fix
    Call `Initialize("")` once when the content starts, and `Terminate("")` once when it ends.
    """
    runtime = trace.edition.runtime
    begin, end = runtime.calls["initialize"], runtime.calls["terminate"]
    span = Span(trace.file)
    for session in _judged(trace):
        begun, ended = list(trace.calls(session, "initialize")), list(trace.calls(session, "terminate"))
        if not begun and not was_cut_short(session):
            message = f"it never calls {begin}, so the LMS takes nothing from it"
            yield Diagnostic(session_calls, message, span, f'call {begin}("") when the content starts')
            continue
        for name, calls in ((begin, begun), (end, ended)):
            if len(calls) > 1:
                message = f"it calls {name} {len(calls)} times in one session"
                yield Diagnostic(session_calls, message, span, "call it once")
            for call in calls:
                if call.odd or call.arguments != ("",):
                    given = ", ".join(call.arguments) or "nothing"
                    message = f'it calls {name} with {given}, expected ""'
                    yield Diagnostic(session_calls, message, span, f'call {name}("")')
        if begun and not ended and not was_cut_short(session) and not _only_unload(trace, session):
            message = f"it never calls {end}, neither at its end nor when the learner leaves"
            help_text = f'call {end}("") at the end, and on pagehide for those who leave before'
            yield Diagnostic(session_calls, message, span, help_text)


@rule("RTE-002", "call-outside-session", Severity.ERROR, since="0.1", spec="2004 RTE 3.1.3; 1.2 RTE 3.3")
def call_outside_session(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    Values are read, set or committed before the session has begun or after it has ended.

    ## Why it matters
    The LMS refuses them: what the learner did is lost, or the content starts without what was kept.

    ## Example
    `LMSSetValue("cmi.core.exit", "suspend")` after `LMSFinish("")`.

    ## Fix
    Set everything between `Initialize` and `Terminate`.
    """
    codes = trace.edition.data_model.codes
    roles = trace.edition.runtime.calls
    for session in _judged(trace):
        is_running, has_run = False, False
        lost: dict[tuple[str, str], int] = {}
        for call in trace.calls(session):
            role = trace.role(call)
            if role == "initialize" and call.code == 0:
                is_running = has_run = True
            elif role == "terminate" and call.code == 0:
                is_running = False
            elif (
                role in _DATA
                and not is_running
                and call.code in (*codes.before.values(), *codes.after.values())
            ):
                when = f"after {roles['terminate']}" if has_run else f"before {roles['initialize']}"
                lost[call.name, when] = lost.get((call.name, when), 0) + 1
        for name, when in lost:
            message = f"it calls {name} {when}, and the LMS refuses it"
            yield Diagnostic(
                call_outside_session, message, Span(trace.file), "call it while the session runs"
            )


@rule("RTE-003", "ends-in-unload-only", Severity.WARNING, since="0.1", spec="RUN-17; HTML 7.4.2")
def ends_in_unload_only(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    The session ends only where the browser runs `unload` handlers.

    ## Why it matters
    Chrome stops running them, and phones never did: the learner leaves, and no `Terminate` reaches the LMS.

    ## Example
    `window.onunload = finish` and nothing else.

    ## Fix
    Listen to `pagehide`, guarded against a second call, and commit early.
    """
    if any(_only_unload(trace, session) for session in _judged(trace)):
        end = trace.edition.runtime.calls["terminate"]
        message = f"it calls {end} only in an unload handler, which browsers are giving up"
        yield Diagnostic(ends_in_unload_only, message, Span(trace.file), "listen to pagehide as well")


def _only_unload(trace: Trace, session: Session) -> bool:
    """Whether this session had no end because there is no unload any more, and others had one."""
    if session.unload or was_cut_short(session) or not any(trace.calls(session, "initialize")):
        return False
    ended = [bool(any(trace.calls(one, "terminate"))) for one in _judged(trace) if one.unload]
    return any(ended) and not any(trace.calls(session, "terminate"))


@rule("RTE-004", "commits", Severity.WARNING, since="0.1", spec="2004 RTE 3.1.4.3; RUN-16")
def commits(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    Values are set and never committed before the session ends, or committed in a tight loop.

    ## Why it matters
    What has not been committed is gone when the battery or the network goes. LMSs slow down or lock out
    content that commits all the time.

    ## Example
    Twenty `SetValue` and one `Terminate`, an hour later.

    ## Fix
    Commit after each answer and each change of the status, and no more than once in some seconds else.
    """
    name = trace.edition.runtime.calls["commit"]
    span = Span(trace.file)
    worked = [session for session in _judged(trace) if any(trace.calls(session, "set"))]
    if worked and not any(any(trace.calls(session, "commit")) for session in worked):
        message = f"it sets values and never calls {name} before the session ends"
        yield Diagnostic(commits, message, span, "commit after each answer and each change of the status")
    for session in worked:
        times = [call.at for call in trace.calls(session, "commit")]
        if any(later - sooner < 1 for sooner, later in zip(times, times[_TIGHT:], strict=False)):
            message = f"it calls {name} more than {_TIGHT} times within a second"
            yield Diagnostic(commits, message, span, "commit what has changed once, after some seconds")
            break


@rule("RTE-006", "refusal-unnoticed", Severity.WARNING, since="0.1", spec="2004 RTE 3.1.5; 1.2 RTE 3.3.2")
def refusal_unnoticed(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    The LMS has refused values, and the content never asks for the error.

    ## Why it matters
    The learner is not told that nothing was kept, and nobody finds out why.

    ## Example
    `SetValue` answers "false", and the content goes on.

    ## Fix
    Look at what each `SetValue` answers and ask `GetLastError`; log it at least.
    """
    for session in _judged(trace):
        refused = [call for call in trace.calls(session, "set") if call.code]
        if refused and not any(trace.calls(session, "lastError")):
            name = trace.edition.runtime.calls["lastError"]
            message = f"the LMS refuses values, and the content never calls {name}"
            yield Diagnostic(refusal_unnoticed, message, Span(trace.file), "ask for the error and log it")


@rule("RTE-020", "not-gone-through", Severity.NOTE, since="0.1", spec="docs/playing.md")
def not_gone_through(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    The learner had to leave before nothing was left to do.

    ## Why it matters
    What comes later has not been seen: that nothing is found there means nothing.

    ## Example
    A course of an hour, played with a time limit of two minutes.

    ## Fix
    Give it more time (`--timeout`), or steps (`--driver`) where the learner does not find the way on.
    """
    for session in _judged(trace):
        is_meant_to_end = session.purpose in ("resumed", "all right", "all wrong")
        if is_meant_to_end and not session.seen_all and not was_cut_short(session):
            message = "the learner did not get to its end in the time that was given"
            yield Diagnostic(not_gone_through, message, Span(trace.file), "give it more time by --timeout")


RULES = (
    not_gone_through,
    session_calls,
    call_outside_session,
    ends_in_unload_only,
    commits,
    refusal_unnoticed,
)
