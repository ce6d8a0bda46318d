"""A session as a drawing: what was seen, read, set and saved, along the time."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from cpom_scorm.reporters.measures import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.trace import Session, Trace

_LANES = ("seen", "session", "read", "set", "saved", "events")
_ROLES = {"initialize": "session", "terminate": "session", "get": "read", "set": "set", "commit": "saved"}
_LEFT, _WIDTH, _LANE, _TOP = 64, 936, 20, 14
_MOST_MARKS = 1500


def call_strip(trace: Trace, session: Session) -> str:
    """Draw a session as SVG; the table below it says the same in words."""
    length = max(session.seconds, 0.1)
    height = _TOP + len(_LANES) * _LANE + 18
    marks = "".join(
        _mark(at / length, lane, style, said) for at, lane, style, said in _moments(trace, session)
    )
    lanes = "".join(
        f'<path class="lane" d="M{_LEFT} {_height(lane)}h{_WIDTH - 12}"/>'
        f'<text x="8" y="{_height(lane) + 4}">{lane}</text>'
        for lane in _LANES
    )
    ticks = "".join(
        f'<text x="{_across(share):.0f}" y="{height - 5}" text-anchor="middle">{length * share:.1f} s</text>'
        for share in (0, 0.25, 0.5, 0.75, 1)
    )
    calls, views = counted(len(session.calls), "call"), counted(len(session.views), "view")
    said = f"{calls} and {views} in {length:.1f} seconds"
    return (
        f'<svg class="strip" viewBox="0 0 {_LEFT + _WIDTH + 20} {height}" role="img" aria-label="{said}">'
        f"{lanes}{marks}{ticks}</svg>"
    )


def _moments(trace: Trace, session: Session) -> Iterator[tuple[float, str, str, str]]:
    """Give time, lane, style and words of all that is drawn."""
    not_set = trace.edition.data_model.codes.not_set
    for view in session.views:
        yield view.at, "seen", "view", view.title
    for call in session.calls[:_MOST_MARKS]:
        lane = _ROLES.get(trace.role(call))
        if lane:
            style = "refused" if call.code not in (0, not_set) else ""
            yield call.at, lane, style, f"{call.name} {' '.join(call.arguments)[:80]}"
    for event in session.events:
        yield event.at, "events", "event", f"{event.kind}: {event.text}"


def _mark(share: float, lane: str, style: str, said: str) -> str:
    x, y = _across(min(share, 1)), _height(lane)
    title = f"<title>{escape(''.join(filter(str.isprintable, said)))}</title>"
    if style == "refused":
        # A shape of its own, not only another color.
        return f'<path class="mark refused" d="M{x:.1f} {y - 7}l6 12h-12z">{title}</path>'
    if style == "view":
        return f'<circle class="mark view" cx="{x:.1f}" cy="{y}" r="4.5">{title}</circle>'
    place = f'x="{x - 1.5:.1f}" y="{y - 6}"'
    return f'<rect class="mark {style}" {place} width="3" height="12" rx="1">{title}</rect>'


def _height(lane: str) -> int:
    return _TOP + _LANES.index(lane) * _LANE


def _across(share: float) -> float:
    return _LEFT + 8 + share * (_WIDTH - 28)
