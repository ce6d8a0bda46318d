"""What keeps people with disabilities out of content, as axe finds it in what a learner saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.trace import Barrier, Trace, View

_IMPACTS = ("critical", "serious", "moderate", "minor")
_HEAVY = ("critical", "serious")


@rule("RTE-021", "barrier-in-play", Severity.WARNING, since="0.1", spec="WCAG 2.2 A, AA; A11Y-07")
def barrier_in_play(trace: Trace) -> Iterator[Diagnostic]:
    """## What
    axe finds that pages of the content break WCAG at level A or AA. What axe calls moderate or minor is a
    note, and so is a page that it could not judge. Found only where `play` is given a copy of axe (`--axe`).

    ## Why it matters
    People who see, hear or move differently cannot use the page, and in many places the law asks that they
    can. What axe finds is there; that it finds nothing does not say that nothing is.

    ## Example
    A picture without `alt`, or gray text on white that is too light.

    ## Fix
    Mend what axe names, everywhere: it is often one template or one style.
    """
    broken: dict[str, list[tuple[View, Barrier]]] = {}
    for session in trace.sessions:
        for view in session.views:
            for barrier in view.barriers:
                broken.setdefault(barrier.rule, []).append((view, barrier))
    for found in broken.values():
        yield _finding(trace, found)
    events = [event for session in trace.sessions for event in session.events if event.kind == "unjudged"]
    if events:
        others = {1: "", 2: ", nor another view"}.get(len(events), f", nor {len(events) - 1} other views")
        message = f"axe does not judge {events[0].text}{others}"
        yield Diagnostic(barrier_in_play, message, Span(trace.file), weight=Severity.NOTE)


def _finding(trace: Trace, found: list[tuple[View, Barrier]]) -> Diagnostic:
    """Tell of all places where one rule of axe is broken."""
    view, barrier = found[0]
    said = [impact for impact in _IMPACTS if any(one.impact == impact for _, one in found)]
    count = len({view.digest for view, _ in found})
    views = "a view" if count == 1 else f"{count} views"
    impact = f" ({said[0]})" if said else ""
    at = f"at {quoted(barrier.targets[0])} of " if barrier.targets else ""
    place = f"{quoted(view.title)} in {quoted(barrier.address)}" if view.title else quoted(barrier.address)
    first = "" if count == 1 else "first "
    message = (
        f"axe finds {quoted(barrier.rule)}{impact} in {views}, {quoted(barrier.help)}: {first}{at}{place}"
    )
    weight = None if said and said[0] in _HEAVY else Severity.NOTE
    return Diagnostic(barrier_in_play, message, Span(trace.file), "mend it wherever it is", weight=weight)


RULES = (barrier_in_play,)
