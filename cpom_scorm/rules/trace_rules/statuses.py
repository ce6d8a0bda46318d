"""Whether statuses and scores mean what the content means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.trace_rules.session import was_cut_short
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.editions.edition import StatusElement
    from cpom_scorm.trace import Session, Trace

_MASTERY = "cmi.student_data.mastery_score"


def _statuses(trace: Trace) -> tuple[StatusElement, ...]:
    return next(iter(trace.edition.runtime.statuses.values()))


def _has_one_status(trace: Trace) -> bool:
    """Whether the edition has one status for completion and success alike."""
    return len(_statuses(trace)) == 1


def _played(trace: Trace) -> list[Session]:
    """Give the sessions in which something could be reached."""
    return [session for session in trace.sessions if session.purpose not in ("review", "both APIs")]


@rule(
    "RTE-102", "status-left-to-lms", Severity.WARNING, since="0.1", spec="1.2 RTE 3.4.4 lesson_status; RUN-12"
)
def status_left_to_lms(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    The content sets no status, or one that the LMS replaces because the manifest has a mastery score.

    ## Why it matters
    Without a status, SCORM 1.2 has the LMS write "completed" for whoever opened the course, and 2004 leaves
    it unknown. With a mastery score, "completed" and any raw score become "passed" or "failed".

    ## Example
    `adlcp:masteryscore` 80 and content that sets `completed` with a raw score of 50.

    ## Fix
    Set a status from the beginning, and leave the mastery score out or agree with it.
    """
    span = Span(trace.file)
    elements = {status.element for status in _statuses(trace)}
    played = _played(trace)
    begun = [session for session in played if any(trace.calls(session, "initialize"))]
    # A status that is refused has a finding of its own.
    tried = {call.arguments[0] for session in begun for call in trace.calls(session, "set") if call.arguments}
    if begun and not elements & tried:
        message = f"it never sets {' or '.join(sorted(elements))}"
        yield Diagnostic(
            status_left_to_lms, message, span, "set incomplete at first, and a result at the end"
        )
    if not _has_one_status(trace):
        return
    for session in played:
        mastery, raw = session.given.get(_MASTERY), _last(trace, session, "score.raw")
        status = next((value for _, value in reversed([*trace.taken(session, elements)])), "")
        if mastery and raw and status not in ("passed", "failed", ""):
            message = (
                f"it sets {quoted(status)} and a score, and the LMS replaces the status by the mastery score"
            )
            yield Diagnostic(
                status_left_to_lms, message, span, "set passed or failed, or take masteryscore out"
            )


def _last(trace: Trace, session: Session, name: str) -> str:
    return next((value for _, value in reversed([*trace.written(session, name)])), "")


