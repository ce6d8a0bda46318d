"""Whether a SCO ends its session as browsers still allow, and writes what the manifest reckons with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.content.code import Word
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.api_use import launched_scos, word_of
from cpom_scorm.rules.package_rules.lookups import items_of
from cpom_scorm.rules.package_rules.places import child_place, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.model import Package
    from cpom_scorm.source import Span

_HANDLER = r"""
      \bon{0} \s*+ =(?!=)
    | \b(?:addEventListener|attachEvent|addEvent|on|one|bind) \s*+ \( \s*+ ["'](?:on)?{0}["']
"""
_UNLOAD = Word("unload", re.compile(_HANDLER.format("unload"), re.VERBOSE))
_BEFORE_UNLOAD = Word("beforeunload", re.compile(_HANDLER.format("beforeunload"), re.VERBOSE))
_SURE = (Word.anywhere("pagehide"), Word.anywhere("visibilitychange"))
_LIBRARIES = ("Sizzle", "jQuery")
"""Names in libraries that let go of memory when a page is left: no sessions are ended there."""
_SCORE = Word.anywhere("core.score")


@rule("RES-031", "session-never-ended", Severity.WARNING, since="0.1", spec="RTE 2.1; 1.2 RTE 3.2")
def session_never_ended(package: Package) -> Iterator[Diagnostic]:
    """## What
    The code that a SCO reaches begins a session with the LMS, and nowhere holds the call that ends it.

    ## Why it matters
    Many LMSs count time and record the status only at the end of a session: learners find the course
    unfinished and their time lost.

    ## Example
    Scripts that call `LMSInitialize` and `LMSCommit`, and never `LMSFinish`.

    ## Fix
    End the session when the learner leaves, and from an exit button.
    """
    if package.edition is None:
        return
    calls, code = package.edition.runtime.calls, package.code
    # Wrappers for both generations put "LMS" before the name themselves.
    ends = Word.anywhere(calls["terminate"].removeprefix("LMS"))
    for resource, reach in launched_scos(package):
        begins = code.holds(reach.files, word_of(package.edition))
        begins = begins and code.holds(reach.files, Word.alone(calls["initialize"]))
        if begins and reach.is_known and not code.holds(reach.files, ends):
            name = quoted(resource.identifier)
            message = f'the SCO {name} begins a session and never calls "{calls["terminate"]}"'
            yield Diagnostic(
                session_never_ended,
                message,
                place(package, resource),
                "end the session when the learner leaves",
            )


@rule("RES-032", "unload-relied-on", Severity.WARNING, since="0.1", spec="Chrome's removal of unload; HTML")
def unload_relied_on(package: Package) -> Iterator[Diagnostic]:
    """## What
    A SCO acts when its page unloads, and not at `pagehide` or `visibilitychange`. Where it acts at
    `beforeunload` only, it is a note.

    ## Why it matters
    Chrome no longer fires `unload` in pages that forbid or do not expect it, and mobile browsers often fire
    neither: what was to be saved then is lost. `beforeunload` does not fire where the LMS removes the frame.

    ## Example
    `<body onunload="finish()">`

    ## Fix
    Save while the learner works, and end the session at `pagehide`, from a button, or both.
    """
    told: set[Span] = set()
    for _, reach in launched_scos(package):
        if any(package.code.holds(reach.files, word) for word in _SURE):
            continue
        for word, name, weight in (
            (_UNLOAD, "unload", Severity.WARNING),
            (_BEFORE_UNLOAD, "beforeunload", Severity.NOTE),
        ):
            span = next((one for one in package.code.finds(reach.files, word) if _is_own(package, one)), None)
            if span is None:
                continue
            if span not in told:
                told.add(span)
                message = f'the content acts at "{name}", which browsers often do not tell it of'
                help_text = "save while the learner works, and act at pagehide too"
                yield Diagnostic(unload_relied_on, message, span, help_text, weight=weight)
            break


def _is_own(package: Package, span: Span) -> bool:
    text = package.content.texts[span.file].text
    return not any(name in text for name in _LIBRARIES) or not span.file.lower().endswith((".js", ".mjs"))


@rule(
    "ITM-031", "mastery-score-unfed", Severity.WARNING, since="0.1", spec="1.2 RTE 3.4.4 cmi.core.score.raw"
)
def mastery_score_unfed(package: Package) -> Iterator[Diagnostic]:
    """## What
    An item of SCORM 1.2 has a `masteryscore`, and nothing that its SCO reaches writes a score.

    ## Why it matters
    The LMS compares the raw score with the mark to tell passed from failed. Without a score nobody passes, or
    the mark does nothing.

    ## Example
    `<adlcp:masteryscore>80</adlcp:masteryscore>` on a page that sets `cmi.core.lesson_status` only.

    ## Fix
    Let the content write `cmi.core.score.raw`, or remove the `masteryscore`.
    """
    silent = {
        resource.identifier
        for resource, reach in launched_scos(package)
        if reach.is_known and not package.code.holds(reach.files, _SCORE)
    }
    for item in items_of(package):
        if item.mastery_score is not None and item.resource_id in silent:
            message = f"the item {quoted(item.identifier)} has a masteryscore, but its SCO writes no score"
            span = child_place(package, item, "masteryscore")
            yield Diagnostic(mastery_score_unfed, message, span, "let it write cmi.core.score.raw")


RULES = (session_never_ended, unload_relied_on, mastery_score_unfed)
