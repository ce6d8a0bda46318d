"""Reads traces from text, so that a fixture shows in a few lines what happened.

    edition scorm12
    given cmi.student_data.mastery_score 80
    session first 60
    LMSInitialize "" = true
    LMSSetValue cmi.core.score.raw 120 = false 405
    view "Page 1" page1.html
    barrier image-alt critical "Images must have alternative text" img
    event missing img/a.png

`session` names purpose, seconds and, where they differ, `no-unload` and `left-early`. Calls carry no time:
they follow each other by a tenth of a second, or by what `wait 0.01` says. `-> API_1484_11` after a call
names another API object than the edition's. `x*4097` is so many times the letter. What a session is given
stands in the lines `given` before it.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field, replace
from pathlib import Path

from cpom_scorm.editions import Edition, edition_named
from cpom_scorm.trace import Barrier, Call, Event, Session, Trace, View

FOLDER = Path(__file__).parent / "trace"


@dataclass
class _Draft:
    words: list[str]
    given: dict[str, str]
    calls: list[Call] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    views: list[View] = field(default_factory=list)


def read_trace(text: str) -> Trace:
    """Read one trace. Raises AssertionError for lines that mean nothing."""
    edition: Edition | None = None
    drafts: list[_Draft] = []
    manifest: dict[str, str] = {}
    now, pause = 0.0, 0.1
    for line in filter(None, (line.strip() for line in text.splitlines())):
        word, *rest = shlex.split(line)
        if word == "edition":
            edition = edition_named(rest[0])
        elif word == "given":
            manifest[rest[0]] = rest[1]
        elif word == "session":
            drafts.append(_Draft(rest, dict(manifest)))
            now, pause = 0.0, 0.1
        elif word == "wait":
            pause = float(rest[0])
        elif word == "view":
            drafts[-1].views.append(View(now, rest[0], rest[1], digest=rest[0]))
        elif word == "barrier":
            view = drafts[-1].views.pop()
            barrier = Barrier(*rest[:3], view.address, tuple(rest[3:]))
            drafts[-1].views.append(replace(view, barriers=(*view.barriers, barrier)))
        elif word == "event":
            drafts[-1].events.append(Event(now, rest[0], rest[1]))  # type: ignore[arg-type]
        else:
            assert edition, line
            now += pause
            drafts[-1].calls.append(_call(line, edition, now))
    assert edition
    return Trace(
        edition, "index.html", "Course", tuple(map(_session, drafts)), "item-1", frozenset({"item-1"})
    )


def _call(line: str, edition: Edition, now: float) -> Call:
    line, _, api = line.partition("->")
    said, _, answer = line.partition(" = ")
    name, *arguments = shlex.split(said)
    value, code = (*answer.split(), "0")[:2]
    odd = "undefined" in arguments or not arguments
    values = tuple(map(_written_out, arguments))
    return Call(now, name, values, value, int(code), odd, api.strip() or edition.runtime.api)


def _written_out(argument: str) -> str:
    many = re.fullmatch(r"(.+)\*(\d+)", argument)
    return many[1] * int(many[2]) if many else argument


def _session(draft: _Draft) -> Session:
    purpose, seconds, *marks = draft.words
    kept = {
        call.arguments[0]: call.arguments[1]
        for call in draft.calls
        if call.code == 0 and len(call.arguments) == 2
    }
    return Session(
        purpose=purpose,  # type: ignore[arg-type]
        seconds=float(seconds),
        given=draft.given,
        kept={**draft.given, **kept},
        calls=tuple(draft.calls),
        events=tuple(draft.events),
        views=tuple(draft.views),
        closed_at=float(seconds),
        unload="no-unload" not in marks,
        seen_all="left-early" not in marks,
    )
