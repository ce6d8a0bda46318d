"""What happened while packages were played, for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from cpom_scorm.reporters.as_json import document, findings_json, settings_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpom_scorm.play.playing import Played
    from cpom_scorm.reporters.judged import Judged
    from cpom_scorm.trace import Session, Trace


def plays_json(played: Iterable[Played], settings: Iterable[Judged] = ()) -> str:
    """Render what `play` saw and found, one entry per package, and what is wrong with settings files."""
    return document({"packages": [_package(one) for one in played], "settings": settings_json(settings)})


def _package(played: Played) -> dict[str, Any]:
    return {
        "path": played.path,
        "edition": played.edition.id if played.edition else None,
        "verdict": "plays" if played.valid else "does not play",
        "seconds": round(played.seconds, 2),
        **findings_json(played.report),
        "scos": [_sco(trace) for trace in played.traces],
    }


def _sco(trace: Trace) -> dict[str, Any]:
    sessions = [_session(session) for session in trace.sessions]
    return {"item": trace.item, "title": trace.title, "file": trace.file, "sessions": sessions}


def _session(session: Session) -> dict[str, Any]:
    return {
        "purpose": session.purpose,
        "seconds": session.seconds,
        "complete": session.seen_all,
        "views": [
            {
                "at": view.at,
                "title": view.title,
                "address": view.address,
                "barriers": [asdict(barrier) for barrier in view.barriers],
            }
            for view in session.views
        ],
        "calls": [
            {
                "at": call.at,
                "call": call.name,
                "arguments": list(call.arguments),
                "answer": call.answer,
                "code": call.code,
                "api": call.api,
            }
            for call in session.calls
        ],
        "events": [{"at": event.at, "kind": event.kind, "text": event.text} for event in session.events],
        "kept": dict(session.kept),
    }
