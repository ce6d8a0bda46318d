"""What happened while packages were played, as one page for people: findings, pictures, every call.

The page needs nothing beside itself: no script, no network. All that comes from packages is escaped.
"""

from __future__ import annotations

import base64
from html import escape
from importlib import resources
from typing import TYPE_CHECKING

from cpom_scorm.reporters.as_text import counts_text
from cpom_scorm.reporters.call_strip import call_strip
from cpom_scorm.reporters.measures import counted
from cpom_scorm.reporters.terminal import printable
from cpom_scorm.trace import Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpom_scorm.diagnostics import Diagnostic
    from cpom_scorm.play.playing import Played
    from cpom_scorm.trace import Call, Purpose, Session, Trace, View

_ICONS = {"good": "✓", "error": "✕", "warning": "!", "note": "i"}
_PURPOSES: dict[Purpose, tuple[str, str]] = {
    "first": ("First launch, left half-way", "The LMS takes the frame away after a few pages."),
    "resumed": ("Back again, to the end", "The same learner goes on. Unload handlers do not run."),
    "review": ("In review", "The LMS says that the finished attempt is only looked at again."),
    "both APIs": ("With both API objects", "The LMS offers those of SCORM 1.2 and 2004 at once."),
    "all right": ("Back again, everything right", "Goes on to the end. Unload handlers do not run."),
    "all wrong": ("Anew, everything wrong", "Another attempt with another browser."),
}
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_LONGEST_VALUE = 300
_MOST_ROWS = 600
"""Calls and events of one session that are listed; the rest is counted."""


def play_page(played: Iterable[Played]) -> bytes:
    """Give the page as the bytes of a file."""
    all_played = list(played)
    body = "\n".join(_package(number, one) for number, one in enumerate(all_played))
    style = resources.files("cpom_scorm.reporters").joinpath("play_page.css").read_text("utf-8")
    failed = sum(not one.valid for one in all_played)
    said = f"{counted(len(all_played), 'package')} played, {failed or 'none'} with errors"
    page = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>Played packages</title>
<style>
{style}</style>
</head>
<body>
<header class="top">
<h1>Played packages</h1>
<p>{said}</p>
</header>
<main>
{body}
</main>
</body>
</html>
"""
    return page.encode("utf-8", "xmlcharrefreplace")


def _text(text: str) -> str:
    return escape(printable(text))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}… ({len(text):,} characters)"


def _package(number: int, played: Played) -> str:
    tone, word = ("good", "plays") if played.valid else ("error", "does not play")
    edition = played.edition.title if played.edition else "edition not recognised"
    scos = "\n".join(_sco(f"p{number}-{at}", trace) for at, trace in enumerate(played.traces))
    findings = "\n".join(map(_finding, played.report))
    return f"""<article aria-labelledby="p{number}">
<h2 id="p{number}">{_text(played.path)}</h2>
<ul class="facts">
<li class="verdict {tone}"><span aria-hidden="true">{_ICONS[tone]}</span> {word}</li>
<li>{_text(edition)}</li><li>{counts_text(played.report)}</li><li>{played.seconds:.0f} seconds</li>
</ul>
{f'<ul class="findings">{findings}</ul>' if findings else ""}
{scos}
</article>"""


def _finding(found: Diagnostic) -> str:
    weight = found.severity.value
    where = f'<p class="where">{_text(found.span.file)}</p>' if found.span else ""
    remedy = f"<p>Help: {_text(found.help)}</p>" if found.help else ""
    manual = _text_of_page(found.rule.page)
    return f"""<li class="{weight}">
