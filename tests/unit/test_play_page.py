"""The page about what was played is opened by administrators: nothing of a package may run or load in it."""

from __future__ import annotations

import re

from cpom_scorm.diagnostics import Report
from cpom_scorm.editions import EDITIONS
from cpom_scorm.play.playing import Played, judged
from cpom_scorm.reporters.play_page import play_page
from cpom_scorm.trace import Call, Event, Session, Trace, View

HOSTILE = '"><script>alert(1)</script><img src=https://a.example/x onerror=x>\x1b[31m'


def page_of(text: str) -> str:
    session = Session(
        "first",
        seconds=2,
        kept={"cmi.core.lesson_status": text},
        calls=(
            Call(0.5, "LMSInitialize", ("",), "true", api="API"),
            Call(1, "LMSSetValue", ("cmi.core.lesson_status", text), "false", 405, api="API"),
        ),
        events=(Event(1.5, "missing", text),),
        views=(View(0.2, text, text, "d", b"jpeg"),),
    )
    trace = Trace(EDITIONS[0], text, text, (session,))
    played = Played(text, EDITIONS[0], Report.of(judged(trace)), (trace,), 2)
    return play_page([played]).decode("utf-8")


def test_it_shows_findings_pictures_and_every_call() -> None:
    page = page_of("done")
    assert "RTE-007" in page
    assert "does not play" in page
    assert 'src="data:image/jpeg;base64,anBlZw=="' in page
    assert '<tr class="refused"><td>1.00</td><td>LMSSetValue</td>' in page
    assert 'role="img" aria-label="2 calls and 1 view in 2.0 seconds"' in page


def test_nothing_of_a_package_gets_out_of_its_text() -> None:
    """SEC-13: neither markup nor control characters."""
    page = page_of(HOSTILE)
    assert "<script" not in page
    assert "<img src=https" not in page
    assert "\x1b" not in page
    assert "default-src 'none'" in page
    assert {"data:image/jpeg"} == {
        source.partition(";")[0] for source in re.findall(r'<[^>]*\b(?:src|href)="([^"]*)"', page)
    }
