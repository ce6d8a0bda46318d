"""Whether learners find again what they have left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.trace import Session, Trace

_DONE = {"completed", "passed", "failed"}
_TARGET = re.compile(r"\{target=([^}]*)\}(?:choice|jump)")


def _kept_by(trace: Trace, session: Session) -> set[str]:
    """Give which of location and suspend data the content has left with something in it."""
    last: dict[str, str] = {}
    for call, value in trace.written(session, "location", "suspend_data"):
        last[call.arguments[0]] = value
    return {element for element, value in last.items() if value}


@rule("RTE-105", "exit-forgets", Severity.WARNING, since="0.1", spec="2004 RTE 4.2.8; 1.2 RTE 3.4.4; RUN-14")
def exit_forgets(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    The learner leaves half-way, and the content ends without the exit value `suspend`.

    ## Why it matters
    The attempt is over for the LMS: the next launch is a new one, and bookmark and suspend data may be gone.

    ## Example
    `LMSFinish("")` without `LMSSetValue("cmi.core.exit", "suspend")`.

    ## Fix
    Set `suspend` as long as the learner is not done; better always.
    """
    exit_element = trace.edition.data_model.exit
    suspend = trace.edition.runtime.suspend
    statuses = {status.element for status in next(iter(trace.edition.runtime.statuses.values()))}
    for session in trace.sessions:
        if session.purpose != "first" or not any(trace.calls(session, "terminate")):
            continue
        exits = [value for _, value in trace.taken(session, {exit_element})]
        is_done = any(value in _DONE for _, value in trace.taken(session, statuses))
        kept = _kept_by(trace, session)
        if kept and not is_done and exits[-1:] != [suspend]:
            how = f"with {exit_element} {quoted(exits[-1])}" if exits else f"without setting {exit_element}"
            message = f"it keeps {' and '.join(sorted(kept))} and ends {how}, so the LMS may forget them"
            yield Diagnostic(exit_forgets, message, Span(trace.file), f'set {exit_element} to "{suspend}"')


@rule("RTE-014", "starts-over", Severity.WARNING, since="0.1", spec="2004 RTE 4.2.7; RUN-20")
def starts_over(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    A learner who left half-way and comes back is shown what they saw at the very first launch, and nothing
    else; or the content kept nothing of where they were.

    ## Why it matters
    Who has a quarter of an hour at a time never gets to the end.

    ## Example
    Content that sets a bookmark and never asks for it.

    ## Fix
    Keep the place in `location` or the suspend data, and go there when they are not empty.
    """
    first = next((session for session in trace.sessions if session.purpose == "first"), None)
    later = ("resumed", "all right")
    again = next((session for session in trace.sessions if session.purpose in later), None)
    if first is None or again is None or len(first.views) < 2 or not again.views:
        return
    if again.views[0].digest != first.views[0].digest or not any(trace.calls(first, "initialize")):
        return
    if any(view.digest in {one.digest for one in first.views[1:]} for view in again.views[1:2]):
        asked = {call.arguments[0] for call in trace.calls(again, "get") if call.arguments}
        kept = _kept_by(trace, first)
        why = "though it was kept" if kept else "as it keeps no place"
        why = "as it never asks for what was kept" if kept and not kept & asked else why
        message = f"who comes back starts at the front, {why}"
        yield Diagnostic(starts_over, message, Span(trace.file), "keep the place, and go there")


@rule("RTE-114", "navigation-target-unknown", Severity.WARNING, since="0.1", spec="SN 5.6.2; 2004 RTE 4.4")
def navigation_target_unknown(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    A navigation request names a target that is no item of the manifest.

    ## Why it matters
    The LMS does not know where to go: the learner is shown nothing, or stays.

    ## Example
    `{target=chapter2.html}choice`, with the name of a file.

    ## Fix
    Name the identifier of an item.
    """
    for session in trace.sessions:
        for _, value in trace.taken(session, {"adl.nav.request"}):
            found = _TARGET.fullmatch(value)
            if found and trace.items and found[1] not in trace.items:
                message = f"it asks the LMS to go to {quoted(found[1])}, and there is no such item"
                help_text = "name the identifier of an item"
                yield Diagnostic(navigation_target_unknown, message, Span(trace.file), help_text)


RULES = (starts_over, exit_forgets, navigation_target_unknown)