<p><span class="weight"><span aria-hidden="true">{_ICONS[weight]}</span> {weight}</span>
<code>{found.rule.id}</code> {_text(found.message)}</p>
{where}{remedy}
<details><summary>About {found.rule.id}</summary><div class="manual">{manual}</div></details>
</li>"""


def _text_of_page(page: str) -> str:
    return escape(page.replace("## ", ""))


def _sco(name: str, trace: Trace) -> str:
    sessions = "\n".join(_session(f"{name}-{at}", trace, one) for at, one in enumerate(trace.sessions))
    return f"""<h3>{_text(trace.title)} <span class="where">{_text(trace.file)}</span></h3>
{sessions}"""


def _session(name: str, trace: Trace, session: Session) -> str:
    title, about = _PURPOSES[session.purpose]
    refused = sum(_is_refused(trace, call) for call in session.calls)
    facts = [
        f"<b>{session.seconds:.1f}</b> seconds",
        f"<b>{len(session.calls)}</b> calls" + (f", <b>{refused}</b> refused" if refused else ""),
        f"<b>{len(session.views)}</b> views",
        *_held(trace, session),
    ]
    views = "".join(_view(view) for view in session.views if view.picture)
    rows = "".join(_rows(trace, session))
    return f"""<section class="session" aria-labelledby="{name}">
<h3 id="{name}">{title}</h3>
<p>{about}</p>
<ul class="facts">{"".join(f"<li>{fact}</li>" for fact in facts)}</ul>
{call_strip(trace, session)}
{f'<h4>What the learner saw</h4><ul class="views">{views}</ul>' if views else ""}
<details><summary>Every call and event</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Calls and events: {title}"><table>
<thead><tr><th scope="col">Seconds</th><th scope="col">What</th><th scope="col">With</th>
<th scope="col">Answer</th></tr></thead>
<tbody>{rows}</tbody></table></div></details>
</section>"""


def _held(trace: Trace, session: Session) -> Iterator[str]:
    """Say what the LMS holds afterwards of status and score."""
    runtime = trace.edition.runtime
    statuses = [status.element for status in next(iter(runtime.statuses.values()))]
    for element in (*statuses, runtime.elements["score.raw"]):
        if session.kept.get(element):
            yield f"{element.rpartition('cmi.')[2]} <b>{_text(_cut(session.kept[element]))}</b>"


def _view(view: View) -> str:
    data = base64.b64encode(view.picture).decode("ascii")
    title = _text(view.title) or "Without a heading"
    return f"""<li><figure><img src="data:image/jpeg;base64,{data}" alt="Picture of: {title}" loading="lazy">
<figcaption>{title} <span>{view.at:.1f} s, {_text(view.address)}</span></figcaption></figure></li>"""


def _is_refused(trace: Trace, call: Call) -> bool:
    """Whether the LMS refuses a call; to ask for what nobody has set yet is no mistake."""
    return call.code not in (0, trace.edition.data_model.codes.not_set)


def _rows(trace: Trace, session: Session) -> Iterator[str]:
    said: list[Call | Event] = sorted((*session.calls, *session.events), key=lambda one: one.at)
    for one in said[:_MOST_ROWS]:
        yield _row_of_event(one) if isinstance(one, Event) else _row_of_call(trace, one)
    if len(said) > _MOST_ROWS:
        yield f'<tr><td></td><td colspan="3">and {len(said) - _MOST_ROWS:,} more</td></tr>'


def _row_of_call(trace: Trace, call: Call) -> str:
    refused = _is_refused(trace, call)
    code = f" error {call.code}" if call.code else ""
    style = ' class="refused"' if refused else ""
    given = ", ".join(_text(_cut(argument)) or '""' for argument in call.arguments)
    answer = _text(_cut(call.answer)) or '""'
    return _row(style, call.at, call.name, f"<td>{given}</td><td>{answer}{code}</td>")


def _row_of_event(event: Event) -> str:
    return _row(' class="event"', event.at, event.kind, f'<td colspan="2">{_text(event.text)}</td>')


def _row(style: str, at: float, what: str, rest: str) -> str:
    return f"<tr{style}><td>{at:.2f}</td><td>{_text(what)}</td>{rest}</tr>"