@rule("RTE-103", "status-falls", Severity.WARNING, since="0.1", spec="1.2 RTE 3.4.4; RUN-10")
def status_falls(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    A status that was reached is replaced by a lower one.

    ## Why it matters
    The learner has passed, and the LMS shows otherwise as soon as they come back.

    ## Example
    `incomplete` at each start, also where the LMS holds `passed`.

    ## Fix
    Ask for the status first, and set only what is higher.
    """
    for status in _statuses(trace):
        ranks = status.ranks
        held = ""
        for session in _played(trace):
            if not session.given.get(status.element):
                held = ""
            for _, value in trace.taken(session, {status.element}):
                if ranks.get(value, 0) < ranks.get(held, 0) and ranks.get(held, 0) > 1:
                    message = f"it sets {status.element} to {quoted(value)} after {quoted(held)}"
                    yield Diagnostic(status_falls, message, Span(trace.file), "set only what is higher")
                held = value


@rule("RTE-104", "half-a-result", Severity.WARNING, since="0.1", spec="2004 RTE 4.2.4, 4.2.22; SN 4.6")
def half_a_result(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    In SCORM 2004 only one of the two statuses is set, though there is a score.

    ## Why it matters
    Completion and success are independent: the other one stays unknown, and so does the course.

    ## Example
    `cmi.success_status` "passed" and no `cmi.completion_status`.

    ## Fix
    Set both.
    """
    statuses = _statuses(trace)
    if len(statuses) == 1:
        return
    played = _played(trace)
    has_score = any(any(trace.written(session, "score.scaled", "score.raw")) for session in played)
    unset = [
        status.element
        for status in statuses
        if not any(any(trace.taken(session, {status.element})) for session in played)
    ]
    if has_score and len(unset) == 1:
        message = f"it sets a score and never {unset[0]}"
        yield Diagnostic(half_a_result, message, Span(trace.file), "set completion and success")


@rule(
    "RTE-106", "review-changes-results", Severity.WARNING, since="0.1", spec="2004 RTE 4.2.14; 1.2 RTE 3.4.4"
)
def review_changes_results(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    The content sets a status or a score though the LMS says that the attempt is only looked at again.

    ## Why it matters
    Some LMSs keep it: whoever looks at a finished course loses the result.

    ## Example
    `incomplete` at the start, without a look at `cmi.mode`.

    ## Fix
    Ask for the mode, and set neither status nor score in "review" and "browse".
    """
    names = trace.edition.runtime.elements
    elements = {status.element for status in _statuses(trace)}
    elements |= {names[name] for name in ("score.raw", "score.scaled") if name in names}
    for session in trace.sessions:
        if session.purpose == "review":
            changed = {
                call.arguments[0]: value
                for call, value in trace.taken(session, elements)
                if value != session.given.get(call.arguments[0])
            }
            for element, value in changed.items():
                message = f"in review it sets {element} to {quoted(value)}"
                yield Diagnostic(review_changes_results, message, Span(trace.file), "ask for the mode first")


@rule("RTE-109", "scaled-score", Severity.WARNING, since="0.1", spec="2004 RTE 4.2.21; SN 4.5")
def scaled_score(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    In SCORM 2004 a raw score is set without a scaled one.

    ## Why it matters
    The scaled score is the only one that rollup, pass marks and most gradebooks look at.

    ## Example
    `cmi.score.raw` 80 and nothing in `cmi.score.scaled`.

    ## Fix
    Set `cmi.score.scaled` as well, from -1 to 1.
    """
    if "score.scaled" not in trace.edition.runtime.elements:
        return
    for session in _played(trace):
        if any(trace.written(session, "score.raw")) and not any(trace.written(session, "score.scaled")):
            message = "it sets cmi.score.raw without cmi.score.scaled"
            yield Diagnostic(scaled_score, message, Span(trace.file), "set the scaled score too")


@rule("RTE-018", "own-result-wrong", Severity.ERROR, since="0.1", spec="RUN-10, RUN-13")
def own_result_wrong(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    A package that cpom-scorm built was played by somebody who answers everything rightly, or everything
    wrongly, and the LMS holds another result than that.

    ## Why it matters
    The package does not report what learners have earned.

    ## Example
    All answers right, and a score of 96.

    ## Fix
    Tell us: it is a fault of the player, or of the course's keys. Build again without changes to the package.
    """
    elements = trace.edition.runtime.elements
    for session in trace.sessions:
        best = {"all right": True, "all wrong": False}.get(session.purpose)
        if best is None or not session.seen_all or was_cut_short(session):
            continue
        score = session.kept.get(elements["score.raw"], "")
        statuses = [session.kept.get(status.element, "") for status in _statuses(trace)]
        held = f"with {session.purpose}, the LMS holds {' and '.join(statuses)}"
        expected = 100 if best else 0
        if score and (float(score) != expected or ("passed" in statuses) is not best):
            message = f"{held} and a score of {score}"
            yield Diagnostic(own_result_wrong, message, Span(trace.file), f"expected a score of {expected}")
        elif best and not {"passed", "completed"} & set(statuses):
            message = f"{held}: something is left that the learner has not found"
            help_text = "look at the report, and play the rest by a driver file"
            yield Diagnostic(own_result_wrong, message, Span(trace.file), help_text, weight=Severity.WARNING)


RULES = (
    own_result_wrong,
    status_left_to_lms,
    status_falls,
    half_a_result,
    review_changes_results,
    scaled_score,
)
