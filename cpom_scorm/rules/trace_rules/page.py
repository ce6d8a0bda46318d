"""What goes wrong in the browser while content runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, declared, rule
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.trace import EventKind, Trace

_NEEDED = (".js", ".mjs", ".css", ".htm", ".html", ".json", ".xml")
_MOST = 10
"""Findings of one kind of complaint: one fault in a loop is not fifty faults."""

NOTHING_TO_PLAY = declared(
    "RTE-016",
    "nothing-to-play",
    """## What
    No item of the package launches a SCO.

    ## Why it matters
    Nothing of it talks to the LMS: it can be opened, and nobody knows by whom.

    ## Example
    A package whose only resource is an asset.

    ## Fix
    Mark what talks to the LMS as SCO, and let an item launch it.
    """,
    spec="CAM 2.1.1, 3.4.1.9",
    severity=Severity.WARNING,
)


DRIVER_FILE = declared(
    "RTE-019",
    "driver-file",
    """## What
    A driver file cannot be read as steps, or a step finds nothing to act on.

    ## Why it matters
    What comes after it has not been played, and is not judged.

    ## Example
    `- click: {name: Begin}` where the button is called "Start".

    ## Fix
    Name what is to be seen at that moment; `wait` for it where it comes later.
    """,
    spec="docs/playing.md",
)


def _texts(trace: Trace, kind: EventKind) -> list[str]:
    """Give what events of a kind say, each once and in their order."""
    return list(
        dict.fromkeys(
            event.text for session in trace.sessions for event in session.events if event.kind == kind
        )
    )


@rule("RTE-009", "file-missing-in-play", Severity.WARNING, since="0.1", spec="CAM 3.4.1.9; RES-004")
def file_missing_in_play(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    The content asks for a file that the package does not hold. For pages, scripts and styles it is an error.

    ## Why it matters
    The learner sees a gap, or the content stops.

    ## Example
    `img/Logo.png` where the file is called `img/logo.png`.

    ## Fix
    Add the file, or correct the address. Servers tell capital from small letters.
    """
    for name in _texts(trace, "missing"):
        is_needed = name.lower().endswith(_NEEDED)
        message = f"it asks for {quoted(name)}, which is not in the package"
        weight = Severity.ERROR if is_needed else None
        yield Diagnostic(file_missing_in_play, message, Span(trace.file), "add the file", weight=weight)


@rule("RTE-010", "script-error-in-play", Severity.WARNING, since="0.1", spec="ECMA-262; RUN-03")
def script_error_in_play(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    A script of the content stops with an error, or writes one into the console (a note).

    ## Why it matters
    Whatever would have come after it does not happen, a save for example.

    ## Example
    `TypeError: Cannot read properties of null`.

    ## Fix
    Open the browser's console at this place and mend the script.
    """
    for text in _texts(trace, "fault")[:_MOST]:
        yield Diagnostic(
            script_error_in_play, f"a script stops: {quoted(text)}", Span(trace.file), "mend the script"
        )
    for text in _texts(trace, "complaint")[:_MOST]:
        message = f"the console says {quoted(text)}"
        yield Diagnostic(script_error_in_play, message, Span(trace.file), weight=Severity.NOTE)


@rule("RTE-011", "outside-request", Severity.WARNING, since="0.1", spec="SEC-11; BLD-15")
def outside_request(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    The content asks for something from another site. It was refused while it was played.

    ## Why it matters
    The learner's address goes to a stranger, and the content breaks behind a firewall, in an app without
    network, or on the day when the other site is gone.

    ## Example
    Fonts or a script from a public host.

    ## Fix
    Put the files into the package.
    """
    hosts: dict[str, str] = {}
    for address in _texts(trace, "outside"):
        hosts.setdefault("/".join(address.split("/")[:3]), address)
    for address in list(hosts.values())[:_MOST]:
        message = f"it asks another site for {quoted(address)}"
        yield Diagnostic(outside_request, message, Span(trace.file), "put the file into the package")


@rule("RTE-012", "stops-the-learner", Severity.NOTE, since="0.1", spec="HTML 8.8.1; WCAG 2.2 3.2.5")
def stops_the_learner(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    The content stops everything with `alert`, `confirm` or `prompt`, or opens another window.

    ## Why it matters
    LMSs' apps block both, and browsers let learners turn them off. While a dialog is open, nothing is saved.

    ## Example
    `alert("Your session has been saved")`.

    ## Fix
    Say it in the page, and stay in the LMS's frame.
    """
    for text in _texts(trace, "dialog")[:_MOST]:
        yield Diagnostic(stops_the_learner, f"it stops the learner by {quoted(text)}", Span(trace.file))
    windows = _texts(trace, "window")
    if windows:
        yield Diagnostic(
            stops_the_learner, f"it opens another window: {quoted(windows[0])}", Span(trace.file)
        )


@rule("RTE-013", "does-not-end", Severity.ERROR, since="0.1", spec="SEC-11")
def does_not_end(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    The content had to be stopped: it asks, loads, calls or computes without end.

    ## Why it matters
    The learner's browser hangs, and with it the LMS.

    ## Example
    `while (!findAPI()) {}`.

    ## Fix
    Let each loop end after some tries.
    """
    for text in _texts(trace, "stuck"):
        yield Diagnostic(does_not_end, f"it had to be stopped: {text}", Span(trace.file), "let each loop end")


@rule("RTE-017", "leaves-the-frame", Severity.ERROR, since="0.1", spec="2004 RTE 3.3.1; RUN-02")
def leaves_the_frame(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    The content puts itself in the place of the LMS's page.

    ## Why it matters
    The API is gone with the LMS's page, and the learner cannot get back.

    ## Example
    `if (top !== self) top.location = self.location`.

    ## Fix
    Stay in the frame: take such lines out.
    """
    for name in _texts(trace, "left"):
        message = f"it takes the place of the LMS's page with {quoted(name)}"
        yield Diagnostic(leaves_the_frame, message, Span(trace.file), "stay in the frame")


@rule(
    "RTE-015", "other-api-chosen", Severity.WARNING, since="0.1", spec="1.2 RTE 3.3.6; 2004 RTE 3.3.2; RUN-04"
)
def other_api_chosen(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    Where the LMS offers the API objects of SCORM 1.2 and 2004 at once, the content takes that of the other
    edition.

    ## Why it matters
    Saba and Kallidus offer both. The content talks to an object that knows nothing of this course.

    ## Example
    A 1.2 package that looks for `API_1484_11` first.

    ## Fix
    Look for the API object of the edition that the manifest names.
    """
    own = trace.edition.runtime.api
    for session in trace.sessions:
        called = {call.api for call in session.calls if call.api}
        if session.purpose == "both APIs" and called and own not in called:
            other = sorted(called)[0]
            message = f"where an LMS offers both, it takes {other} and not {own}, its edition's"
            yield Diagnostic(other_api_chosen, message, Span(trace.file), f"look for {own} first")


RULES = (
    file_missing_in_play,
    script_error_in_play,
    outside_request,
    stops_the_learner,
    does_not_end,
    other_api_chosen,
    leaves_the_frame,
)
